package dev.tck.scenarios.world;

import dev.tck.adapter.Payloads;
import dev.tck.adapter.Reply;
import dev.tck.values.Value;
import java.util.List;
import java.util.Optional;

/** What came of the last operation, as far as a scenario can check it. */
public sealed interface Answer {

  /** Returns the answer as a finding in a report. */
  String display();

  /**
   * The operation succeeded without a result set.
   *
   * @param affected is the number of affected rows, nothing if the connector gives none
   */
  record Done(Optional<Long> affected) implements Answer {
    @Override
    public String display() {
      return affected
          .map(rows -> rows + " rows affected")
          .orElse("success without a number of rows");
    }
  }

  /** The operation gave a result set, read to its end. */
  record Rows(List<Payloads.Column> columns, List<List<Value>> rows) implements Answer {
    @Override
    public String display() {
      return "a result of " + rows.size() + " rows";
    }
  }

  /** The connector reported an error. */
  record Refused(Reply.Failure error) implements Answer {
    @Override
    public String display() {
      Integer code = error.maskedCode();
      return "error from the "
          + error.origin().text()
          + (code == null ? " without a code" : String.format(" with code 0x%04X", code))
          + ": "
          + error.message();
    }
  }
}
