Feature: Floating-point numbers
  A number comes back with the bits that were stored, whatever text it went through.

  @SQL-300 @covers:T-08 @killed-by:double-as-float @killed-by:row-lost
  Scenario Outline: Reads the double <value>
    Given a database
    And the statements
      """
      create table t (ts timestamp, v double);
      insert into t values (1700000000000, <value>);
      """
    And a connection
    When querying
      """
      select v from t
      """
    Then the result is
      | v : double |
      | <value>    |

    Examples:
      | value                   |
      | 0.1                     |
      | -1.7976931348623157e308 |
      | 3.141592653589793       |
      | 9007199254740991.0      |

  @SQL-301 @covers:T-08 @killed-by:subnormals-lost
  Scenario: Reads the numbers nearest to zero
    Given a database
    And the statements
      """
      create table t (ts timestamp, f float, d double);
      insert into t values (1700000000000, 1.4e-45, 2.2250738585072014e-308) (1700000001000, -1.1754942e-38, -2.2250738585072014e-308);
      """
    And a connection
    When querying
      """
      select f, d / 4503599627370496 as least, d / 4 as small from t order by ts
      """
    Then the result is
      | f : float      | least : double | small : double         |
      | 1.4e-45        | 5e-324         | 5.562684646268003e-309 |
      | -1.1754942e-38 | -5e-324        | -5.562684646268003e-309 |

  @SQL-302 @covers:T-08 @killed-by:float-six-digits @killed-by:row-lost
  Scenario Outline: Reads the float <value>
    Given a database
    And the statements
      """
      create table t (ts timestamp, v float);
      insert into t values (1700000000000, <value>);
      """
    And a connection
    When querying
      """
      select v from t
      """
    Then the result is
      | v : float |
      | <value>   |

    Examples:
      | value                 |
      | 3.4028234663852886e38 |
      | 16777217.0    |
      | 0.333333343   |

  @SQL-303 @covers:T-08 @killed-by:float-six-digits @killed-by:row-lost
  Scenario: Reads a float as exactly as a double made of it
    Given a database
    And the statements
      """
      create table t (ts timestamp, f float);
      insert into t values (1700000000000, 8.6);
      """
    And a connection
    When querying
      """
      select f, cast(f as double) as d from t
      """
    Then the result is
      | f : float | d : double        |
      | 8.6       | 8.600000381469727 |

  @SQL-304 @websocket @native @covers:T-10 @killed-by:non-finite-as-null
  Scenario: Reads what is no finite number
    Given a connection without a database
    When querying
      """
      select cast('nan' as double) as n, cast('inf' as double) as i, cast('-inf' as double) as m
      """
    Then the result is
      | n : double | i : double | m : double |
      | NaN        | Inf        | -Inf       |
