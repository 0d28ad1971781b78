package dev.tck.scenarios.steps;

import dev.tck.scenarios.world.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The codes that an error may have, as a step spells them: {@code 0x2603|0x0362}. */
record ErrorCodes(List<Integer> allowed) {
  private static final int HEXADECIMAL = 16;

  static ErrorCodes of(String codes) {
    return new ErrorCodes(Arrays.stream(codes.split("\\|", -1)).map(ErrorCodes::code).toList());
  }

  /** Returns whether the answer is an error with one of the codes. */
  boolean match(Answer answer) {
    Integer code = answer instanceof Answer.Refused refused ? refused.error().maskedCode() : null;
    return code != null && allowed.contains(code);
  }

  private static int code(String text) {
    if (!text.toLowerCase(Locale.ROOT).matches("0x[0-9a-f]{1,4}")) {
      throw new IllegalArgumentException("“" + text + "” is no code; write it like 0x2603");
    }
    return Integer.parseInt(text.substring(2), HEXADECIMAL);
  }
}
