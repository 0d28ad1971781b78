package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.CaseWhen;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.JsonField;
import dev.tck.embedded.expression.Logic;
import dev.tck.embedded.expression.Negation;
import dev.tck.embedded.expression.NullCheck;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.function.Aggregates;
import dev.tck.embedded.function.Arguments;
import dev.tck.embedded.function.FunctionContext;
import dev.tck.embedded.function.ScalarFunctions;
import dev.tck.embedded.sql.Expression;
import dev.tck.embedded.sql.Expression.Comparator;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives names their columns, functions and operators their types. This one binds to the rows of a
 * source; subclasses bind to groups.
 */
class ExpressionBinder {
  private static final int LONGEST_VARCHAR = 65517;
  private static final int LONGEST_NCHAR = 16379;

  private final QueryContext context;
  private final Optional<Scope> scope;
  private final Precision precision;
  private final Operators operators;
  private final ErrorCode aggregateError;
  private TimeRange range = TimeRange.ALL;

  /**
   * Creates a binder.
   *
   * @param scope is empty for a query without FROM
   * @param aggregateError tells why an aggregate cannot stand here
   */
  ExpressionBinder(
      QueryContext context, Optional<Scope> scope, Precision precision, ErrorCode aggregateError) {
    this.context = context;
    this.scope = scope;
    this.precision = precision;
    this.operators = new Operators(precision, context.zone());
    this.aggregateError = aggregateError;
  }

  QueryContext context() {
    return context;
  }

  Optional<Scope> scope() {
    return scope;
  }

  Precision precision() {
    return precision;
  }

  Operators operators() {
    return operators;
  }

  /** Notes the time range of the query, which {@code _qstart} and {@code _qend} tell. */
  void range(TimeRange queryRange) {
    range = queryRange;
  }

  TimeRange range() {
    return range;
  }

  Scalar bind(Expression expression) throws TaosException {
    if (expression instanceof Expression.Literal literal) {
      return Literals.bind(literal, precision, context.zone());
    } else if (expression instanceof Expression.ColumnName column) {
      return bindColumn(column);
    } else if (expression instanceof Expression.PseudoColumn pseudo) {
      return bindPseudoColumn(pseudo);
    } else if (expression instanceof Expression.Call call) {
      return bindCall(call);
    } else if (expression instanceof Expression.Cast cast) {
      return bindCast(cast);
    } else if (expression instanceof Expression.Case choice) {
      return bindCase(choice);
    } else if (expression instanceof Expression.Negation negation) {
      return bindNegation(negation);
    } else if (expression instanceof Expression.Arithmetic arithmetic) {
      return operators.arithmetic(
          arithmetic.operator(), bind(arithmetic.left()), bind(arithmetic.right()));
    } else if (expression instanceof Expression.JsonField field) {
      return bindJsonField(field);
    }
    return bindCondition(expression);
  }

  private Scalar bindCondition(Expression expression) throws TaosException {
    if (expression instanceof Expression.Comparison comparison) {
      return operators.compare(
          comparison.comparator(), bind(comparison.left()), bind(comparison.right()));
    } else if (expression instanceof Expression.Between between) {
      return bindBetween(between);
    } else if (expression instanceof Expression.IsNull isNull) {
      return Operators.fold(new NullCheck(bind(isNull.value()), isNull.negated()));
    } else if (expression instanceof Expression.In in) {
      return operators.membership(bind(in.value()), bindAll(in.choices()), in.negated());
    } else if (expression instanceof Expression.Not not) {
      return Operators.fold(new Logic(Logic.Kind.NOT, List.of(bind(not.condition()))));
    } else if (expression instanceof Expression.And and) {
      return Operators.fold(Logic.and(bind(and.left()), bind(and.right())));
    } else if (expression instanceof Expression.Or or) {
      return Operators.fold(new Logic(Logic.Kind.OR, List.of(bind(or.left()), bind(or.right()))));
    }
    throw new IllegalStateException("no expression: " + expression);
  }

  List<Scalar> bindAll(List<Expression> expressions) throws TaosException {
    List<Scalar> bound = new ArrayList<>();
    for (Expression expression : expressions) {
      bound.add(bind(expression));
    }
    return bound;
  }

