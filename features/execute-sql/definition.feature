Feature: Definitions
  Tables change, and the next statement of the connection sees it.

  Background:
    Given a database
    And the statements
      """
      create stable s (ts timestamp, v int, c varchar(4)) tags (g int, name nchar(4));
      create table t using s tags (1, 'x');
      create table n (ts timestamp, v int, c varchar(4));
      insert into t values (1700000000000, 1, 'a') (1700000001000, 2, 'b') (1700000002000, 3, 'c');
      insert into n values (1700000000000, 1, 'a');
      """
    And a connection

  @SQL-200 @killed-by:affected-rows-off-by-one @killed-by:row-lost
  Scenario Outline: Sees <change>
    When querying
      """
      select * from <table> order by ts limit 1
      """
    Then the result has 1 row
    When executing
      """
      alter <statement>
      """
    Then 0 rows are affected
    When querying
      """
      select <columns> from <table> order by ts limit 1
      """
    Then the result is
      | <first>  | <second>  |
      | <left>   | <right>   |

    Examples:
      | change             | table | statement                              | columns | first   | second      | left | right |
      | a new column       | s     | stable s add column w bigint           | v, w    | v : int | w : bigint  | 1    | NULL  |
      | a renamed column   | n     | table n rename column v amount         | amount, c | amount : int | c : varchar | 1 | a     |
      | a widened column   | n     | table n modify column c varchar(40)    | v, c    | v : int | c : varchar | 1    | a     |
      | a new tag          | s     | stable s add tag k varchar(8)          | g, k    | g : int | k : varchar | 1    | NULL  |
      | a changed tag      | s     | table t set tag g = 9                  | g, name | g : int | name : nchar | 9   | x     |

  @SQL-201 @killed-by:error-swallowed @killed-by:error-code-lost
  Scenario Outline: Misses a dropped <what>
    When executing
      """
      <statement>
      """
    Then it succeeds
    When querying
      """
      <query>
      """
    Then it fails with <code>

    Examples:
      | what       | statement                    | query              | code   |
      | column     | alter stable s drop column c | select c from s    | 0x2602 |
      | tag        | alter stable s drop tag name | select name from s | 0x2602 |
      | table      | drop table t                 | select * from t    | 0x2603 |

  @SQL-202 @covers:R-12 @killed-by:affected-rows-off-by-one
  Scenario Outline: Deletes <what>
    When executing
      """
      delete from <rest>
      """
    Then <rows> rows are affected
    And reading "select count(*) from s" gives
      | count(*) : bigint |
      | <left>            |

    Examples:
      | what                | rest                                  | rows | left |
      | all rows            | t                                     | 3    | 0    |
      | rows up to a time   | t where ts <= 1700000001000           | 2    | 1    |
      | rows by their tag   | s where g = 1 and ts > 1700000001000  | 1    | 2    |
      | rows that never were | t where ts < 1600000000000           | 0    | 3    |

  @SQL-203 @killed-by:affected-rows-off-by-one
  Scenario: Creates what is not there and leaves what is
    When executing
      """
      create table if not exists t using s tags (5, 'y')
      """
    Then 0 rows are affected
    When executing
      """
      drop table if exists no_such_table
      """
    Then 0 rows are affected
    When querying
      """
      select distinct g from s
      """
    Then the result is
      | g : int |
      | 1       |

  @SQL-204 @killed-by:error-swallowed @killed-by:error-code-lost
  Scenario Outline: Reports <what>
    When executing
      """
      <statement>
      """
    Then it fails with <code>

    Examples:
      | what                   | statement                                          | code   |
      | a column that is there | alter stable s add column v int                    | 0x036B |
      | a column made narrower | alter stable s modify column c varchar(2)          | 0x264B |
      | a delete by a value    | delete from t where v = 1                          | 0x2655 |
      | too few tags           | create table u using s tags (1)                    | 0x260D |
      | a database twice       | create database $DB                                | 0x0381 |
