package dev.tck.reporting.tables;

import dev.tck.matrix.Claim;
import dev.tck.matrix.Connector;
import dev.tck.matrix.ConnectorInterface;
import dev.tck.matrix.FeatureTable;
import dev.tck.matrix.InstallationStep;
import dev.tck.matrix.Language;
import dev.tck.matrix.Matrix;
import dev.tck.matrix.PlatformRow;
import dev.tck.matrix.VersionClaim;
import dev.tck.matrix.VersionRow;
import dev.tck.reporting.marks.Mark;
import dev.tck.reporting.marks.PageClaims;
import dev.tck.results.CellKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds the page's tables out of measured cells. A table's cell is the worst of its parts; what
 * was measured on a real TDengine makes what was measured on the embedded server not count.
 */
final class TableBuilder {
  private static final String INSTALLATION = "installation";

  private final Matrix matrix;
  private final Selector selector;
  private final PageClaims claims;
  private final List<Language> languages;

  TableBuilder(Matrix matrix, PageClaims claims, List<CellSummary> summaries) {
    this.matrix = matrix;
    this.claims = claims;
    this.languages = matrix.connectors().officialLanguages();
    this.selector = new Selector(summaries);
  }

  List<SupportTable> build() {
    List<SupportTable> tables = new ArrayList<>();
    tables.add(platforms());
    tables.add(versions());
    matrix.features().tables().forEach(table -> tables.add(features(table)));
    tables.add(installation());
    tables.add(community());
    return List.copyOf(tables);
  }

  private SupportTable platforms() {
    return new SupportTable(
        "platforms",
        "Platforms",
        "About connectors of the native interface: the worst of all feature rows.",
        "Platform",
        titles(),
        matrix.platforms().rows().stream().map(this::platform).toList());
  }

  private SupportTable.Row platform(PlatformRow row) {
    List<TableCell> cells = new ArrayList<>();
    for (Language language : languages) {
      Predicate<CellKey> here =
          key ->
              key.interfaceId().equals(ConnectorInterface.NATIVE.id())
                  && key.platform().cpu().equals(row.cpu())
                  && key.platform().os().equals(row.os());
      Claim claim = row.claims().get(language.id());
      cells.add(
          cell(
              "platforms/" + row.id() + "/" + language.id(),
              claim == null ? null : ClaimView.of(claim),
              selector.recommended(language.id(), here, claims),
              "",
              absent(language, ConnectorInterface.NATIVE)
                  .orElseGet(
                      () ->
                          selector.untested(
                              language.id(),
                              here,
                              "no native connector of it was measured on " + row.title()))));
    }
    return new SupportTable.Row(row.id(), row.title(), row.line(), row.note(), cells);
  }

  private SupportTable versions() {
    return new SupportTable(
        "versions",
        "Versions",
        "The connector versions that the page names for a TDengine release: the worst of all"
            + " interfaces and feature rows that were measured.",
        "TDengine",
        titles(),
        matrix.versions().rows().stream().map(this::version).toList());
  }

  private SupportTable.Row version(VersionRow row) {
    List<TableCell> cells = new ArrayList<>();
    for (Language language : languages) {
      Predicate<CellKey> here = key -> key.row().equals(row.id());
      VersionClaim claim = row.claims().get(language.id());
      boolean exists = claim == null || claim.support().isClaimed();
      Mark otherwise =
          exists
              ? selector.untested(
                  language.id(),
                  here,
                  "no connector of it was measured on TDengine " + row.literal())
              : new Mark.NotApplicable("the page has none for this release");
      cells.add(
          cell(
              "versions/" + row.id() + "/" + language.id(),
              claim == null ? null : ClaimView.of(claim),
              exists
                  ? selector.recommended(language.id(), here, claims)
                  : selector.official(language.id(), here),
              "",
              otherwise));
    }
    return new SupportTable.Row(row.id(), row.literal(), row.line(), row.note(), cells);
  }

  private SupportTable features(FeatureTable table) {
    return new SupportTable(
        table.connectorInterface().id(),
        "Features: " + table.title(),
        "The worst of all measured connectors and servers, in the versions that the page names.",
        "Feature",
        titles(),
        table.rows().stream().map(row -> feature(table, row)).toList());
  }