  private Scope requireScope(String name) throws TaosException {
    return scope.orElseThrow(() -> ErrorCode.INVALID_COLUMN.with(name));
  }

  Scalar bindColumn(Expression.ColumnName column) throws TaosException {
    Scope rows = requireScope(column.name());
    return rows.column(rows.find(column.table(), column.name()));
  }

  /** Binds the column at a position of the source. */
  Scalar bindPosition(int position) throws TaosException {
    return requireScope("*").column(position);
  }

  Scalar bindPseudoColumn(Expression.PseudoColumn pseudo) throws TaosException {
    Optional<Scalar> inner = bindOfSubquery(pseudo);
    if (inner.isPresent()) {
      return inner.get();
    }
    return switch (pseudo.name()) {
      case "tbname" -> {
        Scope rows = scope.orElseThrow(ErrorCode.INVALID_TBNAME::with);
        yield rows.column(rows.findTableName(pseudo.table()));
      }
      case "_rowts", "_c0" -> bindRowTime();
      case "_qstart" -> time(range.from(), range.from() != TimeRange.ALL.from());
      case "_qend" -> time(range.to(), range.to() != TimeRange.ALL.to());
      case "_qduration" ->
          range.isBounded()
              ? new Constant(Vector.ofLong(DataType.BIGINT, range.to() - range.from() + 1))
              : Constant.ofNull(DataType.BIGINT);
      case "_wstart", "_wend", "_wduration" -> throw ErrorCode.INVALID_WINDOW_PSEUDO_COLUMN.with();
      case "_irowts", "_isfilled" -> throw ErrorCode.INVALID_COLUMN.with(pseudo.name());
      default -> throw ErrorCode.NOT_ALLOWED_FUNCTION.with();
    };
  }

  // A subquery's pseudo column is an ordinary column outside of it.
  private Optional<Scalar> bindOfSubquery(Expression.PseudoColumn pseudo) throws TaosException {
    boolean inner =
        scope.isPresent()
            && scope.get().source().kind() == Source.Kind.SUBQUERY
            && scope.get().has(pseudo.name());
    return inner
        ? Optional.of(bindColumn(new Expression.ColumnName(pseudo.table(), pseudo.name())))
        : Optional.empty();
  }

  private static Scalar time(long time, boolean known) {
    return known
        ? new Constant(Vector.ofLong(DataType.TIMESTAMP, time))
        : Constant.ofNull(DataType.TIMESTAMP);
  }

  private Scalar bindRowTime() throws TaosException {
    Scope rows = scope.orElseThrow(ErrorCode.INVALID_ROWTS::with);
    if (rows.source().primaryTimestamp() == Source.NONE) {
      throw ErrorCode.INVALID_ROWTS.with();
    }
    return rows.column(rows.source().primaryTimestamp());
  }

  /** Binds a call of any function. */
  Scalar bindCall(Expression.Call call) throws TaosException {
    Optional<Scalar> server = new ServerFunctions(context, precision).bind(call.function());
    if (server.isPresent()) {
      return server.get();
    }
    if (FunctionUse.isAggregate(call.function())) {
      requireArguments(call);
      throw aggregateError.with();
    } else if (FunctionUse.isVector(call.function())) {
      boolean nested = aggregateError == ErrorCode.AGGREGATE_NESTING;
      throw nested ? aggregateError.with() : ErrorCode.NOT_ALLOWED_FUNCTION.with();
    }
    Arguments arguments = new Arguments(call.function(), bindAll(call.arguments()));
    return Operators.fold(
        ScalarFunctions.bind(arguments, new FunctionContext(precision, context.zone())));
  }

  // What is wrong with a call in itself comes before its being in the wrong place.
  private void requireArguments(Expression.Call call) throws TaosException {
    boolean star = call.arguments().stream().anyMatch(Expression.Star.class::isInstance);
    if (!star && Aggregates.contains(call.function())) {
      Aggregates.bind(new Arguments(call.function(), bindAll(call.arguments())), precision);
    }
  }

