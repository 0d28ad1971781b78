Feature: Identifiers
  A name means the same to the connector as to the server, whatever its letters.

  @SQL-080 @covers:R-13 @killed-by:statement-lower-cased @killed-by:back-quotes-removed
  Scenario: Tells names apart by case in back-quotes
    Given a database
    And a connection
    When executing
      """
      create table `Upper` (ts timestamp, `Value` int)
      """
    And executing
      """
      create table upper (ts timestamp, `value` int)
      """
    Then it succeeds
    When executing
      """
      insert into `Upper` (ts, `Value`) values (1700000000000, 1)
      """
    Then 1 row is affected
    When querying
      """
      select `Value` from `Upper`
      """
    Then the result is
      | Value : int |
      | 1           |
    When querying
      """
      select `value` from Upper
      """
    Then the result has 0 rows

  @SQL-081 @covers:R-14 @killed-by:back-quotes-removed @killed-by:row-lost
  Scenario Outline: Reads a column called <name>
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, `<name>` int)
      """
    And executing
      """
      insert into t (ts, `<name>`) values (1700000000000, 5)
      """
    Then 1 row is affected
    When querying
      """
      select `<name>` from t
      """
    Then the result is
      | <name> : int |
      | 5            |

    Examples:
      | name     |
      | key      |
      | abc@TD   |
      | two words |
      | a.b      |
      | it's     |
      | "quoted" |

  @SQL-082 @covers:R-14 @killed-by:names-cut-at-32
  Scenario: Reads a column whose name has 64 letters
    Given a database
    And the statements
      """
      create table t (ts timestamp, ${abcdefgh*8} int);
      insert into t values (1700000000000, 5);
      """
    And a connection
    When querying
      """
      select ${abcdefgh*8} from t
      """
    Then the result is
      | ${abcdefgh*8} : int |
      | 5                   |

  @SQL-083 @covers:R-13 @killed-by:statement-lower-cased @killed-by:back-quotes-removed
  Scenario: Creates child tables with odd names
    Given a database
    And the statements
      """
      create stable s (ts timestamp, v int) tags (g int);
      """
    And a connection
    When executing
      """
      insert into `Low UP-1` using s tags (1) values (1700000000000, 1) `温度` using s tags (2) values (1700000001000, 2)
      """
    Then 2 rows are affected
    When querying
      """
      select tbname, v from s order by ts
      """
    Then the result is
      | tbname : varchar | v : int |
      | Low UP-1         | 1       |
      | 温度             | 2       |

  @SQL-084 @killed-by:column-names-upper-cased @killed-by:row-lost
  Scenario: Folds names without back-quotes to lower case
    Given a database
    And the statements
      """
      create table t (ts timestamp, v int);
      insert into t values (1700000000000, 1);
      """
    And a connection
    When querying
      """
      SELECT V AS Total, v `Alias` FROM T
      """
    Then the result is
      | total : int | Alias : int |
      | 1           | 1           |

  @SQL-085 @killed-by:row-lost
  Scenario: Writes and reads a table of another database
    Given a database
    And a database
    And the statements
      """
      create table $DB2.t (ts timestamp, v int);
      """
    And a connection
    When executing
      """
      insert into $DB2.t values (1700000000000, 1)
      """
    Then 1 row is affected
    When querying
      """
      select v from `$DB2`.`t`
      """
    Then the result is
      | v : int |
      | 1       |
