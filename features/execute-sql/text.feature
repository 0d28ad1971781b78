Feature: Text
  Every character comes back, and nothing is not the same as empty.

  @SQL-030 @core @covers:T-16 @covers:T-15 @killed-by:text-as-latin1
  Scenario Outline: Writes and reads <script> text
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, s varchar(64), n nchar(32))
      """
    Then it succeeds
    When executing
      """
      insert into t values (1700000000000, '<text>', '<text>')
      """
    Then 1 row is affected
    When querying
      """
      select s, n from t
      """
    Then the result is
      | s : varchar | n : nchar |
      | <text>      | <text>    |
    And reading "select s, n from t" gives
      | s : varchar | n : nchar |
      | <text>      | <text>    |

    Examples:
      | script   | text       |
      | latin    | é ü ß ñ    |
      | chinese  | 涛思数据 |
      | emoji    | 😀👩‍👩‍👧 |
      | combined | e${U+0301}x |

  @SQL-031 @covers:R-19 @killed-by:empty-text-as-null
  Scenario: Tells empty text from NULL
    Given a database
    And the statements
      """
      create table t (ts timestamp, s varchar(8), n nchar(8));
      insert into t values (1700000000000, '', '') (1700000000001, null, null) (1700000000002, ' ', ' ');
      """
    And a connection
    When querying
      """
      select s, n from t order by ts
      """
    Then the result is
      | s : varchar | n : nchar |
      | ""          | ""        |
      | NULL        | NULL      |
      | " "         | " "       |

  @SQL-032 @since:3.0.5.0 @covers:T-14 @killed-by:text-cut-at-32767
  Scenario Outline: Reads text of <bytes> bytes
    Given a database
    And the statements
      """
      create table t (ts timestamp, s varchar(40000));
      insert into t values (1700000000000, '${a*<bytes>}');
      """
    And a connection
    When querying
      """
      select s from t
      """
    Then the result is
      | s : varchar    |
      | ${a*<bytes>} |

    Examples:
      | bytes |
      | 32768 |
      | 40000 |

  @SQL-033 @killed-by:columns-swapped @killed-by:row-lost
  Scenario: Reads what escapes stand for
    Given a database
    And the statements
      """
      create table t (ts timestamp, v int, s varchar(32));
      insert into t values (1700000000000, 1, 'it\'s') (1700000000001, 2, 'a"b') (1700000000002, 3, 'back\\slash') (1700000000003, 4, 'x''y') (1700000000004, 5, '-- no comment') (1700000000005, 6, ';semi;') (1700000000006, 7, '100%');
      """
    And a connection
    When querying
      """
      select v, s from t order by ts
      """
    Then the result is
      | v : int | s : varchar   |
      | 1       | it's          |
      | 2       | a"b           |
      | 3       | back\\slash   |
      | 4       | x'y           |
      | 5       | -- no comment |
      | 6       | ;semi;        |
      | 7       | 100%          |

  @SQL-034 @covers:T-16 @killed-by:astral-characters-replaced
  Scenario Outline: Stores <characters> up to the last character of an nchar
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, n nchar(10))
      """
    And executing
      """
      insert into t values (1700000000000, '<text>')
      """
    Then 1 row is affected
    When querying
      """
      select n, char_length(n) as l from t
      """
    Then the result is
      | n : nchar | l : bigint |
      | <text>    | 10         |

    Examples:
      | characters     | text                 |
      | emoji          | 😀😁😂🤣😃😄😅😆😉😊 |
      | rare ideograms | 𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉 |

  @SQL-035 @covers:T-18 @since:3.3.0.0 @killed-by:text-cut-at-nul
  Scenario: Reads text with a zero byte in it
    Given a connection without a database
    When querying
      """
      select char(65, 0, 66) as r
      """
    Then the result is
      | r : varchar    |
      | A${U+0000}B |

  @SQL-036 @killed-by:control-characters-lost
  Scenario: Stores tabs and line breaks
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, v int, s varchar(16), n nchar(16))
      """
    And executing
      """
      insert into t values (1700000000000, 1, 'a${U+0009}b${U+000A}c', 'a${U+0009}b${U+000A}c') (1700000000001, 2, 'a\tb\nc', 'a\tb\nc')
      """
    Then 2 rows are affected
    When querying
      """
      select v, s, n from t order by ts
      """
    Then the result is
      | v : int | s : varchar              | n : nchar                |
      | 1       | a${U+0009}b${U+000A}c | a${U+0009}b${U+000A}c |
      | 2       | a${U+0009}b${U+000A}c | a${U+0009}b${U+000A}c |

  @SQL-037 @killed-by:blanks-trimmed
  Scenario: Keeps blanks at both ends
    Given a database
    And the statements
      """
      create table t (ts timestamp, s varchar(16), n nchar(16));
      insert into t values (1700000000000, '  two  ', ' 　one');
      """
    And a connection
    When querying
      """
      select s, n from t
      """
    Then the result is
      | s : varchar | n : nchar   |
      | "  two  "   | " 　one" |

  @SQL-038 @covers:R-11 @killed-by:html-escaped
  Scenario: Reads characters that HTML escapes
    Given a database
    And the statements
      """
      create table t (ts timestamp, s varchar(32));
      insert into t values (1700000000000, '<a href="?x=1&y=2">');
      """
    And a connection
    When querying
      """
      select s from t where s <> '>'
      """
    Then the result is
      | s : varchar         |
      | <a href="?x=1&y=2"> |

  @SQL-039 @covers:T-14 @since:3.0.5.0 @killed-by:row-lost
  Scenario Outline: Reads <count> characters of nchar
    Given a database
    And the statements
      """
      create table t (ts timestamp, n nchar(16379));
      insert into t values (1700000000000, '${中*<count>}');
      """
    And a connection
    When querying
      """
      select n from t
      """
    Then the result is
      | n : nchar        |
      | ${中*<count>} |

    Examples:
      | count |
      | 10000 |
      | 16379 |

  @SQL-310 @killed-by:comment-marks-in-text @killed-by:semicolon-in-text
  Scenario: Stores text that looks like SQL
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, s varchar(64))
      """
    And executing
      """
      insert into t values (1700000000000, 'a -- b; drop table t; /* c */ ? $1 :x %s {}')
      """
    Then 1 row is affected
    When querying
      """
      select s from t
      """
    Then the result is
      | s : varchar                                 |
      | a -- b; drop table t; /* c */ ? $1 :x %s {} |

  @SQL-311 @covers:T-15 @killed-by:statement-measured-in-characters
  Scenario Outline: Sends a statement whose <bytes> bytes are fewer characters
    Given a database
    And a connection
    When executing
      """
      create table t (ts timestamp, n nchar(16000))
      """
    And executing
      """
      insert into t values (1700000000000, '${é*<count>}')
      """
    Then 1 row is affected
    And reading "select n from t" gives
      | n : nchar       |
      | ${é*<count>} |

    Examples:
      | bytes | count |
      | 125   | 42    |
      | 126   | 43    |
      | 65535 | 10000 |

  @SQL-312 @covers:T-15 @killed-by:text-as-latin1
  Scenario: Finds a row by text beyond ASCII
    Given a database
    And the statements
      """
      create table t (ts timestamp, n nchar(16));
      insert into t values (1700000000000, '温度') (1700000001000, 'Größe') (1700000002000, '😀');
      """
    And a connection
    When querying
      """
      select n from t where n = '温度' or n = '😀' order by ts
      """
    Then the result is
      | n : nchar |
      | 温度      |
      | 😀        |
