Feature: Results
  All rows arrive once, in order, under the right names.

  @SQL-040 @core @covers:R-01 @killed-by:row-lost @killed-by:page-repeated
  Scenario Outline: Reads <rows> rows
    Given a database
    And a table t of <rows> rows
    And a connection
    When querying
      """
      select n, s from t order by ts
      """
    Then the result has <rows> rows
    And the column n counts up from 0

    Examples:
      | rows |
      | 4095 |
      | 4096 |
      | 4097 |
      | 9000 |

  @SQL-041 @covers:R-19 @killed-by:column-names-upper-cased
  Scenario: Keeps the columns of an empty result
    Given a database
    And the statements
      """
      create table t (ts timestamp, v int, s nchar(4));
      """
    And a connection
    When querying
      """
      select * from t
      """
    Then the result is
      | ts : timestamp | v : int | s : nchar |

  @SQL-042 @core @covers:R-12 @killed-by:affected-rows-off-by-one
  Scenario: Counts affected rows
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, v int)
      """
    Then 0 rows are affected
    When executing
      """
      insert into t values (1700000000000, 1), (1700000000001, 2) (1700000000002, 3)
      """
    Then 3 rows are affected
    When executing
      """
      insert into t values (1700000000000, 4)
      """
    Then 1 row is affected

  @SQL-043 @killed-by:columns-swapped @killed-by:null-as-zero
  Scenario: Merges rows of the same timestamp
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, a int, b int)
      """
    And executing
      """
      insert into t values (1700000000000, 1, 10)
      """
    And executing
      """
      insert into t (ts, a) values (1700000000000, 2)
      """
    Then 1 row is affected
    When querying
      """
      select a, b from t
      """
    Then the result is
      | a : int | b : int |
      | 2       | 10      |
    When executing
      """
      insert into t values (1700000000000, 3, null)
      """
    And querying
      """
      select a, b from t
      """
    Then the result is
      | a : int | b : int |
      | 3       | NULL    |

  @SQL-044 @covers:R-13 @covers:R-14 @killed-by:column-names-upper-cased
  Scenario: Keeps back-quoted names as they are written
    Given a database
    And a connection
    When executing
      """
      create table `Weird Name-1` (ts timestamp, `select` int, `温度` int, `CamelCase` int)
      """
    Then it succeeds
    When executing
      """
      insert into `Weird Name-1` values (1700000000000, 5, 6, 7)
      """
    Then 1 row is affected
    When querying
      """
      select `select`, `温度`, `CamelCase` from `Weird Name-1`
      """
    Then the result is
      | select : int | 温度 : int | CamelCase : int |
      | 5            | 6          | 7               |

  @SQL-045 @killed-by:row-lost @killed-by:affected-rows-off-by-one
  Scenario: Creates child tables while inserting into several
    Given a database
    And a connection
    When executing
      """
      create stable s (ts timestamp, v int) tags (g int, name nchar(8))
      """
    Then it succeeds
    When executing
      """
      insert into a using s tags (1, 'x') values (1700000000000, 1) (1700000000001, 2) b using s tags (2, 'y') values (1700000000000, 3)
      """
    Then 3 rows are affected
    When querying
      """
      select tbname, ts, v, g, name from s
      """
    Then the result in any order is
      | tbname : varchar | ts : timestamp | v : int | g : int | name : nchar |
      | a                | 1700000000000  | 1       | 1       | x            |
      | a                | 1700000000001  | 2       | 1       | x            |
      | b                | 1700000000000  | 3       | 2       | y            |

  @SQL-046 @killed-by:columns-swapped
  Scenario: Aggregates
    Given a database
    And the statements
      """
      create table t (ts timestamp, v int);
      insert into t values (1700000000000, 1) (1700000000001, 2) (1700000000002, null) (1700000000003, 6);
      """
    And a connection
    When querying
      """
      select count(*), count(v), sum(v), avg(v), min(v), max(v) from t
      """
    Then the result is
      | count(*) : bigint | count(v) : bigint | sum(v) : bigint | avg(v) : double | min(v) : int | max(v) : int |
      | 4                 | 3                 | 9               | 3.0             | 1            | 6            |

  @SQL-047 @covers:R-23 @killed-by:row-lost
  Scenario Outline: Accepts a statement with <ending> at its end
    Given a connection without a database
    When querying
      """
      select 1<text>
      """
    Then the result is
      | 1 : bigint |
      | 1          |

    Examples:
      | ending    | text       |
      | semicolon | ;          |
      | blanks    | ${ *3}     |
      | both      | ;${ *3}    |

  @SQL-048 @covers:R-01 @covers:R-02 @killed-by:row-lost @killed-by:page-repeated
  Scenario Outline: Reads a long result of <rows> rows
    Given a database
    And a table t of <rows> rows
    And a connection
    When querying
      """
      select n, s from t order by ts
      """
    Then the result has <rows> rows
    And the column n counts up from 0

    Examples:
      | rows  |
      | 7000  |
      | 10241 |
      | 20000 |

  @SQL-049 @websocket @native @killed-by:result-ended-by-next
  Scenario: Reads two results of a connection by turns
    Given a database
    And a table t of 9000 rows
    And a connection
    When opening the result A of
      """
      select n from t order by ts
      """
    And opening the result B of
      """
      select n from t where n < 5000 order by ts
      """
    And reading the rest of A
    Then the result has 9000 rows
    And the column n counts up from 0
    When reading the rest of B
    Then the result has 5000 rows
    And the column n counts up from 0

  @SQL-050 @covers:R-05 @killed-by:row-lost @killed-by:dead-after-close
  Scenario: Answers while results stay open, and after they were closed unread
    Given a database
    And a table t of 9000 rows
    And a connection
    When opening the result A of
      """
      select n from t order by ts
      """
    Then the result has 10 rows
    When opening the result B of
      """
      select s from t order by ts
      """
    Then the result has 10 rows
    And the connection still works
    When closing the result B
    Then it succeeds
    When closing the result A
    Then it succeeds
    And the connection still works

  @SQL-051 @killed-by:error-swallowed
  Scenario: Goes on with an open result after another statement failed
    Given a database
    And a table t of 3000 rows
    And a connection
    When opening the result A of
      """
      select n from t order by ts
      """
    And querying
      """
      select * from no_such_table
      """
    Then it fails with 0x2603
    When reading the rest of A
    Then the result has 3000 rows
    And the column n counts up from 0