  private SupportTable.Row feature(FeatureTable table, FeatureTable.Row row) {
    ConnectorInterface connectorInterface = table.connectorInterface();
    String title =
        matrix.features().find(row.feature()).map(found -> found.title()).orElse(row.feature());
    List<TableCell> cells = new ArrayList<>();
    for (Language language : languages) {
      Predicate<CellKey> here = key -> key.interfaceId().equals(connectorInterface.id());
      Claim claim = row.claims().get(language.id());
      cells.add(
          cell(
              connectorInterface.id() + "/" + row.feature() + "/" + language.id(),
              claim == null ? null : ClaimView.of(claim),
              selector.recommended(language.id(), here, claims),
              row.feature(),
              absent(language, connectorInterface)
                  .orElseGet(
                      () ->
                          selector.untested(
                              language.id(),
                              here,
                              "no "
                                  + connectorInterface.title()
                                  + " connector of it was measured"))));
    }
    return new SupportTable.Row(row.feature(), title, row.line(), "", cells);
  }

  private SupportTable installation() {
    return new SupportTable(
        INSTALLATION,
        "Installing Client Drivers",
        "What every native connector needs: libtaos is found, loads and fits the server, and the"
            + " command taos logs in.",
        "System",
        List.of("Installed and verified"),
        matrix.features().installation().stream()
            .filter(step -> step.kind() == InstallationStep.Kind.INSTALL)
            .map(this::installed)
            .toList());
  }

  private SupportTable.Row installed(InstallationStep step) {
    Predicate<CellKey> here =
        key ->
            key.interfaceId().equals(ConnectorInterface.NATIVE.id())
                && key.platform().os().equals(step.os());
    String verified =
        matrix.features().installation().stream()
            .filter(other -> other.os().equals(step.os()) && other.kind() != step.kind())
            .map(other -> "verification: line " + other.line())
            .collect(Collectors.joining());
    TableCell cell =
        cell(
            INSTALLATION + "/" + step.os(),
            null,
            selector.all(here),
            INSTALLATION,
            selector.untested("", here, "nothing native was measured on " + step.os()));
    return new SupportTable.Row(step.id(), step.os(), step.line(), verified, List.of(cell));
  }

  private SupportTable community() {
    return new SupportTable(
        "community",
        "Community connectors",
        "Named by the page without a claim: the worst of all feature rows.",
        "Connector",
        Arrays.stream(ConnectorInterface.values()).map(ConnectorInterface::title).toList(),
        matrix.connectors().connectors().stream()
            .filter(connector -> !connector.official())
            .map(this::communityRow)
            .toList());
  }

  private SupportTable.Row communityRow(Connector connector) {
    String language =
        matrix.connectors().language(connector.language()).map(Language::title).orElse("");
    List<TableCell> cells = new ArrayList<>();
    for (ConnectorInterface connectorInterface : ConnectorInterface.values()) {
      Predicate<CellKey> here =
          key ->
              key.connector().equals(connector.id())
                  && key.interfaceId().equals(connectorInterface.id());
      Mark otherwise =
          connector.interfaces().contains(connectorInterface)
              ? selector.untested("", here, "it was no part of these results")
              : new Mark.NotApplicable("it does not speak this interface");
      cells.add(
          cell(
              "community/" + connector.id() + "/" + connectorInterface.id(),
              null,
              selector.all(here),
              "",
              otherwise));
    }
    int line = connector.mention().map(Connector.Mention::line).orElse(0);
    return new SupportTable.Row(
        connector.id(), connector.name() + " (" + language + ")", line, connector.note(), cells);
  }

  private static TableCell cell(
      String id,
      @Nullable ClaimView claim,
      Selector.Selection selection,
      String feature,
      Mark otherwise) {
    List<Part> parts = selection.parts(feature);
    Mark mark;
    if (!parts.isEmpty()) {
      mark = Mark.worst(parts.stream().map(Part::mark).toList());
    } else if (!selection.cells().isEmpty()) {
      mark = new Mark.Untested("no scenario of it was executed");
    } else {
      mark = selection.instead().orElse(otherwise);
    }
    return new TableCell(id, claim, mark, Explanation.of(mark, parts), parts);
  }

  private Optional<Mark> absent(Language language, ConnectorInterface connectorInterface) {
    return matrix
        .connectors()
        .notApplicable(language.id(), connectorInterface)
        .map(entry -> new Mark.NotApplicable(entry.why()));
  }

  private List<String> titles() {
    return languages.stream().map(Language::title).toList();
  }
}
