Feature: Values of every type
  What was stored comes back: at the limits of the type, as NULL, and with nothing lost.

  @SQL-001 @core @killed-by:columns-swapped @killed-by:row-lost @killed-by:affected-rows-off-by-one @killed-by:answer-cut-short @killed-by:value-changed-on-the-wire
  Scenario: Stores a row and reads it back
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, v int, w int)
      """
    Then it succeeds
    When executing
      """
      insert into t values (1700000000000, 1, 2)
      """
    Then 1 row is affected
    When querying
      """
      select ts, v, w from t
      """
    Then the result is
      | ts : timestamp | v : int | w : int |
      | 1700000000000  | 1       | 2       |

  @SQL-002 @covers:T-01 @covers:T-03 @covers:T-11 @killed-by:null-as-zero @killed-by:row-lost
  Scenario Outline: Reads <type> at its limits and as NULL
    Given a database
    And the statements
      """
      create table t (ts timestamp, v <type>);
      insert into t values (1700000000000, <least>) (1700000000001, <greatest>) (1700000000002, null);
      """
    And a connection
    When querying
      """
      select v from t order by ts
      """
    Then the result is
      | v : <type> |
      | <least>    |
      | <greatest> |
      | NULL       |

    Examples:
      | type              | least                | greatest             |
      | bool              | false                | true                 |
      | tinyint           | -128                 | 127                  |
      | smallint          | -32768               | 32767                |
      | int               | -2147483648          | 2147483647           |
      | bigint            | -9223372036854775808 | 9223372036854775807  |
      | tinyint unsigned  | 0                    | 255                  |
      | smallint unsigned | 0                    | 65535                |
      | int unsigned      | 0                    | 4294967295           |
      | bigint unsigned   | 0                    | 18446744073709551615 |

  @SQL-003 @covers:T-03 @killed-by:integer-through-double
  Scenario: Reads 64-bit integers that a double cannot hold
    Given a database
    And the statements
      """
      create table t (ts timestamp, v bigint, u bigint unsigned);
      insert into t values (1700000000000, 9007199254740993, 18446744073709551613) (1700000000001, -9007199254740993, 9007199254740993);
      """
    And a connection
    When querying
      """
      select v, u from t order by ts
      """
    Then the result is
      | v : bigint        | u : bigint unsigned  |
      | 9007199254740993  | 18446744073709551613 |
      | -9007199254740993 | 9007199254740993     |

  @SQL-004 @covers:T-01 @killed-by:unsigned-as-signed
  Scenario: Reads unsigned integers above the signed range
    Given a database
    And the statements
      """
      create table t (ts timestamp, a tinyint unsigned, b smallint unsigned, c int unsigned, d bigint unsigned);
      insert into t values (1700000000000, 200, 60000, 4000000000, 18000000000000000000);
      """
    And a connection
    When querying
      """
      select a, b, c, d from t
      """
    Then the result is
      | a : tinyint unsigned | b : smallint unsigned | c : int unsigned | d : bigint unsigned  |
      | 200                  | 60000                 | 4000000000       | 18000000000000000000 |

  @SQL-005 @covers:T-08 @killed-by:float-six-digits @killed-by:negative-zero-lost
  Scenario: Reads floating-point numbers bit by bit
    Given a database
    And the statements
      """
      create table t (ts timestamp, f float, d double);
      insert into t values (1700000000000, 8.6, 103.31) (1700000000001, 1.2345678, 1.7976931348623157e308) (1700000000002, -0.0, -0.0) (1700000000003, 3.4e38, 2.2250738585072014e-308) (1700000000004, null, 0.1);
      """
    And a connection
    When querying
      """
      select f, d from t order by ts
      """
    Then the result is
      | f : float | d : double              |
      | 8.6       | 103.31                  |
      | 1.2345678 | 1.7976931348623157e308  |
      | -0.0      | -0.0                    |
      | 3.4e38    | 2.2250738585072014e-308 |
      | NULL      | 0.1                     |

  @SQL-006 @covers:T-11 @killed-by:null-as-zero @killed-by:row-lost
  Scenario: Reads NULL between values over the border of a bitmap's byte
    Given a database
    And the statements
      """
      create table t (ts timestamp, i int, s varchar(8), b bool);
      insert into t values (1700000000000, 0, 'a', true) (1700000000001, null, null, null) (1700000000002, 2, 'c', false) (1700000000003, null, null, null) (1700000000004, 4, 'e', true) (1700000000005, null, null, null) (1700000000006, 6, 'g', false) (1700000000007, null, null, null) (1700000000008, 8, 'i', true) (1700000000009, null, null, null);
      """
    And a connection
    When querying
      """
      select i, s, b from t order by ts
      """
    Then the result is
      | i : int | s : varchar | b : bool |
      | 0       | a           | true     |
      | NULL    | NULL        | NULL     |
      | 2       | c           | false    |
      | NULL    | NULL        | NULL     |
      | 4       | e           | true     |
      | NULL    | NULL        | NULL     |
      | 6       | g           | false    |
      | NULL    | NULL        | NULL     |
      | 8       | i           | true     |
      | NULL    | NULL        | NULL     |

  @SQL-007 @since:3.1.1.0 @covers:T-21 @killed-by:bytes-cut-at-nul
  Scenario: Reads VARBINARY with every kind of byte
    Given a database
    And the statements
      """
      create table t (ts timestamp, v varbinary(16));
      insert into t values (1700000000000, '\x7f8290') (1700000000001, '\x00ff00') (1700000000002, '') (1700000000003, null);
      """
    And a connection
    When querying
      """
      select v from t order by ts
      """
    Then the result is
      | v : varbinary |
      | 7f8290        |
      | 00ff00        |
      |               |
      | NULL          |

  @SQL-008 @since:3.1.0.0 @covers:T-22 @killed-by:bytes-cut-at-nul
  Scenario: Reads GEOMETRY as well-known bytes
    Given a database
    And the statements
      """
      create table t (ts timestamp, g geometry(64));
      insert into t values (1700000000000, 'POINT(100 100)');
      """
    And a connection
    When querying
      """
      select g from t
      """
    Then the result is
      | g : geometry                               |
      | 010100000000000000000059400000000000005940 |

  @SQL-009 @since:3.3.6.0 @covers:T-23 @killed-by:decimal-as-double
  Scenario: Reads DECIMAL with every digit
    Given a database
    And the statements
      """
      create table t (ts timestamp, a decimal(8,4), b decimal(30,5), c decimal(38,0));
      insert into t values (1700000000000, 123.45, 12345678901234567890.123, 99999999999999999999999999999999999999) (1700000000001, -0.0001, -1, 0) (1700000000002, null, null, null);
      """
    And a connection
    When querying
      """
      select a, b, c from t order by ts
      """
    Then the result is
      | a : decimal(8,4) | b : decimal(30,5)          | c : decimal(38,0)                      |
      | 123.4500         | 12345678901234567890.12300 | 99999999999999999999999999999999999999 |
      | -0.0001          | -1.00000                   | 0                                      |
      | NULL             | NULL                       | NULL                                   |

  @SQL-010 @since:3.0.0.0 @covers:T-25 @killed-by:row-lost
  Scenario: Reads JSON tags
    Given a database
    And the statements
      """
      create stable s (ts timestamp, v int) tags (j json);
      insert into a using s tags ('{"k":"x","n":1.5,"b":true,"z":null}') values (1700000000000, 1);
      insert into b using s tags (null) values (1700000000001, 2);
      """
    And a connection
    When querying
      """
      select v, j from s order by ts
      """
    Then the result is
      | v : int | j : json                            |
      | 1       | {"k":"x","n":1.5,"b":true,"z":null} |
      | 2       | NULL                                |

  @SQL-011 @core @covers:T-11 @killed-by:null-as-zero @killed-by:row-lost
  Scenario: Reads a row of NULL in every type
    Given a database
    And the statements
      """
      create table t (ts timestamp, a bool, b tinyint, c smallint, d int, e bigint, f tinyint unsigned, g smallint unsigned, h int unsigned, i bigint unsigned, j float, k double, l varchar(8), m nchar(8), n timestamp, o varbinary(8), p geometry(64));
      insert into t values (1700000000000, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
      """
    And a connection
    When querying
      """
      select a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p from t
      """
    Then the result is
      | a : bool | b : tinyint | c : smallint | d : int | e : bigint | f : tinyint unsigned | g : smallint unsigned | h : int unsigned | i : bigint unsigned | j : float | k : double | l : varchar | m : nchar | n : timestamp | o : varbinary | p : geometry |
      | NULL     | NULL        | NULL         | NULL    | NULL       | NULL                 | NULL                  | NULL             | NULL                | NULL      | NULL       | NULL        | NULL      | NULL          | NULL          | NULL         |

  @SQL-012 @killed-by:columns-swapped @killed-by:numbers-as-text @killed-by:row-lost
  Scenario: Reads a value of every type beside each other
    Given a database
    And the statements
      """
      create table t (ts timestamp, a bool, b tinyint, c smallint, d int, e bigint, f tinyint unsigned, g smallint unsigned, h int unsigned, i bigint unsigned, j float, k double, l varchar(8), m nchar(8), n timestamp);
      insert into t values (1700000000000, true, -1, -2, -3, -4, 5, 6, 7, 8, 9.5, -10.25, 'text', '涛思', 1700000000001);
      """
    And a connection
    When querying
      """
      select * from t
      """
    Then the result is
      | ts : timestamp | a : bool | b : tinyint | c : smallint | d : int | e : bigint | f : tinyint unsigned | g : smallint unsigned | h : int unsigned | i : bigint unsigned | j : float | k : double | l : varchar | m : nchar | n : timestamp |
      | 1700000000000  | true     | -1          | -2           | -3      | -4         | 5                    | 6                     | 7                | 8                   | 9.5       | -10.25     | text        | 涛思      | 1700000000001 |

  @SQL-013 @covers:T-11 @killed-by:null-as-zero @killed-by:row-lost
  Scenario Outline: Reads a tag of type <type>, set and NULL
    Given a database
    And the statements
      """
      create stable s (ts timestamp, v int) tags (k <type>);
      insert into a using s tags (<value>) values (1700000000000, 1);
      insert into b using s tags (null) values (1700000001000, 2);
      """
    And a connection
    When querying
      """
      select v, k from s order by ts
      """
    Then the result is
      | v : int | k : <type> |
      | 1       | <read>     |
      | 2       | NULL       |

    Examples:
      | type        | value               | read                |
      | bool        | true                | true                |
      | bigint      | 9223372036854775807 | 9223372036854775807 |
      | double      | 2.5e-300            | 2.5e-300            |
      | timestamp   | 1700000000123       | 1700000000123       |
      | varchar(20) | 'ünï'               | ünï                 |
      | nchar(4)    | '涛😀'              | 涛😀                |

  @SQL-014 @covers:T-01 @covers:T-03 @killed-by:least-as-null @killed-by:row-lost
  Scenario: Reads the least integers as numbers, not as NULL
    Given a database
    And the statements
      """
      create table t (ts timestamp, a tinyint, b smallint, c int, d bigint);
      insert into t values (1700000000000, -128, -32768, -2147483648, -9223372036854775808);
      """
    And a connection
    When querying
      """
      select a, b, c, d from t
      """
    Then the result is
      | a : tinyint | b : smallint | c : int     | d : bigint           |
      | -128        | -32768       | -2147483648 | -9223372036854775808 |

  @SQL-015 @covers:T-11 @killed-by:null-as-zero @killed-by:row-lost
  Scenario Outline: Reads NULL in every second of nine rows of <type>
    Given a database
    And the statements
      """
      create table t (ts timestamp, v <type>);
      insert into t values (1700000000001, <value>) (1700000000002, null) (1700000000003, <value>) (1700000000004, null) (1700000000005, <value>) (1700000000006, null) (1700000000007, <value>) (1700000000008, null) (1700000000009, <value>);
      """
    And a connection
    When querying
      """
      select v from t order by ts
      """
    Then the result is
      | v : <type> |
      | <read>     |
      | NULL       |
      | <read>     |
      | NULL       |
      | <read>     |
      | NULL       |
      | <read>     |
      | NULL       |
      | <read>     |

    Examples:
      | type            | value | read  |
      | bool            | false | false |
      | bigint unsigned | 0     | 0     |
      | float           | 0     | 0.0   |
      | nchar(4)        | ''    | ""    |

  @SQL-016 @since:3.1.0.0 @covers:T-22 @killed-by:bytes-cut-at-nul
  Scenario Outline: Reads a <shape>
    Given a database
    And the statements
      """
      create table t (ts timestamp, g geometry(256));
      insert into t values (1700000000000, '<text>');
      """
    And a connection
    When querying
      """
      select g from t
      """
    Then the result is
      | g : geometry |
      | <bytes>      |

    Examples:
      | shape   | text                          | bytes                                                                                                                                                      |
      | line    | LINESTRING(0 0, 1 2)          | 01020000000200000000000000000000000000000000000000000000000000f03f0000000000000040                                                                         |
      | polygon | POLYGON((0 0, 0 1, 1 1, 0 0)) | 01030000000100000004000000000000000000000000000000000000000000000000000000000000000000f03f000000000000f03f000000000000f03f00000000000000000000000000000000 |

  @SQL-017 @since:3.3.6.0 @covers:T-23 @killed-by:decimal-as-double
  Scenario Outline: Reads the <kind> of decimal(<precision>,<scale>)
    Given a database
    And the statements
      """
      create table t (ts timestamp, v decimal(<precision>,<scale>));
      insert into t values (1700000000000, '<value>');
      """
    And a connection
    When querying
      """
      select v from t
      """
    Then the result is
      | v : decimal(<precision>,<scale>) |
      | <value>                          |

    Examples:
      | kind     | precision | scale | value                                    |
      | greatest | 18        | 0     | 999999999999999999                       |
      | least    | 18        | 0     | -999999999999999999                      |
      | greatest | 18        | 18    | 0.999999999999999999                     |
      | smallest | 38        | 37    | 0.0000000000000000000000000000000000001  |
      | least    | 38        | 10    | -9999999999999999999999999999.9999999999 |

  @SQL-018 @killed-by:row-lost
  Scenario Outline: Stores a boolean written as <text>
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, v bool)
      """
    And executing
      """
      insert into t values (1700000000000, <text>)
      """
    Then 1 row is affected
    When querying
      """
      select v from t
      """
    Then the result is
      | v : bool |
      | <read>   |

    Examples:
      | text   | read |
      | 1      | true |
      | 'TRUE' | true |
