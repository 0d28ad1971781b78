package dev.tck.reporting.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no answer within 10 s from 127.0.0.1:41873 | no answer within (duration) from (address)",
        "died after 0.3 s | died after (duration)",
        "took 1500ms, not 20 ms | took (duration), not (duration)",
        "libtaos.so is neither in /usr/lib nor in ~/lib/x.so | libtaos.so is neither in (path) nor in (path)",
        "C:\\TDengine\\driver\\taos.dll was not found | (path) was not found",
        "http://root:secret@host:6041/rest refused | (address) refused",
        "connection to localhost:6041 refused | connection to (address) refused",
        "[::1]:6041 refused | (address) refused",
        "at 2026-11-23T04:05:06.123Z it ended | at (time) it ended",
        "table tck_8f3a_17.t is missing | table (database).t is missing",
        "process 4711 was killed | (process) was killed"
      })
  void takesOutWhatAnotherRunWouldSayOtherwise(String text, String scrubbed) {
    assertThat(Scrubber.scrub(text)).isEqualTo(scrubbed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fails in the core SQL-001, SQL-019[ns] and 3 more",
        "expected 8.6, found 8.600000381469727",
        "the page's table of native features has no C/C++",
        "taos-jdbcdriver 3.7.9 rest fails CM-007",
        "server 3.3.6.0 is older than 3.3.6.1",
        "3 rows are missing and/or wrong"
      })
  void leavesEverythingElse(String text) {
    assertThat(Scrubber.scrub(text)).isEqualTo(text);
  }
}
