Feature: Functions
  What the server computes arrives under the name, in the type and with the value that the server gave it.

  Background:
    Given a database
    And the statements
      """
      create stable s (ts timestamp, i int, d double, f float, c varchar(16), n nchar(8), b bool) tags (g int);
      create table t using s tags (1);
      insert into t values (1700000000000, 1, 1.5, 0.5, 'one', '一', true) (1700000001000, 2, 2.25, 1.5, 'two', '二', false) (1700000002000, null, null, null, null, null, null) (1700000003000, 4, -8.5, 2.5, 'four', '四', true) (1700000006000, 4, 16.125, 4.5, ' x ', '四', true);
      """
    And a connection

  @SQL-170 @killed-by:numbers-as-text @killed-by:names-cut-at-parenthesis @killed-by:row-lost
  Scenario Outline: Reads the aggregate <expression>
    When querying
      """
      select <expression> from t
      """
    Then the result is
      | <expression> : <type> |
      | <value>               |

    Examples:
      | expression         | type   | value             |
      | count(i)           | bigint | 4                 |
      | sum(i)             | bigint | 11                |
      | avg(i)             | double | 2.75              |
      | max(i)             | int    | 4                 |
      | spread(d)          | double | 24.625            |
      | percentile(i, 50)  | double | 3.0               |
      | hyperloglog(i)     | bigint | 3                 |
      | twa(i)             | double | 3.25              |

  @SQL-171 @killed-by:names-cut-at-parenthesis @killed-by:row-lost
  Scenario Outline: Reads what <expression> chooses
    When querying
      """
      select <expression> from t
      """
    Then the result is
      | <expression> : <type> |
      | <value>               |

    Examples:
      | expression  | type      | value         |
      | first(c)    | varchar   | one           |
      | last_row(d) | double    | 16.125        |
      | mode(i)     | int       | 4             |

  @SQL-172 @killed-by:numbers-as-text @killed-by:row-lost
  Scenario Outline: Reads the rows of <function>
    When querying
      """
      select <function> as r from t limit 1
      """
    Then the result is
      | r : <type> |
      | <value>    |

    Examples:
      | function                  | type   | value |
      | diff(i)                   | bigint | 1     |
      | csum(i)                   | bigint | 1     |
      | derivative(i, 1s, 0)      | double | 1.0   |
      | statecount(i, 'GE', 2)    | bigint | -1    |

  @SQL-173 @killed-by:numbers-as-text @killed-by:row-lost
  Scenario: Reads the greatest, the least and the last rows with their times
    When querying
      """
      select ts, top(i, 2) from t
      """
    Then the result in any order is
      | ts : timestamp | top(i, 2) : int |
      | 1700000003000  | 4               |
      | 1700000006000  | 4               |
    When querying
      """
      select ts, bottom(d, 2) from t
      """
    Then the result in any order is
      | ts : timestamp | bottom(d, 2) : double |
      | 1700000000000  | 1.5                   |
      | 1700000003000  | -8.5                  |
    When querying
      """
      select ts, tail(i, 2) from t
      """
    Then the result in any order is
      | ts : timestamp | tail(i, 2) : int |
      | 1700000006000  | 4                |
      | 1700000003000  | 4                |

  @SQL-174 @killed-by:row-lost @killed-by:null-as-zero
  Scenario: Reads each different value once
    When querying
      """
      select ts, unique(i) from t
      """
    Then the result in any order is
      | ts : timestamp | unique(i) : int |
      | 1700000002000  | NULL            |
      | 1700000003000  | 4               |
      | 1700000001000  | 2               |
      | 1700000000000  | 1               |

  @SQL-175 @killed-by:numbers-as-text @killed-by:row-lost
  Scenario Outline: Computes <expression>
    When querying
      """
      select <expression> as r
      """
    Then the result is
      | r : <type> |
      | <value>    |

    Examples:
      | expression                                   | type         | value              |
      | 7 / 2                                        | double       | 3.5                |
      | sqrt(2)                                      | double       | 1.4142135623730951 |
      | char_length('涛思')                            | bigint       | 2                  |
      | cast(3000000000 as int unsigned)             | int unsigned | 3000000000         |
      | timediff(1700000010000, 1700000000000, 1s)   | bigint       | 10                 |

  @SQL-176 @killed-by:row-lost
  Scenario Outline: Builds the text <expression>
    When querying
      """
      select <expression> as r
      """
    Then the result is
      | r : <type> |
      | <value>    |

    Examples:
      | expression                | type    | value                            |
      | concat('a', 'b', 'c')     | varchar | abc                              |
      | substr('connector', 4, 3) | varchar | nec                              |
      | cast(12 as varchar(8))    | varchar | 12                               |
      | cast('涛思' as nchar(8))    | nchar   | 涛思                               |
      | to_iso8601(1700000000000) | varchar | 2023-11-14T22:13:20.000+0000     |

  @SQL-177 @killed-by:timestamp-shifted @killed-by:row-lost
  Scenario: Reads instants that the server computed
    When querying
      """
      select ts, ts + 1s as later, timetruncate(ts, 1m) as minute, cast(0 as timestamp) as epoch from t limit 1
      """
    Then the result is
      | ts : timestamp | later : timestamp | minute : timestamp | epoch : timestamp |
      | 1700000000000  | 1700000001000     | 1699999980000      | 0                 |

  @SQL-178 @killed-by:null-as-zero @killed-by:row-lost
  Scenario: Reads NULL where an expression has no value
    When querying
      """
      select i + 1 as a, d * 2 as b, concat(c, 'x') as c, i > 1 as e, case when i > 1 then 'many' else 'few' end as k from t where i is null
      """
    Then the result is
      | a : double | b : double | c : varchar | e : bool | k : varchar |
      | NULL       | NULL       | NULL        | false    | few         |

  @SQL-179 @covers:R-19 @killed-by:row-lost @killed-by:columns-of-empty-result-lost
  Scenario: Tells no rows from a row of NULL
    When querying
      """
      select sum(i), max(d) from t where i > 100
      """
    Then the result is
      | sum(i) : bigint | max(d) : double |
    When querying
      """
      select count(*), sum(i) from t where i > 100
      """
    Then the result is
      | count(*) : bigint | sum(i) : bigint |
      | 0                 | NULL            |

  @SQL-169 @killed-by:row-lost @killed-by:columns-swapped
  Scenario: Reads a value for every case
    When querying
      """
      select i, case when i is null then 'none' when i < 3 then 'few' else 'many' end as amount, case i when 4 then true else false end as four from t order by ts
      """
    Then the result is
      | i : int | amount : varchar | four : bool |
      | 1       | few              | false       |
      | 2       | few              | false       |
      | NULL    | none             | false       |
      | 4       | many             | true        |
      | 4       | many             | true        |

  @SQL-168 @killed-by:row-lost
  Scenario: Reads the columns of last and first over all
    When querying
      """
      select last(*) from t
      """
    Then the result is
      | last(ts) : timestamp | last(i) : int | last(d) : double | last(f) : float | last(c) : varchar | last(n) : nchar | last(b) : bool |
      | 1700000006000        | 4             | 16.125           | 4.5             | " x "             | 四               | true           |
    When querying
      """
      select last_row(*) from s
      """
    Then the result is
      | last_row(ts) : timestamp | last_row(i) : int | last_row(d) : double | last_row(f) : float | last_row(c) : varchar | last_row(n) : nchar | last_row(b) : bool |
      | 1700000006000            | 4                 | 16.125               | 4.5                 | " x "                 | 四                   | true               |
