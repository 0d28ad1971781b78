Feature: Names and types of columns
  A result says what its columns are called and of which type they are, and the server's catalogue can be read like any table.

  Background:
    Given a database
    And the statements
      """
      create stable s (ts timestamp, v int, f float, c varchar(16), n nchar(8)) tags (g int, name varchar(20));
      create table t using s tags (1, 'x');
      insert into t values (1700000000000, 1, 0.5, 'c', 'n');
      """
    And a connection

  @SQL-110 @core @covers:R-15 @killed-by:column-names-upper-cased
  Scenario: Describes a supertable
    When querying
      """
      describe s
      """
    Then the result has 7 rows
    And the columns begin with
      | field : varchar | type : varchar | length : int | note : varchar |

  @SQL-111 @killed-by:row-lost
  Scenario Outline: Reads <what> from the catalogue
    When querying
      """
      <query>
      """
    Then the result is
      | <header> |
      | <value>  |

    Examples:
      | what             | query                                                                                     | header | value |
      | tables           | show tables                                                                               | table_name : varchar | t |
      | supertables      | show stables                                                                              | stable_name : varchar | s |
      | tables by a pattern | show tables like 't%'                                                                  | table_name : varchar | t |
      | a database       | select name from information_schema.ins_databases where name = '$DB'                      | name : varchar | $DB |
      | a table's kind   | select type from information_schema.ins_tables where db_name = '$DB' and table_name = 't' | type : varchar | CHILD_TABLE |
      | a table's columns | select columns from information_schema.ins_tables where db_name = '$DB' and table_name = 't' | columns : int | 5 |

  @SQL-112 @killed-by:row-lost @killed-by:columns-swapped
  Scenario: Reads the tags of a table
    When querying
      """
      show tags from t
      """
    Then the result has 2 rows
    And the columns are
      | table_name : varchar | db_name : varchar | stable_name : varchar | tag_name : varchar | tag_type : varchar | tag_value : varchar |
    When querying
      """
      show table tags from s
      """
    Then the result is
      | tbname : varchar | g : int | name : varchar |
      | t                | 1       | x              |

  @SQL-113 @killed-by:row-lost
  Scenario: Reads how a table was created
    When querying
      """
      show create table t
      """
    Then the result is
      | Table : varchar | Create Table : varchar                                 |
      | t               | CREATE TABLE `t` USING `s` (`g`, `name`) TAGS (1, "x") |

  @SQL-114 @killed-by:column-names-upper-cased
  Scenario Outline: Names the columns of <statement>
    When querying
      """
      <statement>
      """
    Then the columns begin with
      | <first> | <second> |

    Examples:
      | statement             | first                  | second                 |
      | show dnodes           | id : int               | endpoint : varchar     |
      | show users            | name : varchar         | super : tinyint        |
      | show vgroups          | vgroup_id : int        | db_name : varchar      |
      | show cluster          | id : bigint            | name : varchar         |

  @SQL-115 @killed-by:names-cut-at-parenthesis @killed-by:row-lost
  Scenario Outline: Names the column of <expression> as the server does
    When querying
      """
      select <expression> from t
      """
    Then the result is
      | <name> : <type> |
      | <value>         |

    Examples:
      | expression            | name                  | type    | value |
      | COUNT( * )            | count( * )            | bigint  | 1     |
      | cast(v as varchar(3)) | cast(v as varchar(3)) | varchar | 1     |
      | first(`v`)            | first(`v`)            | int     | 1     |
      | concat('(', c, ')')   | concat('(', c, ')')   | varchar | (c)   |

  @SQL-116 @killed-by:column-names-upper-cased @killed-by:back-quotes-removed
  Scenario Outline: Names a column <alias> by its alias
    When querying
      """
      select count(*) as `<alias>` from t
      """
    Then the result is
      | <alias> : bigint |
      | 1                |

    Examples:
      | alias      |
      | Mixed Case |
      | a Mix/b%c  |

  @SQL-109 @covers:R-14 @killed-by:names-only-ascii @killed-by:row-lost
  Scenario Outline: Names a column <alias> beyond ASCII
    When querying
      """
      select count(*) as `<alias>` from t
      """
    Then the result is
      | <alias> : bigint |
      | 1                |

    Examples:
      | alias |
      | 数量  |
      | 😀    |

  @SQL-117 @killed-by:columns-swapped
  Scenario: Reads two columns of the same name
    When querying
      """
      select v as x, c as x, v from t
      """
    Then the result is
      | x : int | x : varchar | v : int |
      | 1       | c           | 1       |

  @SQL-118 @killed-by:column-names-upper-cased
  Scenario: Tells the types of columns and their lengths
    When querying
      """
      select ts, v, f, c, n, name from s
      """
    Then the columns are
      | ts : timestamp | v : int | f : float | c : varchar | n : nchar | name : varchar |
    And the column c should have the length 16
    And the column n should have the length 8
    And the column name should have the length 20

  @SQL-119 @killed-by:row-lost
  Scenario Outline: Asks the server for <what>
    When querying
      """
      select <expression> as r
      """
    Then the result is
      | r : <type> |
      | <value>    |

    Examples:
      | what           | expression      | type    | value |
      | the database   | database()      | varchar | $DB   |
      | NULL           | null            | varchar | NULL  |
