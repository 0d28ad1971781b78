package dev.tck.embedded.sql;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Statement.Alteration;
import dev.tck.embedded.type.DataType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses ALTER TABLE. */
final class AlterTableParser {
  private final ParserInput input;
  private final TableParser tables;

  AlterTableParser(ParserInput input) {
    this.input = input;
    this.tables = new TableParser(input);
  }

  Statement parse() throws TaosException {
    boolean stable = input.take().isKeyword("stable");
    TableName name = input.expectTableName();
    return new Statement.AlterTable(stable, name, parseAlteration());
  }

  private Alteration parseAlteration() throws TaosException {
    Token verb = input.peek();
    if (verb.kind() != TokenKind.KEYWORD) {
      throw input.unexpected();
    }
    return switch (verb.text()) {
      case "add" -> parseAdd();
      case "drop" -> {
        boolean tag = parseTagOrColumn();
        yield new Statement.DropColumn(tag, input.expectName());
      }
      case "modify" -> parseModify();
      case "rename" -> {
        boolean tag = parseTagOrColumn();
        String from = input.expectName();
        yield new Statement.RenameColumn(tag, from, input.expectName());
      }
      case "set" -> parseSetTags();
      case "comment", "ttl", "keep" -> new Statement.AlterOptions(tables.parseOptions());
      default -> throw input.unexpected();
    };
  }

  private boolean parseTagOrColumn() throws TaosException {
    input.take();
    if (input.acceptKeyword("tag")) {
      return true;
    }
    input.expectKeyword("column");
    return false;
  }

  private Alteration parseAdd() throws TaosException {
    boolean tag = parseTagOrColumn();
    if (!tag) {
      return new Statement.AddColumn(false, tables.parseColumn());
    }
    String name = input.expectName();
    DataType type = new TypeParser(input).parse();
    return new Statement.AddColumn(
        true, new Statement.ColumnDefinition(name, type, false, Map.of()));
  }

  private Alteration parseModify() throws TaosException {
    boolean tag = parseTagOrColumn();
    String name = input.expectName();
    if (tag || input.peek().kind() == TokenKind.KEYWORD) {
      return new Statement.ModifyColumn(tag, name, new TypeParser(input).parse());
    }
    Map<String, String> options = new LinkedHashMap<>();
    do {
      tables.parseCompression(options);
    } while (input.peek().kind() == TokenKind.IDENTIFIER);
    return new Statement.ModifyCompression(name, options);
  }

  private Alteration parseSetTags() throws TaosException {
    input.take();
    input.expectKeyword("tag");
    List<Statement.TagValue> values = new ArrayList<>();
    do {
      String name = input.expectName();
      input.expectSymbol("=");
      values.add(new Statement.TagValue(name, tables.parseTagLiteral()));
    } while (input.acceptSymbol(","));
    return new Statement.SetTags(values);
  }
}
