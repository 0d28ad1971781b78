package dev.tck.embedded.expression;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Expression.Comparator;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Holds text against a pattern: LIKE (whole, regardless of case) or a regular expression
 * (anywhere).
 *
 * @param negated is true for NOT LIKE and NMATCH; NULL matches neither way
 * @param source is the pattern as written, by which two matches are told apart
 */
public record TextMatch(Scalar text, String source, boolean regular, boolean negated)
    implements Scalar {

  /** Returns the match for one of the comparisons with a pattern. */
  public static TextMatch of(Comparator comparator, Scalar text, String pattern)
      throws TaosException {
    boolean regular = comparator != Comparator.LIKE && comparator != Comparator.NOT_LIKE;
    boolean negated =
        comparator == Comparator.NOT_LIKE
            || comparator == Comparator.NOT_MATCH
            || comparator == Comparator.NOT_REGEXP;
    TextMatch match = new TextMatch(text, pattern, regular, negated);
    try {
      match.compile();
    } catch (PatternSyntaxException e) {
      throw ErrorCode.REGULAR_EXPRESSION.with();
    }
    return match;
  }

  @Override
  public DataType type() {
    return DataType.BOOL;
  }

  @Override
  public List<Scalar> operands() {
    return List.of(text);
  }

  private Pattern compile() {
    return regular
        ? ExtendedRegex.compile(source)
        : Pattern.compile(
            likeToRegex(source), Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String likeToRegex(String like) {
    StringBuilder regex = new StringBuilder();
    for (int index = 0; index < like.length(); index++) {
      char c = like.charAt(index);
      if (c == '%') {
        regex.append(".*");
      } else if (c == '_') {
        regex.append('.');
      } else {
        boolean escape =
            c == '\\' && index + 1 < like.length() && "%_".indexOf(like.charAt(index + 1)) >= 0;
        regex.append(Pattern.quote(String.valueOf(escape ? like.charAt(++index) : c)));
      }
    }
    return regex.toString();
  }

  @Override
  public Vector evaluate(Batch input) throws TaosException {
    Vector texts = text.evaluate(input);
    Pattern pattern = compile();
    VectorBuilder result = new VectorBuilder(DataType.BOOL, input.rows());
    for (int row = 0; row < input.rows(); row++) {
      boolean holds = !texts.isNull(row) && matches(pattern, texts.textAt(row)) != negated;
      result.appendBool(holds);
    }
    return result.build();
  }

  private boolean matches(Pattern pattern, String value) {
    return regular ? pattern.matcher(value).find() : pattern.matcher(value).matches();
  }

  /** Returns whether a text is like a pattern. */
  public static boolean isLike(String value, String pattern) {
    return Pattern.compile(
            likeToRegex(pattern), Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(value)
        .matches();
  }
}
