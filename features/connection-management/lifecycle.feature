Feature: The life of a connection
  Errors leave a connection usable, and a closed one says that it is closed.

  @CON-020 @core @killed-by:dead-after-error
  Scenario: Survives a statement that fails
    Given a connection without a database
    When querying
      """
      selct 1
      """
    Then it fails with 0x2600
    And the connection still works

  @CON-021 @killed-by:close-ignored
  Scenario: Refuses statements after it was closed
    Given a connection without a database
    When closing the connection
    Then it succeeds
    When querying
      """
      select 1
      """
    Then it fails

  @CON-022 @covers:R-05 @killed-by:row-lost @killed-by:dead-after-close
  Scenario: Goes on after a result that was not read to its end
    Given a database
    And a table t of 9000 rows
    And a connection
    When reading only 10 rows of
      """
      select * from t order by ts
      """
    Then the result has 10 rows
    And the connection still works
    When querying
      """
      select count(*) from t
      """
    Then the result is
      | count(*) : bigint |
      | 9000              |

  @CON-023 @killed-by:close-closes-all
  Scenario: Leaves other connections open when one is closed
    Given a database
    And a connection
    And another connection B
    When closing the connection
    Then it succeeds
    When querying on B
      """
      select 1
      """
    Then the result is
      | 1 : bigint |
      | 1          |

  @CON-024 @covers:O-01 @killed-by:row-lost
  Scenario: Opens twenty connections one after the other
    When logging in 20 times with
      | statement | select 1 |
    Then the result is
      | 1 : bigint |
      | 1          |

  @CON-025 @killed-by:dead-after-error
  Scenario Outline: Survives <what>
    Given a database
    And a connection
    When executing
      """
      <sql>
      """
    Then it fails
    When executing
      """
      create table t (ts timestamp, v int)
      """
    Then 0 rows are affected
    When executing
      """
      insert into t values (1700000000000, 1)
      """
    Then 1 row is affected

    Examples:
      | what                  | sql                                      |
      | an unknown database   | insert into tck_no_such_database.t values (now, 1) |
      | a wrong value         | insert into t values (now, 'x')          |
      | a statement of noise  | §$%&/()=                                 |

  @CON-026 @killed-by:close-closes-all
  Scenario: Closes a connection twice without harm to others
    Given a connection without a database
    And another connection B
    When closing the connection
    Then it succeeds
    When closing the connection
    And querying on B
      """
      select 1
      """
    Then the result is
      | 1 : bigint |
      | 1          |
