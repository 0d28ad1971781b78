package dev.tck.reporting.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tck.matrix.Matrix;
import dev.tck.matrix.load.TestMatrix;
import dev.tck.reporting.SampleResults;
import dev.tck.reporting.tables.Report;
import dev.tck.results.Blame;
import dev.tck.results.CheckResult;
import dev.tck.results.Event;
import dev.tck.results.Level;
import dev.tck.results.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexHtmlTests {
  private static final Pattern DATA =
      Pattern.compile(
          "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

  private final Matrix matrix = TestMatrix.load();

  @TempDir Path out;

  IndexHtmlTests() throws IOException {}

  @Test
  void needsNothingButItself() throws IOException {
    String page = page(SampleResults.realRun(false));
    assertThat(page)
        .doesNotContain("<link", "@import", "<img", "<iframe", " src=", "fetch(", "XMLHttpRequest")
        .doesNotContain("innerHTML", "document.write", "eval(")
        .doesNotContainPattern("url\\(")
        .doesNotContain("https://");
    assertThat(page.replace("http://USER:PASSWORD@HOST:6041", "")).doesNotContain("http://");
  }

  @Test
  void scriptAndStyleAreTheOnesThatItsPolicyAllows() throws Exception {
    String page = page(SampleResults.realRun(false));
    String policy = group(page, "Content-Security-Policy\" content=\"([^\"]*)\"");
    assertThat(policy)
        .startsWith("default-src 'none'")
        .contains("script-src 'sha256-" + hash(group(page, "</script>\\s*<script>(.*?)</script>")))
        .contains("style-src 'sha256-" + hash(group(page, "<style>(.*?)</style>")))
        .doesNotContain("unsafe");
  }

  @Test
  void showsVerdictTargetsHarnessAndDate() throws IOException {
    String top = group(page(SampleResults.realRun(false)), "<header>(.*?)</header>");
    assertThat(text(top))
        .contains("✗ fails", "6 of 240 scenarios fail; first SQL-008 in taos-jdbcdriver 3.5.3 rest")
        .contains("2 claims of the vendor's page contradicted".replace("'", "&#39;"))
        .contains("234 pass", "2 fail", "1 crash", "1 hung")
        .contains("240 scenarios in 8 cells", "4 cells", "TDengine 3.3.6.6 (remote)")
        .contains("tck 0.1.0, commit 4f2a9c1", "2026-11-23T05:05:06Z, not official");
    assertThat(top).doesNotContain("never counts as a result");
  }

  @Test
  void bannerSaysThatTheEmbeddedServerNeverCounts() throws IOException {
    String top = group(page(SampleResults.embeddedRun()), "<header>(.*?)</header>");
    assertThat(top).contains("Embedded server: never counts as a result on TDengine.");
  }

  @Test
  void bannerSaysThatTheRunIsPartial() throws IOException {
    List<Event> killed = SampleResults.realRun(false);
    String top = group(page(killed.subList(0, killed.size() - 1)), "<header>(.*?)</header>");
    assertThat(top).contains("Partial: a run ended before it was done.");
  }

  @Test
  void notesOfTheRunsAreShown() throws IOException {
    String notes =
        group(page(SampleResults.embeddedRun()), "<section id=\"notes\">(.*?)</section>");
    assertThat(notes).contains("2026-11-23T04:05:36Z: the adapter of taospy was restarted");
  }

  @Test
  void pageOfNothingSaysSo() throws IOException {
    String page = page(List.of(SampleResults.run(SampleResults.STARTED, false)));
    assertThat(page).contains("Nothing was measured.").doesNotContain("Embedded server: never");
  }

  @Test
  void tablesShowMarkAndClaimAndLinkToTheEvidence() throws IOException {
    String page = page(SampleResults.realRun(false));
    String cell =
        group(page, "(<td data-table-cell=\"websocket/execute-sql/python\"><div>.*?</td>)");
    assertThat(cell)
        .contains("data-open=\"t/websocket/execute-sql/python\"", ">✗</button>", "Supported")
        .contains("aria-label=\"Execute SQL, Python: ✗, the core fails on TDengine although");
    for (String id :
        List.of(
            "platforms", "versions", "native", "rest", "websocket", "installation", "community")) {
      assertThat(page).contains("<section id=\"" + id + "\" data-table=\"" + id + "\">");
    }
  }

  @Test
  void contradictionsStandFirstAmongTheClaims() throws IOException {
    String claims =
        group(page(SampleResults.realRun(false)), "<section id=\"claims\">(.*?)</section>");
    assertThat(
            Pattern.compile("<strong>(.*?)</strong>")
                .matcher(claims)
                .results()
                .map(r -> r.group(1)))
        .containsExactly(
            "contradicted", "inconsistent", "partly true", "confirmed", "untested", "agreed");
  }

  @Test
  void dataHoldsEveryOutcomeWithItsChecksAndEvidence() throws IOException {
    Path evidence = Files.createDirectories(out.resolve("evidence/taos-jdbcdriver/SQL-008"));
    Files.writeString(evidence.resolve("transcript.jsonl"), "{}");
    JsonNode data = data(page(SampleResults.realRun(false)));
    JsonNode cell =
        find(
            data.path("cells"),
            each ->
                each.path("version").asText().equals("3.5.3")
                    && each.path("interface").asText().equals("rest"));
    assertThat(cell.path("outcomes")).hasSize(30);
    assertThat(cell.path("command").asText())
        .endsWith("--connector taos-jdbcdriver@3.5.3 --interface rest");
    JsonNode failing =
        find(
            cell.path("outcomes"),
            each ->
                data.path("scenarios").get(each.get(0).asInt()).get(0).asText().equals("SQL-008"));
    JsonNode texts = data.path("texts");
    assertThat(texts.get(failing.get(1).asInt()).asText()).isEqualTo("fail");
    assertThat(texts.get(failing.get(2).asInt()).asText()).isEqualTo("connector");
    JsonNode check = data.path("checks").get(failing.get(5).asInt()).get(1);
    assertThat(texts.get(check.get(3).asInt()).asText()).isEqualTo("{\"f32\":\"8.6\"}");
    assertThat(texts.get(failing.get(8).asInt()).asText())
        .isEqualTo("the reference connector: pass");
    assertThat(texts.get(failing.get(10).asInt()).asText())
        .isEqualTo("evidence/taos-jdbcdriver/SQL-008/transcript.jsonl");
  }

  @Test
  void hostileTextsStayTexts() throws IOException {
    String page = page(SampleResults.hostileRun());
    Matcher scripts = Pattern.compile("<script").matcher(page);
    assertThat(scripts.results().count()).isEqualTo(2);
    assertThat(page).doesNotContain("<img", "\u0000");
    assertThat(group(page, "<body>(.*?)<script")).doesNotContain("\u202E").contains("⟨U+202E⟩");
    assertThat(data(page).path("texts").toString()).contains("</script><script>document.title");
    assertThat(Html.escape("\"><img src=x>' &\u0000\u202E\uD800"))
        .isEqualTo("&quot;&gt;&lt;img src=x&gt;&#39; &amp;⟨U+0000⟩⟨U+202E⟩⟨U+D800⟩");
  }

  @Test
  void tenThousandOutcomesAreAPageOfABearableSize() throws IOException {
    assertThat(size(page(SampleResults.bigRun(1000)))).isLessThan(1_000_000);
  }

  @Test
  void longTextsAreCutSoThatThePageStaysBearable() throws IOException {
    String page = page(longRun());
    assertThat(size(page)).isLessThan(3_000_000);
    assertThat(data(page).path("cells").get(0).path("outcomes")).hasSize(10_000);
    assertThat(data(page).path("texts"))
        .anyMatch(text -> text.isArray() && text.get(1).asInt() > 300);
  }

  private static List<Event> longRun() {
    List<Event> events = new ArrayList<>(List.of(SampleResults.run(SampleResults.STARTED, false)));
    for (int number = 0; number < 10_000; number++) {
      String text = number + " 有中文".repeat(100);
      events.add(
          SampleResults.outcome(
              SampleResults.cells(SampleResults.REAL).get(0),
              "SQL-" + number,
              "execute-sql",
              Status.FAIL,
              Blame.CONNECTOR,
              "reason " + text,
              List.of(
                  CheckResult.fail("value", Level.MUST, "expected " + text, "actual " + text))));
    }
    events.add(new Event.End(1, "", false, Map.of()));
    return events;
  }

  private String page(List<Event> events) throws IOException {
    Report report = Report.of(events, matrix, SampleResults.scenarios());
    new IndexHtml().write(report, out);
    return Files.readString(out.resolve(IndexHtml.FILE));
  }

  private static int size(String page) {
    return page.getBytes(StandardCharsets.UTF_8).length;
  }

  private static JsonNode find(JsonNode list, Predicate<JsonNode> wanted) {
    return StreamSupport.stream(list.spliterator(), false).filter(wanted).findFirst().orElseThrow();
  }

  private static JsonNode data(String page) throws IOException {
    Matcher matcher = DATA.matcher(page);
    assertThat(matcher.find()).isTrue();
    return new ObjectMapper().readTree(matcher.group(1));
  }

  private static String group(String page, String expression) {
    Matcher matcher = Pattern.compile(expression, Pattern.DOTALL).matcher(page);
    assertThat(matcher.find()).as(expression).isTrue();
    return matcher.group(1);
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]*>", "");
  }

  private static String hash(String content) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }
}
