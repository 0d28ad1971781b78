Feature: Logging in
  A connector connects with user and password, and says so when the server refuses.

  @CON-001 @core @killed-by:row-lost @killed-by:connection-cut @killed-by:answer-withheld
  Scenario: Connects and answers a first query
    Given a connection without a database
    When querying
      """
      select 1
      """
    Then the result is
      | 1 : bigint |
      | 1          |

  @CON-002 @core @killed-by:wrong-password-accepted
  Scenario: Refuses a wrong password
    When logging in with
      | password | not-the-password |
    Then it fails
    And the error message should contain "Authentication failure"

  @CON-003 @covers:R-09 @killed-by:wrong-password-accepted @killed-by:error-code-lost
  Scenario Outline: Gives TDengine's code for <what>
    When logging in with
      | user     | <user>     |
      | password | <password> |
    Then it fails with <code>

    Examples:
      | what            | user        | password         | code   |
      | a wrong password | root        | not-the-password | 0x0357 |
      | an unknown user  | nobody_here | whatever1!       | 0x0351 |

  @CON-004 @covers:CM-06 @killed-by:password-cut
  Scenario Outline: Logs in with a password of <kind> characters
    Given a user with the password "<password>"
    When logging in with
      | user     | $USER      |
      | password | <password> |
      | database |            |
    Then the result is
      | 1 : bigint |
      | 1          |

    Examples:
      | kind        | password         |
      | punctuation | Ab1!@#$,.:?<>;~  |
      | bracket     | Bc1^&*()-_+=[]{} |
      | percent     | De1%20%2F%       |

  @CON-005 @covers:CM-08 @killed-by:secret-in-error
  Scenario: Keeps the password out of the error
    When logging in with
      | password | Hush-hush-2718! |
    Then it fails
    And the error message does not contain "Hush-hush-2718!"

  @CON-006 @covers:CM-07 @since:3.3.6.0 @killed-by:password-cut
  Scenario Outline: Logs in with a password of <length> characters
    Given a user with the password "Aa1!${x*<rest>}"
    When logging in with
      | user     | $USER            |
      | password | Aa1!${x*<rest>}  |
      | database |                  |
    Then the result is
      | 1 : bigint |
      | 1          |

    Examples:
      | length | rest |
      | 9      | 5    |
      | 25     | 21   |
      | 31     | 27   |

  @CON-007 @killed-by:password-cut @covers:CM-06
  Scenario: Refuses a password that only begins with the right one
    Given a user with the password "Right-1-Right"
    When logging in with
      | user     | $USER          |
      | password | Right-1-Right2 |
      | database |                |
    Then it fails
    When logging in with
      | user     | $USER    |
      | password | Right-1- |
      | database |          |
    Then it fails
    When logging in with
      | user     | $USER         |
      | password | Right-1-Right |
      | database |               |
    Then the result is
      | 1 : bigint |
      | 1          |

  @CON-008 @covers:CM-16 @killed-by:wrong-password-accepted
  Scenario: Logs in after twenty wrong passwords
    Given a user with the password "Right-1-Right"
    When logging in 20 times with
      | user     | $USER         |
      | password | Wrong-1-Wrong |
      | database |               |
    Then it fails
    When logging in with
      | user     | $USER         |
      | password | Right-1-Right |
      | database |               |
    Then the result is
      | 1 : bigint |
      | 1          |

  @CON-009 @covers:CM-06 @killed-by:password-cut
  Scenario Outline: Logs in with <character> in the password
    Given a user with the password "Pw1-x<character>y-Z"
    When logging in with
      | user     | $USER               |
      | password | Pw1-x<character>y-Z |
      | database |                     |
    Then the result is
      | 1 : bigint |
      | 1          |

    Examples:
      | character |
      | @         |
      | ?         |
      | #         |
      | &         |
