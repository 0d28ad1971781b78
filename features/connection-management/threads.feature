Feature: Threads
  Connections of their own never disturb each other; a shared one is safe as long as nobody says USE.

  @CON-040 @core @covers:O-02 @killed-by:write-lost-among-threads
  Scenario: Lets eight writers write, each on a connection of its own
    Given a database
    And the statements
      """
      create stable s (ts timestamp, worker int, n int) tags (g int);
      """
    When executing 10 times in each of 8 connections
      """
      insert into t$WORKER using s tags ($WORKER) values ($TS, $WORKER, $NUMBER)
      """
    Then all succeed
    And reading "select count(*), sum(n) from s" gives
      | count(*) : bigint | sum(n) : bigint |
      | 80                | 3160            |

  @CON-041 @covers:CM-19 @killed-by:database-of-first-connection
  Scenario: Keeps the databases of connections in different threads apart
    Given a database
    And a database
    And the statements
      """
      create table $DB.t (ts timestamp, worker int);
      create table $DB2.t (ts timestamp, worker int);
      """
    When executing 10 times in each of 4 connections
      """
      insert into t values ($TS, $WORKER)
      """
    Then all succeed
    And reading "select count(*) from $DB.t where worker = 1 or worker = 3" gives
      | count(*) : bigint |
      | 20                |
    And reading "select count(*) from $DB2.t where worker = 2 or worker = 4" gives
      | count(*) : bigint |
      | 20                |

  @CON-042 @core @covers:CM-19 @websocket @native @killed-by:use-shared
  Scenario: Lets threads change the databases of their own connections at once
    Given a database
    And a database
    And the statements
      """
      create table $DB.t (ts timestamp, worker int);
      create table $DB2.t (ts timestamp, worker int);
      """
    When executing 10 times in each of 4 connections
      """
      use $OTHER;
      insert into t values ($TS, $WORKER);
      use $MINE;
      insert into t values ($TS, $WORKER)
      """
    Then all succeed
    And reading "select count(*) from $DB.t" gives
      | count(*) : bigint |
      | 40                |
    And reading "select count(*) from $DB2.t" gives
      | count(*) : bigint |
      | 40                |

  @CON-043 @core @covers:CM-19 @covers:O-03 @killed-by:answers-crossed
  Scenario: Gives each thread of a shared connection its own answer
    Given a connection without a database
    When querying 10 times in each of 8 threads
      """
      select $NUMBER as n, 'worker $WORKER' as w
      """
    Then every result is
      | n : bigint | w : varchar    |
      | $NUMBER    | worker $WORKER |

  @CON-044 @covers:CM-19 @killed-by:answers-crossed
  Scenario: Gives each thread of a shared connection its own rows
    Given a database
    And a table t of 3000 rows
    And a connection
    When querying 10 times in each of 4 threads
      """
      select count(*) as c, min(n) as least, max(n) as most from t where n >= $NUMBER * 10 and n < $NUMBER * 10 + 10
      """
    Then every result is
      | c : bigint | least : int  | most : int   |
      | 10         | $NUMBER0 | $NUMBER9 |

  @CON-045 @core @covers:CM-19 @covers:O-03 @killed-by:write-lost-among-threads
  Scenario: Stores what every thread of a shared connection writes
    Given a database
    And the statements
      """
      create table t (ts timestamp, worker int, n int);
      """
    And a connection
    When executing 10 times in each of 8 threads
      """
      insert into t values ($TS, $WORKER, $NUMBER)
      """
    Then all succeed
    And reading "select count(*), sum(n) from t" gives
      | count(*) : bigint | sum(n) : bigint |
      | 80                | 3160            |

  @CON-046 @covers:CM-19 @covers:O-03 @killed-by:error-swallowed @killed-by:error-code-lost
  Scenario: Gives each thread of a shared connection its own error
    Given a database
    And a connection
    When querying 10 times in each of 4 threads
      """
      select * from no_such_table_$NUMBER
      """
    Then all fail with 0x2603
    And the connection still works

  @CON-047 @covers:CM-19 @websocket @native @killed-by:affected-rows-off-by-one
  Scenario: Shows where a row lands when threads of a shared connection say USE
    Given a database
    And a database
    And the statements
      """
      create table $DB.t (ts timestamp, v int);
      create table $DB2.t (ts timestamp, v int);
      """
    And a connection
    When executing in thread worker1
      """
      use $DB
      """
    And executing in thread worker2
      """
      use $DB2
      """
    And executing in thread worker1
      """
      insert into t values (1700000000000, 1)
      """
    Then 1 row is affected
    And reading "select count(*) from $DB.t" should give
      | count(*) : bigint |
      | 1                 |
    And reading "select sum(v) from (select v from $DB.t union all select v from $DB2.t)" gives
      | sum(v) : bigint |
      | 1               |

  @CON-048 @killed-by:answers-crossed @covers:O-06
  Scenario: Answers queries of many connections at once
    Given a connection without a database
    When querying 10 times in each of 8 connections
      """
      select $NUMBER as n
      """
    Then every result is
      | n : bigint |
      | $NUMBER    |
