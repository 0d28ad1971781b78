Feature: Windows
  Each window is a row of its own, with its start, its end and what was counted in it.

  Background:
    Given a database
    And the statements
      """
      create stable s (ts timestamp, v int, c varchar(4)) tags (g int);
      create table w using s tags (1);
      create table x using s tags (2);
      insert into w values (1700000000000, 1, 'a') (1700000001000, 2, 'a') (1700000005000, 3, 'b') (1700000012000, 4, 'b') (1700000031000, 5, 'a');
      insert into x values (1700000000000, 10, 'a') (1700000031000, 50, 'a');
      """
    And a connection

  @SQL-150 @killed-by:timestamp-shifted @killed-by:row-lost @killed-by:columns-swapped
  Scenario: Reads windows of ten seconds
    When querying
      """
      select _wstart, _wend, _wduration, count(*), sum(v), avg(v) from w interval(10s)
      """
    Then the result is
      | _wstart : timestamp | _wend : timestamp | _wduration : bigint | count(*) : bigint | sum(v) : bigint | avg(v) : double |
      | 1700000000000       | 1700000010000     | 10000               | 3                 | 6               | 2.0             |
      | 1700000010000       | 1700000020000     | 10000               | 1                 | 4               | 4.0             |
      | 1700000030000       | 1700000040000     | 10000               | 1                 | 5               | 5.0             |

  @SQL-151 @killed-by:timestamp-shifted @killed-by:row-lost
  Scenario: Reads windows that overlap
    When querying
      """
      select _wstart, count(*) as n from w interval(10s) sliding(5s)
      """
    Then the result is
      | _wstart : timestamp | n : bigint |
      | 1699999995000       | 2          |
      | 1700000000000       | 3          |
      | 1700000005000       | 2          |
      | 1700000010000       | 1          |
      | 1700000025000       | 1          |
      | 1700000030000       | 1          |

  @SQL-152 @killed-by:row-lost @killed-by:timestamp-shifted
  Scenario Outline: Reads windows without rows filled with <fill>
    When querying
      """
      select _wstart, sum(v) as total from w where ts >= 1700000000000 and ts < 1700000040000 interval(10s) fill(<fill>)
      """
    Then the result is
      | _wstart : timestamp | total : bigint |
      | 1700000000000       | 6              |
      | 1700000010000       | 4              |
      | 1700000020000       | <filled>       |
      | 1700000030000       | 5              |

    Examples:
      | fill      | filled |
      | null      | NULL   |
      | prev      | 4      |
      | next      | 5      |
      | linear    | 4      |
      | value, 99 | 99     |

  @SQL-153 @killed-by:timestamp-shifted @killed-by:row-lost
  Scenario Outline: Reads windows of <kind>
    When querying
      """
      select _wstart, _wend, count(*) as n from w <window>
      """
    Then the result is
      | _wstart : timestamp | _wend : timestamp | n : bigint |
      | <start 1>           | <end 1>           | <n 1>      |
      | <start 2>           | <end 2>           | <n 2>      |
      | <start 3>           | <end 3>           | <n 3>      |

    Examples:
      | kind          | window                                        | start 1       | end 1         | n 1 | start 2       | end 2         | n 2 | start 3       | end 3         | n 3 |
      | sessions      | session(ts, 5s)                               | 1700000000000 | 1700000005000 | 3   | 1700000012000 | 1700000012000 | 1   | 1700000031000 | 1700000031000 | 1   |
      | states        | state_window(c)                               | 1700000000000 | 1700000001000 | 2   | 1700000005000 | 1700000012000 | 2   | 1700000031000 | 1700000031000 | 1   |
      | counted rows  | count_window(2)                               | 1700000000000 | 1700000001000 | 2   | 1700000005000 | 1700000012000 | 2   | 1700000031000 | 1700000031000 | 1   |

  @SQL-154 @killed-by:row-lost @killed-by:timestamp-shifted
  Scenario: Reads windows between events
    When querying
      """
      select _wstart, _wend, count(*) as n, sum(v) as total from w event_window start with v >= 2 end with v >= 4
      """
    Then the result is
      | _wstart : timestamp | _wend : timestamp | n : bigint | total : bigint |
      | 1700000001000       | 1700000012000     | 3          | 9              |
      | 1700000031000       | 1700000031000     | 1          | 5              |

  @SQL-155 @killed-by:row-lost @killed-by:columns-swapped
  Scenario: Reads windows of each table apart
    When querying
      """
      select tbname, _wstart, sum(v) as total from s partition by tbname interval(10s) order by tbname, _wstart
      """
    Then the result is
      | tbname : varchar | _wstart : timestamp | total : bigint |
      | w                | 1700000000000       | 6              |
      | w                | 1700000010000       | 4              |
      | w                | 1700000030000       | 5              |
      | x                | 1700000000000       | 10             |
      | x                | 1700000030000       | 50             |

  @SQL-156 @killed-by:timestamp-shifted @killed-by:row-lost
  Scenario: Reads windows of a calendar month and a day
    When querying
      """
      select _wstart, _wend, count(*) as n from w interval(1n)
      """
    Then the result is
      | _wstart : timestamp | _wend : timestamp | n : bigint |
      | 1698796800000       | 1701388800000     | 5          |
    When querying
      """
      select _wstart, count(*) as n from w interval(1d)
      """
    Then the result is
      | _wstart : timestamp | n : bigint |
      | 1699920000000       | 5          |

  @SQL-157 @killed-by:timestamp-shifted @killed-by:row-lost
  Scenario: Reads values between rows
    When querying
      """
      select _irowts, _isfilled, interp(v) from w range(1700000001000, 1700000005000) every(2s) fill(linear)
      """
    Then the result is
      | _irowts : timestamp | _isfilled : bool | interp(v) : int |
      | 1700000001000       | false            | 2               |
      | 1700000003000       | true             | 2               |
      | 1700000005000       | false            | 3               |

  @SQL-158 @killed-by:row-lost @killed-by:timestamp-truncated-to-ms
  Scenario: Reads windows of microseconds
    Given a database with "precision 'us'"
    And the statements
      """
      create table $DB2.u (ts timestamp, v int);
      insert into $DB2.u values (1700000000000001, 1) (1700000000000010, 2) (1700000000000019, 3);
      """
    When querying
      """
      select _wstart, _wend, _wduration, count(*) from $DB2.u interval(10u)
      """
    Then the result is
      | _wstart : timestamp | _wend : timestamp | _wduration : bigint | count(*) : bigint |
      | 1700000000000000    | 1700000000000010  | 10                  | 1                 |
      | 1700000000000010    | 1700000000000020  | 10                  | 2                 |
