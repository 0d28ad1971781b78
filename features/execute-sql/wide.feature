Feature: Wide rows
  Many columns and long rows arrive whole.

  @SQL-100 @covers:R-18 @killed-by:columns-beyond-255-lost
  Scenario Outline: Reads <columns> columns
    Given a database
    And the statements
      """
      create table t (ts timestamp${#1..<columns>:, c# int});
      insert into t values (1700000000000${#1..<columns>:, #});
      """
    And a connection
    When querying
      """
      select * from t
      """
    Then the result has 1 row
    And the result has <all> columns
    And the column c1 counts up from 1
    And the column c<columns> counts up from <columns>

    Examples:
      | columns | all  |
      | 300     | 301  |
      | 4095    | 4096 |

  @SQL-101 @covers:R-18 @since:3.0.5.0 @killed-by:text-cut-at-32767
  Scenario: Reads a row of 64 KB
    Given a database
    And the statements
      """
      create table t (ts timestamp, s varchar(65517));
      insert into t values (1700000000000, '${a*65517}') (1700000001000, '${b*65517}');
      """
    And a connection
    When querying
      """
      select s from t order by ts
      """
    Then the result is
      | s : varchar   |
      | ${a*65517} |
      | ${b*65517} |

  @SQL-102 @covers:R-18 @killed-by:row-lost
  Scenario: Reads a row with long texts of several kinds
    Given a database
    And the statements
      """
      create table t (ts timestamp, a varchar(20000), b nchar(5000), c varchar(20000), d int);
      insert into t values (1700000000000, '${a*20000}', '${中*5000}', '${c*20000}', 7);
      """
    And a connection
    When querying
      """
      select a, b, c, d from t
      """
    Then the result is
      | a : varchar   | b : nchar     | c : varchar   | d : int |
      | ${a*20000} | ${中*5000} | ${c*20000} | 7       |

  @SQL-103 @covers:R-18 @killed-by:row-lost
  Scenario: Reads 128 tags
    Given a database
    And the statements
      """
      create stable s (ts timestamp, v int) tags (t1 int${#2..128:, t# int});
      insert into a using s tags (1${#2..128:, #}) values (1700000000000, 0);
      """
    And a connection
    When querying
      """
      select * from s
      """
    Then the result has 1 row
    And the result has 130 columns
    And the column t128 counts up from 128

  @SQL-104 @killed-by:error-swallowed @killed-by:error-code-lost
  Scenario Outline: Reports <what>
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, <columns>)
      """
    Then it fails with <code>

    Examples:
      | what                  | columns                            | code   |
      | a row over the limit  | a varchar(40000), b varchar(40000) | 0x263E |
      | a column too many     | c0 int${#1..4095:, c# int}         | 0x2640 |
      | a name over the limit | ${x*65} int                        | 0x2617 |

  @SQL-105 @covers:R-01 @covers:R-17 @killed-by:row-lost @killed-by:page-repeated
  Scenario: Reads many long rows
    Given a database
    And a table t of 3000 rows
    And the statements
      """
      create table u (ts timestamp, n int, a varchar(4000));
      insert into u select ts, n, concat(s, '${ long*400}') from t;
      """
    And a connection
    When querying
      """
      select n, a from u order by ts
      """
    Then the result has 3000 rows
    And the column n counts up from 0
