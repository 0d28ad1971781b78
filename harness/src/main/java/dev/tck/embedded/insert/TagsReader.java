package dev.tck.embedded.insert;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.Schema;
import dev.tck.embedded.catalogue.Table;
import dev.tck.embedded.catalogue.TagValues;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.stream.IntStream;

/** Reads {@code [(tag, …)] TAGS (value, …)}. */
final class TagsReader {
  private final SqlScanner scanner;
  private final Schema schema;
  private final ValueReader values;

  TagsReader(SqlScanner scanner, InsertContext context, Table superTable) {
    this.scanner = scanner;
    this.schema = superTable.schema();
    this.values = new ValueReader(scanner, context, superTable.database().precision());
  }

  TagValues read() throws TaosException {
    int[] bound = IntStream.range(0, schema.tags().size()).toArray();
    if (scanner.peek() == ScanKind.LEFT) {
      scanner.next();
      bound = new BoundColumns(scanner).readTags(schema);
    }
    scanner.next();
    if (scanner.kind != ScanKind.TAGS) {
      throw scanner.error("TAGS is expected");
    }
    scanner.next();
    if (scanner.kind != ScanKind.LEFT) {
      throw scanner.error("( is expected");
    }
    TagValues tags = TagValues.NONE;
    for (int index : bound) {
      Column tag = schema.tags().get(index);
      scanner.nextValue();
      tags = tags.with(tag, readValue(values, scanner, tag));
    }
    scanner.nextStrict();
    if (scanner.kind == ScanKind.COMMA) {
      throw ErrorCode.TAGS_NOT_MATCHED.with();
    }
    if (scanner.kind != ScanKind.RIGHT) {
      throw scanner.error(") is expected");
    }
    return tags;
  }

  /** Reads the value of a tag from the token at which the scanner is. */
  static Vector readValue(ValueReader values, SqlScanner scanner, Column tag) throws TaosException {
    values.checkIsValue();
    if (scanner.kind == ScanKind.DURATION) {
      throw scanner.error("not expected tags values ");
    }
    VectorBuilder value = new VectorBuilder(tag.type(), 1);
    values.readToken(tag.type(), tag.name(), false, value);
    return value.build();
  }
}
