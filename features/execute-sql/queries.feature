Feature: Queries
  Whatever the clauses of a query are, its rows arrive as the server ordered, grouped and joined them.

  Background:
    Given a database
    And the statements
      """
      create stable s (ts timestamp, v int, c varchar(8)) tags (g int, place nchar(8));
      create table a using s tags (1, '北京');
      create table b using s tags (2, 'Köln');
      create table e using s tags (3, null);
      insert into a values (1700000000000, 1, 'x') (1700000001000, 2, 'y') (1700000002000, 3, null);
      insert into b values (1700000000000, 10, 'x') (1700000001000, 20, 'Y_1') (1700000003000, 30, 'z');
      """
    And a connection

  @SQL-180 @killed-by:row-lost @killed-by:null-as-zero
  Scenario: Reads columns, then tags, of a supertable
    When querying
      """
      select * from s order by ts, v
      """
    Then the result is
      | ts : timestamp | v : int | c : varchar | g : int | place : nchar |
      | 1700000000000  | 1       | x           | 1       | 北京            |
      | 1700000000000  | 10      | x           | 2       | Köln          |
      | 1700000001000  | 2       | y           | 1       | 北京            |
      | 1700000001000  | 20      | Y_1         | 2       | Köln          |
      | 1700000002000  | 3       | NULL        | 1       | 北京            |
      | 1700000003000  | 30      | z           | 2       | Köln          |

  @SQL-181 @killed-by:row-lost
  Scenario: Reads the tables' names beside their rows
    When querying
      """
      select tbname, count(*) from s group by tbname order by tbname
      """
    Then the result is
      | tbname : varchar | count(*) : bigint |
      | a                | 3                 |
      | b                | 3                 |
      | e                | 0                 |

  @SQL-182 @killed-by:row-lost
  Scenario: Reads distinct tags
    When querying
      """
      select distinct g from s order by g
      """
    Then the result is
      | g : int |
      | 1       |
      | 2       |

  @SQL-183 @killed-by:row-lost
  Scenario Outline: Reads rows where <condition>
    When querying
      """
      select v from s where <condition> order by v
      """
    Then the result is
      | v : int |
      | <first> |
      | <last>  |

    Examples:
      | condition                          | first | last |
      | c like 'y%'                        | 2     | 20   |
      | v between 3 and 10                 | 3     | 10   |
      | c = 'x' and place is not null      | 1     | 10   |
      | ts = '2023-11-14T22:13:20Z'        | 1     | 10   |

  @SQL-184 @killed-by:row-lost @killed-by:columns-swapped
  Scenario: Joins two tables on their timestamps
    When querying
      """
      select a.ts, a.v, b.v from a join b on a.ts = b.ts
      """
    Then the result is
      | ts : timestamp | v : int | v : int |
      | 1700000000000  | 1       | 10      |
      | 1700000001000  | 2       | 20      |

  @SQL-185 @killed-by:row-lost @killed-by:null-as-zero
  Scenario: Joins a table with rows that the other lacks
    When querying
      """
      select a.ts as t, a.v as l, b.v as r from a left join b on a.ts = b.ts
      """
    Then the result is
      | t : timestamp | l : int | r : int |
      | 1700000000000 | 1       | 10      |
      | 1700000001000 | 2       | 20      |
      | 1700000002000 | 3       | NULL    |

  @SQL-186 @killed-by:row-lost
  Scenario: Unites results with and without doubles
    When querying
      """
      select v from a union all select v from a where v = 1 order by v
      """
    Then the result is
      | v : int |
      | 1       |
      | 1       |
      | 2       |
      | 3       |
    When querying
      """
      select v from a union select v from a where v = 1 order by v
      """
    Then the result is
      | v : int |
      | 1       |
      | 2       |
      | 3       |

  @SQL-187 @killed-by:row-lost @killed-by:columns-swapped
  Scenario: Reads a query of a query
    When querying
      """
      select place, total * 2 as twice from (select place, sum(v) as total from s group by place) where total > 10 order by twice
      """
    Then the result is
      | place : nchar | twice : double |
      | Köln          | 120.0          |

  @SQL-188 @killed-by:row-lost
  Scenario: Groups, and keeps the groups that matter
    When querying
      """
      select g, sum(v) as total, count(*) as n from s group by g having sum(v) > 10 order by g
      """
    Then the result is
      | g : int | total : bigint | n : bigint |
      | 2       | 60             | 3          |

  @SQL-189 @killed-by:row-lost
  Scenario: Orders by several columns and turns pages
    When querying
      """
      select v from s order by ts desc, v asc limit 3 offset 1
      """
    Then the result is
      | v : int |
      | 3       |
      | 2       |
      | 20      |
    When querying
      """
      select v from s order by v desc limit 1, 2
      """
    Then the result is
      | v : int |
      | 20      |
      | 10      |

  @SQL-190 @killed-by:row-lost
  Scenario: Limits the rows of every partition
    When querying
      """
      select * from (select g, v from s partition by g limit 1) order by g
      """
    Then the result is
      | g : int | v : int |
      | 1       | 1       |
      | 2       | 10      |

  @SQL-191 @killed-by:row-lost
  Scenario: Reads distinct values
    When querying
      """
      select distinct c from s where c is not null order by c
      """
    Then the result is
      | c : varchar |
      | Y_1         |
      | x           |
      | y           |
      | z           |

  @SQL-192 @killed-by:null-as-zero @killed-by:row-lost
  Scenario: Places NULL where the order says
    When querying
      """
      select c from s order by c nulls last, v
      """
    Then the result is
      | c : varchar |
      | Y_1         |
      | x           |
      | x           |
      | y           |
      | z           |
      | NULL        |
    When querying
      """
      select c from s order by c nulls first, v
      """
    Then the result is
      | c : varchar |
      | NULL        |
      | Y_1         |
      | x           |
      | x           |
      | y           |
      | z           |

  @SQL-193 @covers:R-20 @covers:R-19 @killed-by:columns-of-empty-result-lost
  Scenario Outline: Keeps the columns of <query> without rows
    When querying
      """
      <sql>
      """
    Then the result has 0 rows
    And the columns are
      | <first> | <second> |

    Examples:
      | query             | sql                                               | first          | second          |
      | where 1 = 0       | select ts, v from s where 1 = 0                   | ts : timestamp | v : int         |
      | limit 0           | select v, place from s limit 0                    | v : int        | place : nchar   |
      | an empty table    | select c, v from e                                | c : varchar    | v : int         |