  private Scalar bindCast(Expression.Cast cast) throws TaosException {
    Scalar value = bind(cast.value());
    DataType type = castType(cast.type());
    boolean isNull = value instanceof Constant constant && constant.isNull();
    switch (value.type().type()) {
      case VARBINARY, GEOMETRY, BLOB -> throw ErrorCode.PARAMETER_TYPE.with("cast");
      default -> {}
    }
    if (type.type().isVariable() && type.storedBytes() - 2 > LONGEST_VARCHAR) {
      throw ErrorCode.CAST_LENGTH.with();
    }
    if (type.type() == TaosType.JSON && !isNull) {
      throw ErrorCode.UNKNOWN.with();
    }
    if (type.type() == TaosType.VARBINARY && value.type().type() != TaosType.VARCHAR) {
      throw ErrorCode.CAST_TYPE.with();
    }
    if (type.type().isDecimal() && value.type().isString() && !isNull) {
      throw ErrorCode.NOT_SUPPORTED.with("CAST of a text to DECIMAL");
    }
    return operators.cast(value, type);
  }

  private static DataType castType(DataType type) {
    boolean open = type.type().isVariable() && type.length() == 0;
    return switch (type.type()) {
      case NCHAR -> open ? DataType.nchar(LONGEST_NCHAR) : type;
      case VARCHAR, VARBINARY -> open ? DataType.variable(type.type(), LONGEST_VARCHAR) : type;
      default -> type;
    };
  }

  private Scalar bindNegation(Expression.Negation negation) throws TaosException {
    Optional<Scalar> literal = signedLiteral(negation);
    if (literal.isPresent()) {
      return literal.get();
    }
    Scalar value = bind(negation.value());
    if (value instanceof Constant constant && constant.isNull()) {
      return value;
    }
    boolean number = value.type().isNumeric() || value.type().type() == TaosType.TIMESTAMP;
    if (!number) {
      throw ErrorCode.INVALID_OPERATION.with("Invalid operation");
    }
    return Operators.fold(new Negation(value));
  }

  // A number keeps its type under any number of signs.
  private static Optional<Scalar> signedLiteral(Expression.Negation negation) {
    Expression value = negation.value();
    boolean negative = true;
    while (value instanceof Expression.Negation inner) {
      value = inner.value();
      negative = !negative;
    }
    return value instanceof Expression.Literal literal
        ? Literals.signed(literal, negative)
        : Optional.empty();
  }

  private Scalar bindBetween(Expression.Between between) throws TaosException {
    Scalar value = bind(between.value());
    Scalar low = bind(between.low());
    Scalar high = bind(between.high());
    return between.negated()
        ? Operators.fold(
            new Logic(
                Logic.Kind.OR,
                List.of(
                    operators.compare(Comparator.LESS, value, low),
                    operators.compare(Comparator.GREATER, value, high))))
        : Operators.fold(
            Logic.and(
                operators.compare(Comparator.GREATER_OR_EQUAL, value, low),
                operators.compare(Comparator.LESS_OR_EQUAL, value, high)));
  }

  private Scalar bindJsonField(Expression.JsonField field) throws TaosException {
    Scalar tag = bind(field.tag());
    if (tag.type().type() != TaosType.JSON) {
      throw ErrorCode.INVALID_OPERATION.with("Invalid operation");
    }
    return new JsonField(tag, field.key());
  }

  private Scalar bindCase(Expression.Case choice) throws TaosException {
    Optional<Scalar> operand =
        choice.operand().isPresent() ? Optional.of(bind(choice.operand().get())) : Optional.empty();
    List<Scalar> conditions = new ArrayList<>();
    List<Scalar> results = new ArrayList<>();
    for (Expression.Branch branch : choice.branches()) {
      Scalar when = bind(branch.when());
      conditions.add(
          operand.isPresent() ? operators.compare(Comparator.EQUAL, operand.get(), when) : when);
      results.add(bind(branch.then()));
    }
    results.add(
        choice.otherwise().isPresent()
            ? bind(choice.otherwise().get())
            : Constant.ofNull(DataType.NULL));
    DataType type = DataType.NULL;
    for (Scalar result : results) {
      type = ResultTypes.common(type, result.type());
    }
    List<Scalar> converted = new ArrayList<>();
    for (Scalar result : results) {
      boolean isNull = result instanceof Constant constant && constant.isNull();
      converted.add(isNull ? Constant.ofNull(type) : operators.cast(result, type));
    }
    return Operators.fold(new CaseWhen(conditions, converted, type));
  }
}
