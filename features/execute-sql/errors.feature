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
