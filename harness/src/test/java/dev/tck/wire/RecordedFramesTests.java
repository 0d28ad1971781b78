package dev.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the binary frames against what official connectors and a real taosAdapter said to each
 * other.
 */
class RecordedFramesTests {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private static List<byte[]> frames(String recording, String direction) throws IOException {
    List<byte[]> frames = new ArrayList<>();
    for (String line : Recordings.lines("wire/" + recording + "-on-3.3.6.6.ndjson")) {
      JsonNode frame = JSON.readTree(line);
      if (frame.path("kind").asText().equals("binary")
          && frame.path("dir").asText().equals(direction)) {
        frames.add(HexFormat.of().parseHex(frame.path("data").asText()));
      }
    }
    return frames;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jdbc-3.7.9", "jdbc-3.5.3", "driver-go-3.7.8", "node-3.5.0", "taos-ws-py-0.7.0"})
  void writesTheRequestsThatOfficialConnectorsSend(String recording) throws IOException {
    int queries = 0;
    for (byte[] frame : frames(recording, ">")) {
      if (BinaryRequest.action(frame) == BinaryRequest.QUERY) {
        String sql = BinaryRequest.sql(frame);
        assertThat(BinaryRequest.query(BinaryRequest.requestId(frame), sql)).isEqualTo(frame);
        queries++;
      } else if (BinaryRequest.action(frame) == BinaryRequest.FETCH_RAW_BLOCK) {
        assertThat(
                BinaryRequest.fetchRawBlock(
                    BinaryRequest.requestId(frame), BinaryRequest.id(frame)))
            .isEqualTo(frame);
      }
    }
    assertThat(queries).as("recorded queries").isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jdbc-3.7.9", "jdbc-3.5.3", "driver-go-3.7.8", "node-3.5.0", "taos-ws-py-0.7.0"})
  void readsAndWritesTheRepliesOfTaosAdapter(String recording) throws IOException {
    int blocks = 0;
    for (byte[] frame : frames(recording, "<")) {
      if (!FetchReply.isFetchReply(frame)) {
        continue;
      }
      FetchReply reply = FetchReply.read(frame);
      long timing = LittleEndian.getLong(frame, 18);
      if (reply.finished()) {
        assertThat(FetchReply.end(reply.requestId(), reply.resultId(), timing)).isEqualTo(frame);
      } else {
        byte[] header =
            FetchReply.blockHeader(
                reply.requestId(), reply.resultId(), timing, reply.blockLength());
        assertThat(header).isEqualTo(Arrays.copyOf(frame, reply.blockStart()));
        ResultBlock block = new ResultBlock(frame, reply.blockStart(), reply.blockLength());
        assertThat(block.rows()).isPositive();
        blocks++;
      }
    }
    assertThat(blocks).as("recorded blocks").isPositive();
  }
}
