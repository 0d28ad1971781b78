package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Arithmetic;
import dev.tck.embedded.expression.Cast;
import dev.tck.embedded.expression.Comparison;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.Conversion;
import dev.tck.embedded.expression.DecimalArithmetic;
import dev.tck.embedded.expression.JsonComparison;
import dev.tck.embedded.expression.JsonContains;
import dev.tck.embedded.expression.Membership;
import dev.tck.embedded.expression.Ordering;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.expression.Span;
import dev.tck.embedded.expression.TextMatch;
import dev.tck.embedded.expression.TimeArithmetic;
import dev.tck.embedded.expression.TimeShift;
import dev.tck.embedded.sql.Expression.Comparator;
import dev.tck.embedded.sql.Expression.Operator;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.TimeText;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives operators their types and meaning, as TDengine does. */
final class Operators {
  private static final Batch ONE_ROW = new Batch(1);

  private final Precision precision;
  private final ZoneId zone;

  Operators(Precision precision, ZoneId zone) {
    this.precision = precision;
    this.zone = zone;
  }

  private static TaosException invalid() {
    return ErrorCode.INVALID_OPERATION.with("Invalid operation");
  }

  /** Returns the value of an expression that is the same for all rows, or the expression. */
  static Scalar fold(Scalar expression) throws TaosException {
    boolean done = expression instanceof Constant || expression instanceof Span;
    return done || !expression.isConstant()
        ? expression
        : new Constant(expression.evaluate(ONE_ROW).as(expression.type()));
  }

  /** Returns an expression in another type. */
  Scalar cast(Scalar value, DataType type) throws TaosException {
    return value.type().equals(type)
        ? value
        : fold(new Cast(value, new Conversion(type, precision, zone)));
  }

  private static boolean isTime(Scalar value) {
    return value.type().type() == TaosType.TIMESTAMP;
  }

  private static boolean isNull(Scalar value) {
    return value instanceof Constant constant && constant.isNull();
  }

  Scalar arithmetic(Operator operator, Scalar left, Scalar right) throws TaosException {
    boolean bits = operator == Operator.BIT_AND || operator == Operator.BIT_OR;
    requireComputable(left, bits);
    requireComputable(right, bits);
    if (bits) {
      return fold(new Arithmetic(operator, left, right));
    }
    boolean leftTime = isTime(left);
    boolean rightTime = isTime(right);
    if ((leftTime && (rightTime || right.type().isString()) && !isNull(right))
        || (rightTime && left.type().isString() && !isNull(left))) {
      throw invalid();
    }
    boolean sum = operator == Operator.ADD || operator == Operator.SUBTRACT;
    if (sum && (leftTime || rightTime) && !isNull(left) && !isNull(right)) {
      Scalar moved = moved(operator, left, right);
      if (moved != null) {
        return fold(moved);
      }
    }
    if ((left.type().type().isDecimal() || right.type().type().isDecimal())
        && isExact(left)
        && isExact(right)) {
      return fold(DecimalArithmetic.of(operator, left, right));
    }
    return fold(new Arithmetic(operator, left, right));
  }

  private static boolean isExact(Scalar value) {
    return !value.type().isFloating() && !value.type().isString();
  }

  private static void requireComputable(Scalar value, boolean bits) throws TaosException {
    switch (value.type().type()) {
      case VARBINARY, JSON, GEOMETRY, BLOB -> throw invalid();
      case DECIMAL, DECIMAL64 -> {
        if (bits) {
          throw invalid();
        }
      }
      default -> {}
    }
  }

  private @Nullable Scalar moved(Operator operator, Scalar left, Scalar right) {
    boolean subtract = operator == Operator.SUBTRACT;
    if (isTime(left) && right instanceof Span span) {
      return new TimeShift(left, span.span(), subtract ? -1 : 1, precision, zone);
    }
    if (isTime(right) && left instanceof Span span && !subtract) {
      return new TimeShift(right, span.span(), 1, precision, zone);
    }
    Scalar other = isTime(left) ? right : left;
    boolean whole =
        (other.type().type().isInteger() && other.type().type() != TaosType.BIGINT_UNSIGNED)
            || other.type().type() == TaosType.BOOL
            || other instanceof Span;
    return whole ? new TimeArithmetic(left, right, subtract) : null;
  }

  Scalar compare(Comparator comparator, Scalar left, Scalar right) throws TaosException {
    return switch (comparator) {
      case LIKE, NOT_LIKE, MATCH, NOT_MATCH, REGEXP, NOT_REGEXP -> match(comparator, left, right);
      case CONTAINS -> contains(left, right);
      case LESS, GREATER, LESS_OR_EQUAL, GREATER_OR_EQUAL, NOT_EQUAL, EQUAL ->
          fold(order(comparator, left, right));
    };
  }

  private static Scalar match(Comparator comparator, Scalar left, Scalar right)
      throws TaosException {
    boolean text = left.type().isString() || left.type().type() == TaosType.JSON;
    if (!text
        || !(right instanceof Constant pattern)
        || !(pattern.isNull() || pattern.type().isString())) {
      throw invalid();
    }
    if (pattern.isNull()) {
      return new Constant(Vector.ofLong(DataType.BOOL, 0));
    }
    return fold(TextMatch.of(comparator, left, pattern.value().textAt(0)));
  }

  private static Scalar contains(Scalar left, Scalar right) throws TaosException {
    if (left.type().type() != TaosType.JSON
        || !(right instanceof Constant key)
        || !key.type().isString()
        || key.isNull()) {
      throw invalid();
    }
    return new JsonContains(left, key.value().textAt(0));
  }

