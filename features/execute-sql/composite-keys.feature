Feature: Composite keys
  A table whose rows are told apart by their timestamp and a second column keeps them all.

  Background:
    Given a database
    And the statements
      """
      create table t (ts timestamp, k int primary key, v int);
      """
    And a connection

  @SQL-140 @since:3.3.0.0 @killed-by:row-lost @killed-by:affected-rows-off-by-one
  Scenario: Keeps several rows of the same timestamp
    When executing
      """
      insert into t values (1700000000000, 1, 10) (1700000000000, 2, 20) (1700000001000, 1, 30)
      """
    Then 3 rows are affected
    When querying
      """
      select ts, k, v from t order by ts, k
      """
    Then the result is
      | ts : timestamp | k : int | v : int |
      | 1700000000000  | 1       | 10      |
      | 1700000000000  | 2       | 20      |
      | 1700000001000  | 1       | 30      |

  @SQL-141 @since:3.3.0.0 @killed-by:row-lost
  Scenario: Replaces the row whose timestamp and key are the same
    When executing
      """
      insert into t values (1700000000000, 1, 10) (1700000000000, 2, 20)
      """
    And executing
      """
      insert into t values (1700000000000, 2, 21)
      """
    Then 1 row is affected
    When querying
      """
      select k, v from t order by ts, k
      """
    Then the result is
      | k : int | v : int |
      | 1       | 10      |
      | 2       | 21      |

  @SQL-142 @since:3.3.0.0 @killed-by:error-swallowed
  Scenario: Refuses a row without its key
    When executing
      """
      insert into t values (1700000000000, null, 10)
      """
    Then it fails
    And reading "select count(*) from t" gives
      | count(*) : bigint |
      | 0                 |
