package dev.tck.embedded.sql;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Statement.UserSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the statements about users and privileges. */
final class UserParser {
  private final ParserInput input;
  private final QueryParser queries;

  UserParser(ParserInput input, QueryParser queries) {
    this.input = input;
    this.queries = queries;
  }

  Statement parseCreate() throws TaosException {
    input.take();
    String name = input.expectName();
    input.expectKeyword("pass");
    String password = input.expectString();
    long systemInformation = input.acceptKeyword("sysinfo") ? input.expectInteger() : 1;
    long createDatabase = input.acceptKeyword("createdb") ? input.expectInteger() : 0;
    if (input.acceptKeyword("is_import")) {
      input.expectInteger();
    }
    if (input.isKeyword("host")) {
      throw input.notSupported("host");
    }
    return new Statement.CreateUser(name, password, systemInformation, createDatabase);
  }

  Statement parseAlter() throws TaosException {
    input.take();
    String name = input.expectName();
    if (input.acceptKeyword("pass")) {
      return new Statement.AlterUser(name, UserSetting.PASSWORD, input.expectString());
    }
    if (input.isKeyword("add") || input.isKeyword("drop")) {
      throw input.notSupported("host");
    }
    UserSetting setting;
    if (input.acceptKeyword("enable")) {
      setting = UserSetting.ENABLE;
    } else if (input.acceptKeyword("sysinfo")) {
      setting = UserSetting.SYSTEM_INFORMATION;
    } else {
      input.expectKeyword("createdb");
      setting = UserSetting.CREATE_DATABASE;
    }
    return new Statement.AlterUser(name, setting, Long.toString(input.expectInteger()));
  }

  Statement parseDrop() throws TaosException {
    input.take();
    return new Statement.DropUser(input.expectName());
  }

  /** Parses GRANT or REVOKE. */
  Statement parsePrivileges() throws TaosException {
    boolean grant = input.take().isKeyword("grant");
    List<String> privileges = parseKinds();
    input.expectKeyword("on");
    String database;
    Optional<String> table = Optional.empty();
    if (input.acceptSymbol("*")) {
      database = "*";
      input.expectSymbol(".");
      input.expectSymbol("*");
      table = Optional.of("*");
    } else {
      database = input.expectLongName();
      if (input.acceptSymbol(".")) {
        table = Optional.of(input.acceptSymbol("*") ? "*" : input.expectLongName());
      }
    }
    Optional<Expression> condition = Optional.empty();
    String text = "";
    if (input.acceptKeyword("with")) {
      int mark = input.mark();
      condition = Optional.of(queries.expressions().parseCommon());
      text = input.textSince(mark);
    }
    input.expectKeyword(grant ? "to" : "from");
    return new Statement.ChangePrivileges(
        grant, privileges, database, table, condition, text, input.expectName());
  }

  private List<String> parseKinds() throws TaosException {
    if (input.acceptKeyword("all")) {
      return List.of("all");
    }
    if (input.acceptKeyword("subscribe")) {
      return List.of("subscribe");
    }
    List<String> kinds = new ArrayList<>();
    do {
      Token token = input.peek();
      if (!token.isKeyword("read") && !token.isKeyword("write") && !token.isKeyword("alter")) {
        throw input.unexpected();
      }
      kinds.add(input.take().text());
    } while (input.acceptSymbol(","));
    return kinds;
  }
}
