package dev.tck.adapter;

import java.util.Arrays;
import java.util.Optional;

/** Names what a request asks an adapter to do. */
public enum Op {
  HELLO("hello"),
  CONNECT("connect"),
  CLOSE("close"),
  EXECUTE("execute"),
  QUERY("query"),
  NEXT("next"),
  PREPARE("prepare"),
  BIND("bind"),
  EXECUTE_BATCH("executeBatch"),
  SCHEMALESS("schemaless"),
  SUBSCRIBE("subscribe"),
  POLL("poll"),
  COMMIT("commit"),
  SEEK("seek"),
  ASSIGNMENT("assignment"),
  POSITION("position"),
  COMMITTED("committed"),
  UNSUBSCRIBE("unsubscribe"),
  BENCH("bench"),
  PROBE("probe"),
  RESET("reset"),
  BYE("bye");

  private final String text;

  Op(String text) {
    this.text = text;
  }

  /** Returns the spelling in messages. */
  public String text() {
    return text;
  }

  /** Returns the operation with this spelling, if there is one. */
  public static Optional<Op> ofText(String text) {
    return Arrays.stream(values()).filter(op -> op.text.equals(text)).findFirst();
  }
}
