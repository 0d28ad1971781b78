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
