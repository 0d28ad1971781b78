Feature: The client driver
  Native connectors need TDengine's client library, which the page tells how to install and to verify.

  @INS-001 @native @core
  Scenario: Finds and loads the client library
    Given a connection without a database
    When querying
      """
      select 1
      """
    Then the result is
      | 1 : bigint |
      | 1          |

  @INS-002 @native @since:3.3.3.0 @covers:CM-03
  Scenario: Loads a client library of the server's own release
    Given a connection without a database
    When querying
      """
      select substring_index(client_version(), '.', 3) = substring_index(server_version(), '.', 3) as fits
      """
    Then the result is
      | fits : bool |
      | true        |

  @INS-003 @native
  Scenario: Logs in with the command-line client
    Then the taos command answers "select server_version()" with "$TDENGINE"
