package dev.tck.reporting.html;

import dev.tck.reporting.formats.ReportFormat;
import dev.tck.reporting.tables.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes {@code index.html}: one file that fetches nothing and works from a folder. Texts of
 * results that are too long for a page of a bearable size are cut; {@code results.jsonl} has them
 * whole.
 */
public final class IndexHtml implements ReportFormat {
  /** The file's name. */
  public static final String FILE = "index.html";

  private static final int MOST_BYTES = 2_800_000;
  private static final List<Integer> TEXT_LIMITS = List.of(2000, 400, 160, 60, 20);

  private static final List<String> SCRIPTS =
      List.of("data.js", "filters.js", "lists.js", "drawer.js", "events.js");
  private static final List<String> STYLES =
      List.of("base.css", "content.css", "drawer.css", "media.css");

  private final String script = "\"use strict\";\n(() => {\n" + joined(SCRIPTS) + "})();\n";
  private final String style = joined(STYLES);

  @Override
  public void write(Report report, Path out) throws IOException {
    Files.writeString(out.resolve(FILE), render(report, out));
  }

  /**
   * Returns the page.
   *
   * @param out is the report's folder, in which the evidence is looked for
   */
  public String render(Report report, Path out) throws IOException {
    String sections = new Sections(report).render();
    String page = "";
    for (int limit : TEXT_LIMITS) {
      page = page(sections, new ReportData(report, out, limit).render());
      if (page.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
        return page;
      }
    }
    return page;
  }

  private String page(String sections, String data) {
    String policy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; script-src '"
            + hash(script)
            + "'; style-src '"
            + hash(style)
            + "'";
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\""
        + policy
        + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n"
        + "<title>TDengine connectors, measured</title>\n<style>"
        + style
        + "</style>\n</head>\n<body>\n"
        + sections
        + "<script type=\"application/json\" id=\"data\">"
        + data
        + "</script>\n<script>"
        + script
        + "</script>\n</body>\n</html>\n";
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String joined(List<String> names) {
    return names.stream().map(IndexHtml::resource).collect(Collectors.joining("\n"));
  }

  private static String resource(String name) {
    try (InputStream stream = IndexHtml.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing from the harness's own files");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
