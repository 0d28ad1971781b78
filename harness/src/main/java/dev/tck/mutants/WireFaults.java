package dev.tck.mutants;

import dev.tck.proxy.Direction;
import dev.tck.proxy.Fault;
import dev.tck.proxy.Kind;
import dev.tck.proxy.Passage;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the way between connector and target goes wrong. */
final class WireFaults {
  // A WebSocket connection begins with the replies to version and conn.
  private static final int FIRST_REPLY_TO_SQL = 3;
  // A fetch reply without a block has 51 bytes.
  private static final int SHORTEST_BLOCK = 80;
  // The last four bytes before the block's final zero are the last value of an INT column.
  private static final int LAST_INT = 5;
  private static final Pattern FIRST_DIGIT_OF_DATA =
      Pattern.compile("(\"data\":\\[\\[[^0-9]*)([0-9])");

  private WireFaults() {}

  private static boolean answersSql(Passage passage) {
    if (passage.direction() != Direction.TO_CONNECTOR) {
      return false;
    }
    return passage.kind() == Kind.HTTP
        ? !passage.head().startsWith("HTTP/1.1 101")
        : (passage.kind() == Kind.TEXT || passage.kind() == Kind.BINARY)
            && passage.number() >= FIRST_REPLY_TO_SQL;
  }

  static Fault connectionCut() {
    return Fault.when(WireFaults::answersSql, Fault.close());
  }

  static Fault answerWithheld() {
    return Fault.when(WireFaults::answersSql, Fault.drop());
  }

  static Fault answerCutShort() {
    return Fault.when(
        WireFaults::answersSql,
        Fault.change(
            passage -> passage.withBody(Arrays.copyOf(passage.body(), passage.body().length / 2))));
  }

  static Fault valueChanged() {
    return Fault.when(
        WireFaults::answersSql,
        Fault.change(
            passage ->
                passage.kind() == Kind.BINARY
                    ? lastIntChanged(passage)
                    : firstDigitChanged(passage)));
  }

  private static Passage lastIntChanged(Passage passage) {
    byte[] body = passage.body().clone();
    if (body.length > SHORTEST_BLOCK) {
      body[body.length - LAST_INT] ^= 1;
    }
    return passage.withBody(body);
  }

  private static Passage firstDigitChanged(Passage passage) {
    Matcher matcher = FIRST_DIGIT_OF_DATA.matcher(passage.text());
    return matcher.find()
        ? passage.withText(
            matcher.replaceFirst(
                match -> match.group(1) + (char) ('0' + (match.group(2).charAt(0) - '0' + 1) % 10)))
        : passage;
  }
}
