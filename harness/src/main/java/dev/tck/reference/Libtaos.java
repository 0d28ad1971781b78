package dev.tck.reference;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * TDengine's client library, as its header {@code taos.h} declares it.
 *
 * <p>The functions that every version since 2.0 has are mapped directly, which costs no reflection
 * a call; JNA binds them to this class, so one process has one library. Functions that only newer
 * libraries have are looked up by name.
 */
final class Libtaos {
  private static final int FETCH_ERROR = -1;

  private final NativeLibrary library;
  private final String version;

  private Libtaos(NativeLibrary library) {
    this.library = library;
    this.version = taos_get_client_info();
  }

  /**
   * Loads the library and binds its functions.
   *
   * @throws TaosError if it cannot be loaded, or lacks a function that all versions have
   */
  static Libtaos load(Path file) throws TaosError {
    try {
      NativeLibrary library =
          NativeLibrary.getInstance(
              file.toAbsolutePath().toString(), Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
      Native.register(Libtaos.class, library);
      return new Libtaos(library);
    } catch (UnsatisfiedLinkError e) {
      throw TaosError.driver(
          file
              + " is no client library of TDengine for this machine: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("it does not load"));
    }
  }

  /** Returns the library's version, {@code 3.3.6.6}. */
  String version() {
    return version;
  }

  /** Returns whether it hands out raw blocks; those of 2.x hand out columns instead. */
  boolean hasRawBlocks() {
    return !version.startsWith("2.");
  }

  /** Returns a function that not every version has. */
  Optional<Function> optional(String name) {
    try {
      return Optional.of(library.getFunction(name));
    } catch (UnsatisfiedLinkError e) {
      return Optional.empty();
    }
  }

  /** Returns the error of a result, or, without one, that of the last call of this thread. */
  TaosError error(@Nullable Pointer result) {
    return TaosError.server(taos_errno(result) & 0xFFFF, taos_errstr(result));
  }

  /**
   * Fetches the next columns of a result as 2.x does.
   *
   * @param columns receives the address of an array with the address of each column's values
   * @return the number of rows, 0 at the end
   */
  int fetchColumns(Pointer result, Memory columns) throws TaosError {
    int rows = taos_fetch_block(result, columns);
    if ((rows == 0 && taos_errno(result) != 0) || rows <= FETCH_ERROR) {
      throw error(result);
    }
    return rows;
  }

  static native Pointer taos_connect(
      String host, String user, String password, @Nullable String database, short port);

  static native void taos_close(Pointer connection);

  static native Pointer taos_query(Pointer connection, String sql);

  static native int taos_errno(@Nullable Pointer result);

  static native String taos_errstr(@Nullable Pointer result);

  static native int taos_field_count(Pointer result);

  static native int taos_affected_rows(Pointer result);

  static native Pointer taos_fetch_fields(Pointer result);

  static native int taos_result_precision(Pointer result);

  static native int taos_fetch_block(Pointer result, Pointer columns);

  static native Pointer taos_fetch_lengths(Pointer result);

  static native void taos_free_result(Pointer result);

  static native String taos_get_client_info();
}
