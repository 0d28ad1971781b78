Feature: Errors
  What TDengine refuses reaches the caller with TDengine's code.

  @SQL-060 @core @covers:R-07 @covers:R-09 @killed-by:error-code-lost @killed-by:error-swallowed
  Scenario Outline: Reports <what>
    Given a database
    And the statements
      """
      create table t (ts timestamp, v tinyint, s varchar(4));
      """
    And a connection
    When executing
      """
      <sql>
      """
    Then it fails with <code>
    And the error comes from the server

    Examples:
      | what               | code   | sql                                              |
      | a missing table    | 0x2603 | select * from no_such_table                      |
      | a missing column   | 0x2602 | select no_such_column from t                     |
      | a missing database | 0x0388 | use tck_no_such_database                         |
      | a syntax error     | 0x2600 | selct 1                                          |
      | half a statement   | 0x2601 | select * from                                    |
      | a value too great  | 0x0216 | insert into t values (1700000000000, 300, 'a')   |
      | text too long      | 0x2653 | insert into t values (1700000000000, 1, 'abcde') |
      | a table twice      | 0x0603 | create table t (ts timestamp, v int)             |

  @SQL-061 @covers:R-07 @killed-by:error-swallowed
  Scenario: Stores nothing of a statement that fails
    Given a database
    And the statements
      """
      create table t (ts timestamp, v tinyint);
      """
    And a connection
    When executing
      """
      insert into t values (1700000000000, 1) (1700000000001, 300)
      """
    Then it fails with 0x0216
    When querying
      """
      select count(*) from t
      """
    Then the result is
      | count(*) : bigint |
      | 0                 |

  @SQL-062 @killed-by:error-message-lost
  Scenario: Passes TDengine's words on
    Given a database
    And a connection
    When querying
      """
      select * from no_such_table
      """
    Then it fails with 0x2603
    And the error message contains "Table does not exist"

  @SQL-063 @covers:R-07 @covers:R-09 @killed-by:error-code-lost @killed-by:error-swallowed
  Scenario Outline: Reports while reading <what>
    Given a database
    And the statements
      """
      create stable s (ts timestamp, v int, c varchar(8)) tags (g int);
      create table t using s tags (1);
      insert into t values (1700000000000, 1, 'x');
      """
    And a connection
    When querying
      """
      <sql>
      """
    Then it fails with <code>
    And the connection still works

    Examples:
      | what                        | code   | sql                                            |
      | columns beside aggregates   | 0x260C | select v, count(*) from t                      |
      | a wrong argument            | 0x2802 | select abs('x') from t                         |
      | an alias in a condition     | 0x2602 | select v as w from t where w = 1               |
      | fill without a range        | 0x263B | select count(*) from t interval(1s) fill(null) |
      | a union of unlike results   | 0x2634 | select ts, v from t union all select ts from t |

  @SQL-064 @covers:R-09 @killed-by:error-code-lost @killed-by:error-swallowed
  Scenario Outline: Reports while storing <what>
    Given a database with "keep 3650"
    And the statements
      """
      create table t (ts timestamp, v int, s varchar(4), n nchar(2));
      """
    And a connection
    When executing
      """
      insert into <rest>
      """
    Then it fails with <code>
    And reading "select count(*) from t" gives
      | count(*) : bigint |
      | 0                 |

    Examples:
      | what                          | code   | rest                                              |
      | text where a number belongs   | 0x0216 | t (ts, v) values (1700000000000, 'x')             |
      | a time that is none           | 0x0216 | t (ts, v) values ('no time', 1)                   |
      | a time before all that is kept | 0x060B | t (ts, v) values (1000, 1)                       |
      | too few values                | 0x0216 | t values (1700000000000, 1)                       |
      | an unknown column             | 0x2602 | t (ts, nope) values (1700000000000, 1)            |
      | a character too many          | 0x2653 | t (ts, n) values (1700000000000, '中文字')        |
      | an unknown table              | 0x2603 | no_such_table values (1700000000000, 1)           |

  @SQL-065 @covers:R-09 @killed-by:error-code-lost @killed-by:error-swallowed
  Scenario: Reports twenty errors one after the other
    Given a database
    And a connection
    When querying 20 times in each of 1 threads
      """
      select * from no_such_table_$NUMBER
      """
    Then all fail with 0x2603
    And the connection still works
