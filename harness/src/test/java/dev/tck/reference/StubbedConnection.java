package dev.tck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tck.values.Value;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * What tests of the native interface have in common.
 *
 * <p>JNA binds the functions to a class, and binds them anew for another library, so each test has
 * a library of its own, one after the other.
 */
abstract class StubbedConnection {
  static final ConnectOptions OPTIONS =
      ConnectOptions.of("localhost", 60_300, "root", "pässword").withDatabase("there");

  @TempDir Path folder;
  StubLibrary library;
  NativeConnector connector;

  abstract StubLibrary.Version version();

  @BeforeEach
  void compile() throws Exception {
    library = StubLibrary.compile(version(), folder);
    connector = new NativeConnector(library.file());
  }

  @AfterEach
  void freedEveryResultOnce() {
    // Null where there is no compiler.
    if (connector != null) {
      assertThat(library.count("freed")).as("freed results").isEqualTo(library.count("made"));
      assertThat(library.count("freed_twice")).as("results freed twice").isZero();
      assertThat(library.count("closed"))
          .as("closed connections")
          .isEqualTo(library.count("opened"));
      assertThat(library.count("closed_while_running")).as("closed while a query ran").isZero();
    }
  }

  QueryResult.ResultSet resultSet(TaosConnection connection, String sql) throws TaosError {
    return (QueryResult.ResultSet) connection.query(sql);
  }

  List<List<Value>> rows(TaosConnection connection, String sql) throws TaosError {
    return ResultValues.drain(resultSet(connection, sql));
  }

  static void assertServerError(ThrowingCallable call, int code, String message) {
    assertThatExceptionOfType(TaosError.class)
        .isThrownBy(call)
        .withMessage(message)
        .satisfies(
            error -> {
              assertThat(error.origin()).isEqualTo(TaosError.Origin.SERVER);
              assertThat(error.code()).isEqualTo(code);
            });
  }

  static void assertDriverError(ThrowingCallable call, String... words) {
    assertThatExceptionOfType(TaosError.class)
        .isThrownBy(call)
        .satisfies(
            error -> {
              assertThat(error.origin()).isEqualTo(TaosError.Origin.DRIVER);
              assertThat(error.getMessage()).contains(words);
            });
  }
}