  private Scalar order(Comparator comparator, Scalar left, Scalar right) throws TaosException {
    if (left instanceof Constant && !(right instanceof Constant)) {
      return order(mirrored(comparator), right, left);
    }
    if (left.type().type() == TaosType.JSON) {
      if (!(left instanceof dev.tck.embedded.expression.JsonField)
          || !(right instanceof Constant constant)) {
        throw ErrorCode.JSON_NOT_SUPPORTED_HERE.with();
      }
      return new JsonComparison(comparator, left, constant);
    }
    Scalar other = asOperandOf(left, right);
    DataType a = left.type();
    DataType b = other.type();
    Comparison.Mode mode = numericMode(a, b);
    if (mode != null) {
      return new Comparison(comparator, mode, left, other);
    }
    DataType common =
        a.isString() && b.isString() && a.type() != b.type()
            ? DataType.nchar(Math.max(a.length(), b.length()))
            : Ordering.commonType(a, b);
    Comparison.Mode commonMode =
        common.isFloating()
            ? (common.type() == TaosType.FLOAT ? Comparison.Mode.FLOAT : Comparison.Mode.DOUBLE)
            : Comparison.Mode.SAME_TYPE;
    return new Comparison(comparator, commonMode, sameAs(left, common), sameAs(other, common));
  }

  // Values of variable length need no conversion to be compared in another length.
  private Scalar sameAs(Scalar value, DataType common) throws TaosException {
    boolean same = value.type().type() == common.type() && !common.type().isDecimal();
    return same ? value : cast(value, common);
  }

  private static Comparison.@Nullable Mode numericMode(DataType left, DataType right) {
    if (isWhole(left) && isWhole(right)) {
      return Comparison.Mode.INTEGER;
    }
    boolean numbers =
        (isWhole(left) || left.isFloating()) && (isWhole(right) || right.isFloating());
    if (!numbers) {
      return null;
    }
    boolean single = left.type() == TaosType.FLOAT || right.type() == TaosType.FLOAT;
    return single ? Comparison.Mode.FLOAT : Comparison.Mode.DOUBLE;
  }

  private static boolean isWhole(DataType type) {
    return switch (type.type()) {
      case BOOL,
          TINYINT,
          SMALLINT,
          INT,
          BIGINT,
          TIMESTAMP,
          TINYINT_UNSIGNED,
          SMALLINT_UNSIGNED,
          INT_UNSIGNED ->
          true;
      default -> false;
    };
  }

  private static Comparator mirrored(Comparator comparator) {
    return switch (comparator) {
      case LESS -> Comparator.GREATER;
      case GREATER -> Comparator.LESS;
      case LESS_OR_EQUAL -> Comparator.GREATER_OR_EQUAL;
      case GREATER_OR_EQUAL -> Comparator.LESS_OR_EQUAL;
      default -> comparator;
    };
  }

  // A literal text means what the other side is: a time, or bytes in hexadecimal digits.
  private Scalar asOperandOf(Scalar value, Scalar literal) throws TaosException {
    if (isTime(value)) {
      return asTime(literal);
    }
    boolean bytes =
        value.type().type() == TaosType.VARBINARY
            && literal instanceof Constant constant
            && !constant.isNull()
            && constant.type().type() == TaosType.VARCHAR;
    return bytes ? Literals.varbinary((Constant) literal) : literal;
  }

  /** Returns a text as a time, anything else as it is. */
  Scalar asTime(Scalar value) throws TaosException {
    if (!(value instanceof Constant constant) || constant.isNull() || !constant.type().isString()) {
      return value;
    }
    long time = TimeText.parse(constant.value().textAt(0), precision, zone);
    if (time == TimeText.INVALID) {
      throw ErrorCode.INVALID_TIMESTAMP.with();
    }
    return new Constant(Vector.ofLong(DataType.TIMESTAMP, time));
  }

  Scalar membership(Scalar value, List<Scalar> choices, boolean negated) throws TaosException {
    if (value.type().type() == TaosType.JSON) {
      boolean field = value instanceof dev.tck.embedded.expression.JsonField;
      throw field ? ErrorCode.GENERIC.with() : ErrorCode.JSON_IN_OPERATOR.with();
    }
    List<Scalar> converted = new ArrayList<>();
    DataType common = value.type();
    for (Scalar choice : choices) {
      Scalar other = asOperandOf(value, choice);
      converted.add(other);
      if (!isNull(other)) {
        common = listType(common, other.type());
      }
    }
    List<Constant> constants = new ArrayList<>();
    for (Scalar choice : converted) {
      Scalar same = isNull(choice) ? Constant.ofNull(common) : sameAs(choice, common);
      if (!(same instanceof Constant constant)) {
        throw invalid();
      }
      constants.add(constant);
    }
    return fold(new Membership(sameAs(value, common), constants, negated));
  }

  private static DataType listType(DataType left, DataType right) {
    if (left.isString() && right.isString() && left.type() != right.type()) {
      return DataType.nchar(Math.max(left.length(), right.length()));
    }
    if (left.isString()) {
      return left;
    }
    boolean whole = isWhole(left) && isWhole(right);
    if (whole && left.type() == TaosType.TIMESTAMP) {
      return left;
    }
    DataType common = Ordering.commonType(left, right);
    return common.type() == TaosType.FLOAT ? DataType.DOUBLE : common;
  }
}
