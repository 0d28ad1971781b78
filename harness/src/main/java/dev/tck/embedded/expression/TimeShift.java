package dev.tck.embedded.expression;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.TimeSpan;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import dev.tck.values.Precision;
import java.time.ZoneId;
import java.util.List;

/**
 * Moves times by a duration literal, months and years by the calendar.
 *
 * @param factor is 1 for later, -1 for earlier
 */
public record TimeShift(Scalar time, TimeSpan span, int factor, Precision precision, ZoneId zone)
    implements Scalar {
  @Override
  public DataType type() {
    return DataType.TIMESTAMP;
  }

  @Override
  public List<Scalar> operands() {
    return List.of(time);
  }

  @Override
  public Vector evaluate(Batch input) throws TaosException {
    Vector times = time.evaluate(input);
    VectorBuilder result = new VectorBuilder(DataType.TIMESTAMP, input.rows());
    for (int row = 0; row < input.rows(); row++) {
      if (times.isNull(row)) {
        result.appendNull();
      } else {
        result.appendLong(span.addTo(Numbers.longAt(times, row), factor, precision, zone));
      }
    }
    return result.build();
  }
}
