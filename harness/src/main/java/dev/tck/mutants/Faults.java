package dev.tck.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.Op;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The catalogue of seeded faults; most are bugs that some connector once had. */
public final class Faults {
  private static final int CUT_PASSWORD = 8;

  private Faults() {}

  /** Returns all faults in the order of their ids. */
  public static List<Fault> all() {
    return Stream.of(
            general(),
            ColumnFaults.all(),
            ConcurrencyFaults.all(),
            StatementFaults.all(),
            ValueFaults.all())
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Fault::id))
        .toList();
  }

  private static List<Fault> general() {
    return List.of(
        fault(
            "affected-rows-off-by-one", "Affected rows are one too many", Faults::oneMoreAffected),
        new Fault.OnTheWire(
            "answer-cut-short", "Half of an answer is missing", WireFaults::answerCutShort),
        new Fault.OnTheWire(
            "answer-withheld", "An answer never arrives", WireFaults::answerWithheld),
        fault(
            "bytes-cut-at-nul",
            "Bytes end at the first zero byte",
            () -> ResultMutation.values(ValueFaults::cutAtNul)),
        fault("close-ignored", "A closed connection goes on", ConnectionFaults::closeIgnored),
        fault(
            "column-names-upper-cased",
            "Column names are in upper case",
            Faults::upperCasedColumns),
        fault(
            "columns-swapped",
            "The first two columns change places",
            () -> ResultMutation.rows(Faults::swapFirstTwo)),
        new Fault.OnTheWire(
            "connection-cut",
            "The connection ends instead of an answer",
            WireFaults::connectionCut),
        fault(
            "database-ignored",
            "The database of connect is ignored",
            () -> ConnectionFaults.connect(arguments -> arguments.remove("database"))),
        fault(
            "dead-after-close",
            "Closing an unread result kills the connection",
            ConnectionFaults::deadAfterUnreadResult),
        fault(
            "dead-after-error", "An error kills the connection", ConnectionFaults::deadAfterError),
        fault(
            "decimal-as-double",
            "DECIMAL goes through a double",
            () -> ResultMutation.values(ValueFaults::decimalAsDouble)),
        fault(
            "empty-text-as-null",
            "Empty text becomes NULL",
            () -> ResultMutation.values(ValueFaults::emptyAsNull)),
        fault(
            "error-code-lost",
            "Errors have no code of TDengine",
            () -> ConnectionFaults.errors(ConnectionFaults::withoutCode)),
        fault(
            "error-message-lost",
            "Errors have no message of TDengine",
            () -> ConnectionFaults.errors(ConnectionFaults::withoutMessage)),
        fault(
            "error-swallowed",
            "A refused statement reports success",
            () -> ConnectionFaults.errors(Faults::success)),
        fault(
            "float-six-digits",
            "Floating point is printed with six digits",
            () -> ResultMutation.values(ValueFaults::sixDigits)),
        fault(
            "integer-through-double",
            "64-bit integers go through a double",
            () -> ResultMutation.values(ValueFaults::integerThroughDouble)),
        fault(
            "negative-zero-lost",
            "-0.0 becomes 0.0",
            () -> ResultMutation.values(ValueFaults::negativeZeroLost)),
        fault(
            "null-as-zero",
            "NULL becomes zero",
            () -> ResultMutation.typedValues(ValueFaults::nullAsZero)),
        fault("page-repeated", "A page of a result arrives twice", ResultMutation::repeatedPages),
        fault(
            "password-cut",
            "Passwords end after eight characters",
            () -> ConnectionFaults.connect(Faults::cutPassword)),
        fault(
            "row-lost",
            "The last row of a page is lost",
            () -> ResultMutation.firstPage(Faults::dropLastRow)),
        fault(
            "secret-in-error",
            "The error of connect shows the password",
            ConnectionFaults::secretInError),
        fault(
            "text-as-latin1",
            "UTF-8 is read as Latin-1",
            () -> ResultMutation.values(ValueFaults::latin1)),
        fault(
            "text-cut-at-32767",
            "Text ends at 32,767 characters",
            () -> ResultMutation.values(ValueFaults::cutAtShortMax)),
        fault(
            "time-zone-ignored",
            "The time zone of connect is ignored",
            () -> ConnectionFaults.connect(arguments -> arguments.remove("timezone"))),
        fault(
            "timestamp-shifted",
            "Timestamps are eight hours off",
            () -> ResultMutation.values(ValueFaults::shifted)),
        fault(
            "timestamp-truncated-to-ms",
            "Timestamps lose what is below a millisecond",
            () -> ResultMutation.values(ValueFaults::truncatedToMilliseconds)),
        fault(
            "unsigned-as-signed",
            "Unsigned integers are read as signed",
            () -> ResultMutation.values(ValueFaults::unsignedAsSigned)),
        fault("use-ignored", "USE is not sent", ConnectionFaults::useIgnored),
        fault("use-shared", "USE on one connection moves the others", ConnectionFaults::useShared),
        new Fault.OnTheWire(
            "value-changed-on-the-wire", "A value changes on its way", WireFaults::valueChanged),
        fault(
            "wrong-password-accepted",
            "Any password logs in",
            () -> ConnectionFaults.connect(Faults::rootLogin)));
  }

  private static Fault fault(String id, String title, Supplier<Mutation> mutation) {
    return new Fault.InConnector(id, title, channel -> new MutatedChannel(channel, mutation.get()));
  }

  private static Mutation oneMoreAffected() {
    return new Mutation() {
      @Override
      public Reply reply(Request request, Reply reply, AdapterChannel connector) {
        if (request.op() == Op.EXECUTE
            && reply instanceof Reply.Ok ok
            && ok.payload().path("affected").isNumber()) {
          ObjectNode payload = ok.payload().deepCopy();
          return new Reply.Ok(
              ok.seq(), payload.put("affected", payload.path("affected").asLong() + 1));
        }
        return reply;
      }
    };
  }

  private static Mutation upperCasedColumns() {
    return ResultMutation.firstPage(
        payload -> {
          for (JsonNode column : payload.path("columns")) {
            ((ObjectNode) column)
                .put("name", column.path("name").asText().toUpperCase(Locale.ROOT));
          }
          return payload;
        });
  }

  private static void swapFirstTwo(ArrayNode row) {
    if (row.size() > 1) {
      JsonNode first = row.get(0);
      row.set(0, row.get(1));
      row.set(1, first);
    }
  }

  private static ObjectNode dropLastRow(ObjectNode payload) {
    ArrayNode rows = (ArrayNode) payload.path("rows");
    if (!rows.isEmpty()) {
      rows.remove(rows.size() - 1);
    }
    return payload;
  }

  private static Reply success(Reply.Failure failure) {
    return new Reply.Ok(failure.seq(), ConnectionFaults.emptyObject().put("affected", 0));
  }

  private static void cutPassword(ObjectNode arguments) {
    String password = arguments.path("password").asText();
    arguments.put("password", password.substring(0, Math.min(CUT_PASSWORD, password.length())));
  }

  // A fresh TDengine's only user; mutants are only tried on the embedded server.
  private static void rootLogin(ObjectNode arguments) {
    arguments.put("user", "root").put("password", "taosdata");
  }
}
