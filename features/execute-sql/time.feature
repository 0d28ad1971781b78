Feature: Timestamps
  An instant keeps its precision, before 1970 and long after 2262.

  @SQL-020 @covers:T-07 @killed-by:timestamp-shifted
  Scenario Outline: Keeps a timestamp of precision <precision>
    Given a database with "precision '<precision>'"
    And the statements
      """
      create table t (ts timestamp, w timestamp);
      insert into t values (<instant>, <instant>);
      """
    And a connection
    When querying
      """
      select ts, w from t
      """
    Then the result is
      | ts : timestamp | w : timestamp |
      | <instant>      | <instant>     |

    Examples:
      | precision | instant             |
      | ms        | 1626861392589       |
      | us        | 1626861392589123    |
      | ns        | 1626861392589123999 |

  @SQL-021 @covers:T-07 @killed-by:timestamp-truncated-to-ms
  Scenario Outline: Keeps the last digit of precision <precision>
    Given a database with "precision '<precision>'"
    And the statements
      """
      create table t (ts timestamp, v int);
      insert into t values (<first>, 1) (<second>, 2);
      """
    And a connection
    When querying
      """
      select ts, v from t order by ts
      """
    Then the result is
      | ts : timestamp | v : int |
      | <first>        | 1       |
      | <second>       | 2       |

    Examples:
      | precision | first               | second              |
      | us        | 1700000000000001    | 1700000000000002    |
      | ns        | 1700000000000000001 | 1700000000000000002 |

  @SQL-022 @covers:T-04 @killed-by:timestamp-shifted
  Scenario Outline: Reads instants before 1970 in precision <precision>
    Given a database with "precision '<precision>' keep 36500"
    And the statements
      """
      create table t (ts timestamp, w timestamp);
      insert into t values (1700000000<zeros>, -1) (1700000001<zeros>, <second>);
      """
    And a connection
    When querying
      """
      select w from t order by ts
      """
    Then the result is
      | w : timestamp |
      | -1            |
      | <second>      |

    Examples:
      | precision | zeros     | second         |
      | ms        | 000       | -86400001      |
      | us        | 000000    | -86400000001   |
      | ns        | 000000000 | -86400000000001 |

  @SQL-023 @covers:T-05 @killed-by:timestamp-shifted
  Scenario: Reads milliseconds of the year 3000
    Given a database
    And the statements
      """
      create table t (ts timestamp, w timestamp);
      insert into t values (1700000000000, 32503680000000);
      """
    And a connection
    When querying
      """
      select w from t
      """
    Then the result is
      | w : timestamp  |
      | 32503680000000 |

  @SQL-024 @covers:T-06 @killed-by:timestamp-shifted
  Scenario Outline: Reads a whole second in precision <precision>
    Given a database with "precision '<precision>'"
    And the statements
      """
      create table t (ts timestamp, v int);
      insert into t values ('2023-11-14T22:13:20Z', 1);
      """
    And a connection
    When querying
      """
      select ts from t
      """
    Then the result is
      | ts : timestamp       |
      | 2023-11-14T22:13:20Z |

    Examples:
      | precision |
      | ms        |
      | us        |
      | ns        |
