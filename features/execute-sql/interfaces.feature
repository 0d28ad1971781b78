Feature: Interfaces beside each other
  What one interface writes, every other one reads.

  @SQL-120 @core @covers:R-21 @killed-by:row-lost @killed-by:columns-swapped
  Scenario: Reads what another interface wrote
    Given a database
    And the statements by the other interface
      """
      create table t (ts timestamp, v bigint, d double, s varchar(16), n nchar(16));
      insert into t values (1700000000000, -9007199254740993, 0.1, 'é', '涛思😀') (1700000000001, null, null, '', null);
      """
    And a connection
    When querying
      """
      select * from t order by ts
      """
    Then the result is
      | ts : timestamp | v : bigint        | d : double | s : varchar | n : nchar |
      | 1700000000000  | -9007199254740993 | 0.1        | é           | 涛思😀    |
      | 1700000000001  | NULL              | NULL       | ""          | NULL      |

  @SQL-121 @core @covers:R-21 @killed-by:affected-rows-off-by-one @killed-by:statement-measured-in-characters
  Scenario: Writes what another interface reads
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, v bigint, d double, s varchar(16), n nchar(16))
      """
    And executing
      """
      insert into t values (1700000000000, -9007199254740993, 0.1, 'é', '涛思😀') (1700000000001, null, null, '', null)
      """
    Then 2 rows are affected
    And reading "select * from t order by ts" by the other interface gives
      | ts : timestamp | v : bigint        | d : double | s : varchar | n : nchar |
      | 1700000000000  | -9007199254740993 | 0.1        | é           | 涛思😀    |
      | 1700000000001  | NULL              | NULL       | ""          | NULL      |

  # Not natively: libtaos 3.3.6.6 answers from what it remembers of the table, and a client of its own learns of a change late.
  @SQL-122 @rest @websocket @covers:R-21 @killed-by:row-lost
  Scenario: Sees at once what another interface changed
    Given a database
    And the statements by the other interface
      """
      create table t (ts timestamp, v int);
      insert into t values (1700000000000, 1);
      """
    And a connection
    When querying
      """
      select * from t
      """
    Then the result is
      | ts : timestamp | v : int |
      | 1700000000000  | 1       |
    Given the statements by the other interface
      """
      alter table t add column w int;
      insert into t values (1700000001000, 2, 20);
      """
    When querying
      """
      select * from t order by ts
      """
    Then the result is
      | ts : timestamp | v : int | w : int |
      | 1700000000000  | 1       | NULL    |
      | 1700000001000  | 2       | 20      |

  @SQL-123 @covers:R-21 @covers:T-07 @killed-by:timestamp-truncated-to-ms
  Scenario Outline: Reads instants of precision <precision> that another interface wrote
    Given a database with "precision '<precision>'"
    And the statements by the other interface
      """
      create table t (ts timestamp, w timestamp);
      insert into t values (<count>, -1);
      """
    And a connection
    When querying
      """
      select ts, w from t
      """
    Then the result is
      | ts : timestamp | w : timestamp |
      | <count>        | -1            |

    Examples:
      | precision | count               |
      | us        | 1700000000123456    |
      | ns        | 1700000000123456789 |
