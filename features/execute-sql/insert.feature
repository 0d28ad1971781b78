Feature: Inserting
  Each form of INSERT stores what it says, and says how many rows it stored.

  @SQL-070 @core @covers:R-12 @killed-by:affected-rows-off-by-one
  Scenario Outline: Counts the rows of <form>
    Given a database
    And the statements
      """
      create stable s (ts timestamp, v int, w int) tags (g int);
      create table t using s tags (0);
      """
    And a connection
    When executing
      """
      insert into <rest>
      """
    Then <rows> rows are affected
    And reading "select count(*) from s" gives
      | count(*) : bigint |
      | <stored>          |

    Examples:
      | form                         | rest                                                                                                      | rows | stored |
      | rows without commas          | t values (1700000000000, 1, 1) (1700000000001, 2, 2)                                                      | 2    | 2      |
      | columns in another order     | t (w, ts) values (5, 1700000000000), (6, 1700000000001)                                                   | 2    | 2      |
      | two tables                   | t values (1700000000000, 1, 1) x using s tags (1) values (1700000000000, 2, 2) (1700000000001, 3, 3)      | 3    | 3      |
      | three new tables             | x using s tags (1) values (1700000000000, 1, 1) y using s tags (2) values (1700000000000, 2, 2) z using s (g) tags (3) values (1700000000000, 3, 3) | 3    | 3      |
      | the names of a supertable    | s (tbname, g, ts, v) values ('x', 1, 1700000000000, 1) ('y', 2, 1700000000001, 2)                         | 2    | 2      |
      | one timestamp twice          | t values (1700000000000, 1, 1) (1700000000000, 2, 2)                                                      | 1    | 1      |

  @SQL-071 @killed-by:affected-rows-off-by-one
  Scenario: Copies rows by a query
    Given a database
    And the statements
      """
      create table t (ts timestamp, v int);
      create table u (ts timestamp, v int);
      insert into t values (1700000000000, 1) (1700000001000, 2) (1700000002000, 3);
      """
    And a connection
    When executing
      """
      insert into u select * from t where v > 1
      """
    Then 2 rows are affected
    And reading "select v from u order by ts" gives
      | v : int |
      | 2       |
      | 3       |

  @SQL-072 @killed-by:null-as-zero @killed-by:row-lost
  Scenario: Leaves columns NULL that the statement does not name
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, a int, b varchar(4), c bool)
      """
    And executing
      """
      insert into t (ts, b) values (1700000000000, 'x')
      """
    Then 1 row is affected
    When querying
      """
      select a, b, c from t
      """
    Then the result is
      | a : int | b : varchar | c : bool |
      | NULL    | x           | NULL     |

  @SQL-073 @killed-by:row-lost
  Scenario: Keeps the tags of a table that exists already
    Given a database
    And the statements
      """
      create stable s (ts timestamp, v int) tags (g int);
      create table t using s tags (1);
      """
    And a connection
    When executing
      """
      insert into t using s tags (2) values (1700000000000, 7)
      """
    Then 1 row is affected
    When querying
      """
      select v, g from s
      """
    Then the result is
      | v : int | g : int |
      | 7       | 1       |

  @SQL-074 @killed-by:row-lost
  Scenario Outline: Stores an int written as <text>
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, v int)
      """
    And executing
      """
      insert into t values (1700000000000, <text>)
      """
    Then 1 row is affected
    When querying
      """
      select v from t
      """
    Then the result is
      | v : int |
      | <read>  |

    Examples:
      | text  | read |
      | '12'  | 12   |
      | 0x1F  | 31   |
      | 1.6   | 2    |

  @SQL-075 @covers:R-12 @killed-by:affected-rows-off-by-one
  Scenario: Counts a thousand rows of one statement
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, v int)
      """
    And executing
      """
      insert into t values ${#1001..2000: (170000000#, #)}
      """
    Then 1000 rows are affected
    And reading "select count(*), sum(v) from t" gives
      | count(*) : bigint | sum(v) : bigint |
      | 1000              | 1500500         |

  @SQL-076 @killed-by:affected-rows-off-by-one
  Scenario: Creates a hundred tables in one statement
    Given a database
    And the statements
      """
      create stable s (ts timestamp, v int) tags (g int);
      """
    And a connection
    When executing
      """
      insert into ${#1..100: t# using s tags (#) values (1700000000000, #)}
      """
    Then 100 rows are affected
    And reading "select count(*), sum(g) from s" gives
      | count(*) : bigint | sum(g) : bigint |
      | 100               | 5050            |

  @SQL-077 @killed-by:row-lost
  Scenario: Stores the time of the server
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, v int)
      """
    And executing
      """
      insert into t values (now, 1) (now + 1s, 2) (today() - 1d, 3)
      """
    Then 3 rows are affected
    When querying
      """
      select v from t where ts > now - 2d order by ts
      """
    Then the result is
      | v : int |
      | 3       |
      | 1       |
      | 2       |
