Feature: The time zone of a connection
  An instant is an instant; the zone only matters for times written without an offset.

  @CON-030 @covers:CM-10 @killed-by:timestamp-shifted
  Scenario Outline: Reads the same instant in the zone <zone>
    Given a database
    And the statements
      """
      create table t (ts timestamp, v int);
      insert into t values (1685190986152, 1);
      """
    When connecting with
      | timezone | <zone> |
    Then it succeeds
    When querying
      """
      select ts, v from t
      """
    Then the result is
      | ts : timestamp | v : int |
      | 1685190986152  | 1       |

    Examples:
      | zone             |
      | UTC              |
      | Asia/Shanghai    |
      | America/New_York |

  @CON-031 @websocket @native @covers:CM-11 @since:3.3.5.0 @killed-by:time-zone-ignored
  Scenario: Reads a time without an offset in the connection's zone
    Given a database
    And the statements
      """
      create table t (ts timestamp, v int);
      """
    When connecting with
      | timezone | Asia/Shanghai |
    Then it succeeds
    When executing
      """
      insert into t values ('2023-11-15 06:13:20', 1)
      """
    Then 1 row is affected
    And reading "select ts from t" gives
      | ts : timestamp |
      | 1700000000000  |
