package dev.tck.fidelity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the steps of one case with their recording and counts. */
final class CaseTally {
  private final RecordedCase recorded;
  private final String recordedName;
  private final String actualName;
  private final List<Difference> differences = new ArrayList<>();
  private final Set<LeftOut> leftOut = new LinkedHashSet<>();
  private int reproduced;
  private int blocks;
  private int blocksReproduced;

  CaseTally(RecordedCase recorded, String actualName) {
    this.recorded = recorded;
    this.recordedName = RecordedName.of(recorded);
    this.actualName = actualName;
    recorded.exchanges().forEach(exchange -> blocks += exchange.blocks().size());
  }

  /** Notes that the case could not be prepared. */
  void addUnprepared(Mismatch mismatch) {
    for (Exchange exchange : recorded.exchanges()) {
      add(exchange, mismatch);
    }
  }

  /**
   * Compares one step.
   *
   * @param singleTables are the normal and child tables that the case has created so far
   */
  void add(Exchange exchange, Observation observation, Set<String> singleTables) {
    StepContext context =
        new StepContext(
            singleTables, recorded.databaseOptions().isPresent(), recordedName, actualName);
    boolean same = true;
    if (observation.answer().isPresent()) {
      RestClient.Answer answer = observation.answer().get();
      same &=
          add(
              exchange,
              AnswerComparison.compare(exchange, answer.status(), answer.body(), context));
    }
    if (exchange.socket().isPresent() && observation.socket().isPresent()) {
      same &= addSocket(exchange, exchange.socket().get(), observation.socket().get(), context);
    }
    if (observation.problem().isPresent()) {
      add(exchange, new Mismatch(Reason.TRANSPORT, "an answer", observation.problem().get()));
      same = false;
    }
    reproduced += same ? 1 : 0;
  }

  private boolean addSocket(
      Exchange exchange, ObjectNode reply, SocketClient.Result actual, StepContext context) {
    SqlShape shape = new SqlShape(exchange.call().text());
    List<String> columns = new ArrayList<>();
    reply.path("fields_names").forEach(name -> columns.add(name.asText()));
    RowRules rules = RowRules.of(shape, columns, context);
    boolean same = add(exchange, SocketComparison.compare(reply, actual.reply(), rules, context));
    BlockComparison.Outcome outcome =
        new BlockComparison(rules, context).compare(exchange.blocks(), actual.blocks());
    // An error has no blocks, which its own difference says already.
    if (same || actual.reply().path("code").asInt() == 0) {
      add(exchange, outcome.verdict());
    }
    blocksReproduced += outcome.reproduced();
    return same;
  }

  private boolean add(Exchange exchange, Verdict verdict) {
    verdict
        .leftOut()
        .forEach(what -> leftOut.add(new LeftOut(recorded.name(), exchange.step(), what)));
    Optional<Mismatch> mismatch = verdict.mismatch();
    mismatch.ifPresent(found -> add(exchange, found));
    return mismatch.isEmpty();
  }

  private void add(Exchange exchange, Mismatch mismatch) {
    differences.add(
        new Difference(
            recorded.name(),
            exchange.step(),
            exchange.call().text(),
            mismatch.reason(),
            mismatch.expected(),
            mismatch.actual()));
  }

  Area area() {
    return new Area(recorded.exchanges().size(), reproduced, blocks, blocksReproduced);
  }

  List<Difference> differences() {
    return differences;
  }

  List<LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }
}
