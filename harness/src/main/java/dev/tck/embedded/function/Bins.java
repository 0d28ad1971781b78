package dev.tck.embedded.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;

/** Reads the bins that HISTOGRAM is given as JSON text. */
final class Bins {
  /** The type of a bin's description. */
  static final DataType TEXT = DataType.varchar(510);

  private static final int MOST_BINS = 1000;
  private static final String FORMAT = "invalid format for binDesc parameter";

  private Bins() {}

  /** Returns whether a text names a kind of bins. */
  static boolean isKind(String kind) {
    return kind.equals("user_input") || kind.equals("linear_bin") || kind.equals("log_bin");
  }

  /**
   * Returns the bounds between the bins.
   *
   * @throws TaosException if the text does not describe bins of this kind (10240)
   */
  static double[] parse(String kind, String text) throws TaosException {
    JsonNode description;
    try {
      description = JsonMapper.builder().build().readTree(text);
    } catch (JsonProcessingException e) {
      throw invalid(FORMAT);
    }
    if (description.isArray() && kind.equals("user_input")) {
      return listed(description);
    } else if (description.isObject()) {
      return computed(description, kind);
    }
    throw invalid(FORMAT);
  }

  private static TaosException invalid(String reason) {
    return ErrorCode.HISTOGRAM.with(reason);
  }

  private static void require(boolean holds, String reason) throws TaosException {
    if (!holds) {
      throw invalid(reason);
    }
  }

  private static double[] listed(JsonNode list) throws TaosException {
    require(!list.isEmpty(), FORMAT);
    double[] bounds = new double[list.size()];
    for (int index = 0; index < bounds.length; index++) {
      require(list.get(index).isNumber(), FORMAT);
      bounds[index] = list.get(index).doubleValue();
      require(index == 0 || bounds[index] > bounds[index - 1], FORMAT);
    }
    return bounds;
  }

  private static double[] computed(JsonNode description, String kind) throws TaosException {
    require(description.size() == 4, "requires four parameters");
    JsonNode start = description.path("start");
    JsonNode count = description.path("count");
    JsonNode infinity = description.path("infinity");
    require(start.isNumber() && count.isNumber() && infinity.isBoolean(), FORMAT);
    require(
        count.asInt() > 0 && count.asInt() <= MOST_BINS,
        "binDesc parameter \"count\" should be in range [1, 1000]");
    boolean logarithmic = kind.equals("log_bin");
    JsonNode step = description.path(logarithmic ? "factor" : "width");
    require(step.isNumber() && !kind.equals("user_input"), FORMAT);
    double first = start.doubleValue();
    double width = step.doubleValue();
    if (logarithmic) {
      require(first != 0, "binDesc parameter \"start\" cannot be 0 with \"log_bin\" type");
      require(
          width > 0 && width != 1,
          "binDesc parameter \"factor\" cannot be negative or equal to 0/1");
    } else {
      require(width != 0, "binDesc parameter \"width\" cannot be 0");
    }
    return bounds(first, width, count.asInt(), logarithmic, infinity.booleanValue());
  }

  private static double[] bounds(
      double first, double step, int count, boolean logarithmic, boolean open)
      throws TaosException {
    int offset = open ? 1 : 0;
    double[] bounds = new double[count + 1 + 2 * offset];
    for (int index = 0; index <= count; index++) {
      double bound = logarithmic ? first * Math.pow(step, index) : first + index * step;
      require(!Double.isInfinite(bound), "bin/parameter should be in range [-DBL_MAX, DBL_MAX]");
      bounds[index + offset] = bound;
    }
    if (open) {
      boolean descending = bounds[1] > bounds[bounds.length - 2];
      bounds[0] = descending ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
      bounds[bounds.length - 1] = descending ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return bounds;
  }
}
