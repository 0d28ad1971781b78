Feature: The text of a statement
  The server gets the statement as it was written, however long it is and whatever stands around it.

  @SQL-090 @covers:R-23 @killed-by:row-lost
  Scenario Outline: Accepts <what>
    Given a connection without a database
    When querying
      """
      <text>
      """
    Then the result is
      | 1 : bigint |
      | 1          |

    Examples:
      | what                     | text                          |
      | a comment before         | /* c */ select 1              |
      | a comment within         | select /* c */ 1              |
      | a comment after          | select 1 /* c */;             |
      | a comment to the end     | select 1 -- c                 |
      | a comment line           | -- c${U+000A}select 1         |

  @SQL-091 @covers:R-16 @killed-by:statement-cut
  Scenario Outline: Stores by a statement of over <size>
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, v int, s varchar(1000))
      """
    And executing
      """
      insert into t values ${#1001..<last>: (170000000#, #, '${x*960}')}
      """
    Then <rows> rows are affected
    And reading "select count(*), sum(v) from t" gives
      | count(*) : bigint | sum(v) : bigint |
      | <rows>            | <sum>           |

    Examples:
      | size   | rows | last | sum     |
      | 65 KB  | 70   | 1070 | 72485   |
      | 950 KB | 1000 | 2000 | 1500500 |

  @SQL-092 @covers:R-16 @killed-by:statement-cut
  Scenario: Queries by a statement of over 500 KB
    Given a connection without a database
    When querying
      """
      select /* ${0123456789*50000} */ 1
      """
    Then the result is
      | 1 : bigint |
      | 1          |

  @SQL-093 @killed-by:error-swallowed @killed-by:error-code-lost
  Scenario Outline: Reports <what> without doing half of it
    Given a database
    And a connection
    When executing
      """
      <text>
      """
    Then it fails with <code>
    And the connection still works

    Examples:
      | what                   | text                          | code   |
      | a text without end     | select 'abc                   | 0x2600 |
      | a bracket without end  | select count(* from t         | 0x2600 |
      | an unknown function    | select no_such_function(1)    | 0x0374\|0x2600\|0x2801 |
      | an unknown type        | create table t (ts timestamp, v no_such_type) | 0x2600 |

  @SQL-094 @covers:T-19 @killed-by:error-swallowed
  Scenario: Refuses a zero byte in a statement and stores nothing of it
    Given a database
    And the statements
      """
      create table t (ts timestamp, s varchar(16));
      """
    And a connection
    When executing
      """
      insert into t values (1700000000000, 'good') (1700000001000, 'a${U+0000}b')
      """
    Then it fails
    And the connection still works
    And reading "select count(*) from t" gives
      | count(*) : bigint |
      | 0                 |

  @SQL-095 @covers:R-16 @killed-by:error-swallowed @killed-by:error-code-lost
  Scenario Outline: Reports a statement of <bytes> bytes as too long
    Given a connection without a database
    When querying
      """
      select '${<unit>*<count>}' /* ${x*<count>} */
      """
    Then it fails with 0x0219
    And the connection still works

    Examples:
      | bytes     | unit | count  |
      | 1200000   | a    | 600000 |
      | 1200000 in fewer characters | 中 | 300000 |

  @SQL-096 @covers:R-08 @killed-by:error-swallowed @killed-by:error-code-lost
  Scenario: Survives a statement of fifty tables with a wrong tag in each
    Given a database
    And the statements
      """
      create stable s (ts timestamp, v int) tags (n nchar(8));
      """
    And a connection
    When executing
      """
      create table ${#1..50: t# using s tags (涛思)}
      """
    Then it fails with 0x2600
    And the connection still works
    When querying
      """
      show tables
      """
    Then the result has 0 rows
