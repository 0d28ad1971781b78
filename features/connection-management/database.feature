Feature: The database of a connection
  A connection selects its database when it is opened and keeps it.

  @CON-010 @core @killed-by:database-ignored
  Scenario: Uses the database that it was opened with
    Given a database
    And the statements
      """
      create table t (ts timestamp, v int);
      insert into t values (1700000000000, 7);
      """
    And a connection
    When querying
      """
      select v from t
      """
    Then the result is
      | v : int |
      | 7       |

  @CON-011 @killed-by:error-swallowed @killed-by:error-code-lost
  Scenario: Refuses a bare table name without a database and reads a qualified one
    Given a database
    And the statements
      """
      create table t (ts timestamp, v int);
      insert into t values (1700000000000, 7);
      """
    And a connection without a database
    When querying
      """
      select v from t
      """
    Then it fails with 0x2616
    When querying
      """
      select v from $DB.t
      """
    Then the result is
      | v : int |
      | 7       |

  @CON-012 @websocket @native @covers:CM-05 @killed-by:database-ignored
  Scenario: Reports a database that does not exist when connecting
    When connecting with
      | database | tck_no_such_database |
    Then it fails with 0x0388

  @CON-015 @rest @covers:CM-05 @killed-by:error-swallowed
  Scenario: Reports a database that does not exist, at the latest when it is used
    When connecting with
      | database | tck_no_such_database |
    Then it should fail with 0x0388
    When logging in with
      | database  | tck_no_such_database |
      | statement | show tables          |
    Then it fails with 0x0388|0x2600|0x2616

  @CON-013 @websocket @native @killed-by:use-shared
  Scenario: Keeps the databases of two connections apart
    Given a database
    And a database
    And a connection
    And another connection B
    When executing on B
      """
      use $DB2
      """
    Then it succeeds
    When querying on B
      """
      select database()
      """
    Then the result has 1 row
    When executing on B
      """
      create table only_here (ts timestamp, v int)
      """
    Then it succeeds
    When querying
      """
      select v from only_here
      """
    Then it fails with 0x2603

  @CON-014 @covers:CM-17 @killed-by:database-ignored
  Scenario: Knows its database
    Given a database
    And a connection
    When querying
      """
      select database() as d
      """
    Then the result is
      | d : varchar |
      | $DB         |

  @CON-016 @covers:CM-18 @killed-by:database-ignored
  Scenario: Stays in its database while it asks about another
    Given a database
    And a database
    And the statements
      """
      create table $DB2.t (ts timestamp, v int);
      create table mine (ts timestamp, v int);
      """
    And a connection
    When querying
      """
      show $DB2.tables
      """
    Then the result is
      | table_name : varchar |
      | t                    |
    When querying
      """
      describe $DB2.t
      """
    Then the result has 2 rows
    When querying
      """
      select count(*) from mine
      """
    Then the result is
      | count(*) : bigint |
      | 0                 |

  @CON-017 @covers:CM-04 @rest @killed-by:database-ignored
  Scenario: Keeps the database of the connection from statement to statement
    Given a database
    And the statements
      """
      create table t (ts timestamp, v int);
      """
    And a connection
    When querying 5 times in each of 4 connections
      """
      select count(*) as n from t
      """
    Then every result is
      | n : bigint |
      | 0          |

  @CON-018 @websocket @native @killed-by:use-ignored
  Scenario: Moves to another database and back
    Given a database
    And a database
    And the statements
      """
      create table t (ts timestamp, v int);
      create table $DB2.u (ts timestamp, v int);
      """
    And a connection
    When executing
      """
      use $DB2
      """
    Then it succeeds
    When querying
      """
      select count(*) from u
      """
    Then the result has 1 row
    When executing
      """
      use $DB
      """
    Then it succeeds
    When querying
      """
      select count(*) from t
      """
    Then the result has 1 row
