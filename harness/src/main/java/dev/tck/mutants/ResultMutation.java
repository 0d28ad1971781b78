package dev.tck.mutants;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.Op;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.values.Value;
import dev.tck.values.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Mutations of result pages. */
final class ResultMutation {

  private ResultMutation() {}

  /** Changes the payload of replies to query and next. */
  private record Pages(UnaryOperator<ObjectNode> first, UnaryOperator<ObjectNode> later)
      implements Mutation {
    @Override
    public Reply reply(Request request, Reply reply, AdapterChannel connector) {
      if (reply instanceof Reply.Ok ok && ok.payload().has("rows")) {
        UnaryOperator<ObjectNode> change = request.op() == Op.QUERY ? first : later;
        return new Reply.Ok(ok.seq(), change.apply(ok.payload().deepCopy()));
      }
      return reply;
    }
  }

  /** Changes every value. */
  static Mutation values(UnaryOperator<Value> change) {
    return rows(
        row -> {
          for (int column = 0; column < row.size(); column++) {
            row.set(column, ValueJson.toJson(change.apply(ValueJson.fromJson(row.get(column)))));
          }
        });
  }

  /** Changes every value, knowing its column's type. */
  static Mutation typedValues(BiFunction<String, Value, Value> change) {
    List<String> types = new ArrayList<>();
    UnaryOperator<ObjectNode> mutate =
        payload -> {
          if (payload.has("columns")) {
            types.clear();
            payload.path("columns").forEach(column -> types.add(column.path("type").asText()));
          }
          payload
              .path("rows")
              .forEach(
                  row -> {
                    ArrayNode cells = (ArrayNode) row;
                    for (int column = 0; column < cells.size(); column++) {
                      Value value = ValueJson.fromJson(cells.get(column));
                      cells.set(column, ValueJson.toJson(change.apply(types.get(column), value)));
                    }
                  });
          return payload;
        };
    return new Pages(mutate, mutate);
  }

  /** Changes every row. */
  static Mutation rows(java.util.function.Consumer<ArrayNode> change) {
    UnaryOperator<ObjectNode> mutate =
        payload -> {
          payload.path("rows").forEach(row -> change.accept((ArrayNode) row));
          return payload;
        };
    return new Pages(mutate, mutate);
  }

  /** Changes the first page. */
  static Mutation firstPage(UnaryOperator<ObjectNode> change) {
    return new Pages(change, UnaryOperator.identity());
  }

  /** Sends the rows of the page before once more with every later page. */
  static Mutation repeatedPages() {
    List<ArrayNode> before = new ArrayList<>();
    UnaryOperator<ObjectNode> remember =
        payload -> {
          before.clear();
          before.add(((ArrayNode) payload.path("rows")).deepCopy());
          return payload;
        };
    UnaryOperator<ObjectNode> repeat =
        payload -> {
          ArrayNode rows = (ArrayNode) payload.path("rows");
          before.forEach(page -> page.forEach(rows::add));
          return payload;
        };
    return new Pages(remember, repeat);
  }
}
