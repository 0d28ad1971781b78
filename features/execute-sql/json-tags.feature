Feature: JSON tags
  A JSON tag comes back as the JSON that it is, whole and by its keys.

  Background:
    Given a database
    And the statements
      """
      create stable s (ts timestamp, v int) tags (j json);
      insert into a using s tags ('{"name":"x","n":1.5,"i":42,"b":true,"z":null}') values (1700000000000, 1);
      insert into b using s tags ('{"name":"涛思","n":-2}') values (1700000001000, 2);
      insert into c using s tags (null) values (1700000002000, 3);
      """
    And a connection

  @SQL-130 @covers:T-25 @killed-by:row-lost @killed-by:null-as-zero
  Scenario: Reads the value of a key as JSON
    When querying
      """
      select v, j->'name' as name, j->'n' as n, j->'b' as b from s order by ts
      """
    Then the result is
      | v : int | name : json | n : json | b : json |
      | 1       | "x"         | 1.5      | true     |
      | 2       | "涛思"      | -2.0     | NULL     |
      | 3       | NULL        | NULL     | NULL     |

  @SQL-131 @covers:T-25 @killed-by:row-lost
  Scenario Outline: Finds tables by <condition>
    When querying
      """
      select v from s where <condition>
      """
    Then the result is
      | v : int |
      | <v>     |

    Examples:
      | condition          | v |
      | j->'name' = 'x'    | 1 |
      | j->'n' < 0         | 2 |
      | j contains 'b'     | 1 |

  @SQL-132 @covers:T-25 @killed-by:error-swallowed @killed-by:error-code-lost
  Scenario Outline: Reports a JSON tag with <mistake>
    When executing
      """
      insert into d using s tags ('<json>') values (1700000003000, 4)
      """
    Then it fails with <code>

    Examples:
      | mistake            | json    | code   |
      | an array           | [1]     | 0x0216 |
      | a key beyond ASCII | {"中":1} | 0x0216 |

  @SQL-133 @covers:T-25 @killed-by:row-lost @killed-by:null-as-zero
  Scenario: Changes a JSON tag
    When executing
      """
      alter table a set tag j = '{"name":"y"}'
      """
    Then it succeeds
    When querying
      """
      select v, j from s order by ts
      """
    Then the result is
      | v : int | j : json                |
      | 1       | {"name":"y"}            |
      | 2       | {"name":"涛思","n":-2}  |
      | 3       | NULL                    |
