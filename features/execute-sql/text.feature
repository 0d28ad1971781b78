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
