package dev.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MalformedBytesTests {
  // select ts,i4 from st limit 2, as a real server sent it (protocol notes, websocket.md §5.7).
  private static final byte[] BLOCK =
      HexFormat.of()
          .parseHex(
              "01000000490000000200000002000000000000800000000000000000"
                  + "09080000000404000000"
                  + "1000000008000000"
                  + "007bf451c28c010000e8f751c28c010000"
                  + "40fdffffff00000000"
                  + "00");

  @Test
  void readsTheExampleOfTheProtocolNotes() {
    ResultBlock block = new ResultBlock(BLOCK, 0, BLOCK.length);
    assertThat(block.longAt(0, 0)).isEqualTo(1_704_067_200_123L);
    assertThat(block.intAt(1, 0)).isEqualTo(-3);
    assertThat(block.isNull(1, 1)).isTrue();
  }

  @Test
  void refusesABlockThatIsCutOff() {
    for (int length = 0; length < BLOCK.length; length++) {
      byte[] cut = Arrays.copyOf(BLOCK, length);
      assertThatThrownBy(() -> new ResultBlock(cut, 0, cut.length))
          .isInstanceOf(WireFormatException.class);
    }
  }

  @Test
  void survivesAnySingleWrongByte() {
    for (int position = 0; position < BLOCK.length; position++) {
      for (int value : new int[] {0x00, 0x7F, 0x80, 0xFF}) {
        byte[] wrong = BLOCK.clone();
        wrong[position] = (byte) value;
        try {
          ResultBlock block = new ResultBlock(wrong, 0, wrong.length);
          for (int column = 0; column < block.columns(); column++) {
            for (int row = 0; row < block.rows(); row++) {
              if (!block.isNull(column, row) && block.type(column).isVariable()) {
                block.textAt(column, row);
              }
            }
          }
        } catch (WireFormatException e) {
          assertThat(e).hasMessageContaining("offset");
        }
      }
    }
  }

  @Test
  void namesTheOffsetOfAnUnknownType() {
    byte[] wrong = BLOCK.clone();
    wrong[28] = 19;
    assertThatThrownBy(() -> new ResultBlock(wrong, 0, wrong.length))
        .isInstanceOf(WireFormatException.class)
        .hasMessage("offset 28: unknown column type 19");
  }

  @Test
  void refusesAFetchReplyThatIsCutOff() throws IOException {
    byte[] header = FetchReply.blockHeader(10, 1, 5, BLOCK.length);
    byte[] frame = Arrays.copyOf(header, header.length + BLOCK.length);
    System.arraycopy(BLOCK, 0, frame, header.length, BLOCK.length);
    assertThat(FetchReply.read(frame).blockLength()).isEqualTo(BLOCK.length);
    for (int length = 0; length < frame.length; length++) {
      byte[] cut = Arrays.copyOf(frame, length);
      assertThatThrownBy(() -> FetchReply.read(cut)).isInstanceOf(WireFormatException.class);
    }
  }

  @Test
  void refusesQueriesAsTaosAdapterDoes() {
    byte[] frame = BinaryRequest.query(9, "select 1");
    assertThatThrownBy(() -> BinaryRequest.sql(Arrays.copyOf(frame, 29)))
        .hasMessage("message length is too short");
    byte[] version = frame.clone();
    version[24] = 2;
    assertThatThrownBy(() -> BinaryRequest.sql(version))
        .hasMessage("unknown binary query version:2");
    byte[] length = frame.clone();
    length[26] = 80;
    assertThatThrownBy(() -> BinaryRequest.sql(length))
        .hasMessage("uncompleted message, sql length:80, remainMessageLength:8");
  }
}
