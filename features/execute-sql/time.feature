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

  @SQL-025 @covers:T-04 @killed-by:timestamp-mirrored-before-1970
  Scenario Outline: Reads a fraction of a second before 1970 in precision <precision>
    Given a database with "precision '<precision>'"
    And the statements
      """
      create table t (ts timestamp, w timestamp);
      insert into t values ('2023-11-14T22:13:20Z', '<text>');
      """
    And a connection
    When querying
      """
      select w from t
      """
    Then the result is
      | w : timestamp |
      | <count>       |

    Examples:
      | precision | text                           | count               |
      | ms        | 1969-12-31T23:59:58.999Z       | -1001               |
      | us        | 1969-12-31T00:00:00.000001Z    | -86399999999        |
      | ns        | 1969-12-31T23:59:58.999999999Z | -1000000001         |

  @SQL-026 @covers:T-05 @killed-by:timestamp-wrapped-after-2262
  Scenario Outline: Reads an instant after 2262 in precision <precision>
    Given a database with "precision '<precision>'"
    And the statements
      """
      create table t (ts timestamp, w timestamp);
      insert into t values ('2023-11-14T22:13:20Z', <count>);
      """
    And a connection
    When querying
      """
      select w from t
      """
    Then the result is
      | w : timestamp |
      | <count>       |

    Examples:
      | precision | count             |
      | ms        | 9223372036855     |
      | us        | 32503680000000001 |

  @SQL-027 @covers:T-07 @killed-by:timestamp-truncated-to-ms
  Scenario: Reads the last nanosecond of 2261
    Given a database with "precision 'ns'"
    And the statements
      """
      create table t (ts timestamp, w timestamp);
      insert into t values (1700000000000000000, 9214646399999999999);
      """
    And a connection
    When querying
      """
      select w from t
      """
    Then the result is
      | w : timestamp       |
      | 9214646399999999999 |

  @SQL-028 @core @killed-by:timestamp-shifted @killed-by:row-lost
  Scenario Outline: Stores a time written with <what>
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, v int)
      """
    And executing
      """
      insert into t values (<text>, 1)
      """
    Then 1 row is affected
    When querying
      """
      select ts, v from t
      """
    Then the result is
      | ts : timestamp | v : int |
      | <count>        | 1       |

    Examples:
      | what                | text                            | count         |
      | an offset           | '2023-11-15T06:13:20.5+08:00'   | 1700000000500 |
      | an offset sans colon | '2023-11-14 17:13:20.001-0500' | 1700000000001 |
      | a leap day          | '2024-02-29T12:00:00Z'          | 1709208000000 |
      | the end of a year   | '2023-12-31T23:59:59.999Z'      | 1704067199999 |

  @SQL-029 @killed-by:timestamp-truncated-to-ms
  Scenario: Stores a nanosecond through a text
    Given a database with "precision 'ns'"
    And a connection
    When executing
      """
      create table t (ts timestamp, v int)
      """
    And executing
      """
      insert into t values ('2023-11-14T22:13:20.123456789Z', 1)
      """
    Then 1 row is affected
    When querying
      """
      select ts, v from t
      """
    Then the result is
      | ts : timestamp      | v : int |
      | 1700000000123456789 | 1       |
