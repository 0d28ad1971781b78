package dev.tck.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expects of schemaless writing what a 3.3.6.6 with its taosAdapter answered. */
class SchemalessWriteTests {
  private static final String INFLUX = "/influxdb/v1/write?db=d&precision=ms";
  private static final String TELNET = "/opentsdb/v1/put/telnet/d";

  private EmbeddedServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = EmbeddedServer.start("3.3.6.6", Clock.systemUTC(), ServerOptions.onLoopback());
    sql("create database d");
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private String sql(String statement) throws IOException {
    return RawHttp.body(RawHttp.post(server.port(), "/rest/sql/d", RawHttp.ROOT, statement));
  }

  private String post(String path, String points) throws IOException {
    return RawHttp.post(server.port(), path, RawHttp.ROOT, points);
  }

  private void write(String path, String points) throws IOException {
    String answer = post(path, points);
    assertThat(RawHttp.status(answer)).as(answer).isEqualTo(204);
    assertThat(RawHttp.body(answer)).isEmpty();
    assertThat(RawHttp.header(answer, "Content-Length")).isEmpty();
  }

  private void assertRefused(String path, String points, String json) throws IOException {
    String answer = post(path, points);
    assertThat(RawHttp.body(answer)).isEqualTo(json);
    assertThat(RawHttp.status(answer)).isEqualTo(500);
  }

  @Test
  void typesColumnsBySuffix() throws IOException {
    write(
        INFLUX,
        "p1,t=a v=1i8,w=2i16,x=3i32,y=4i64,z=5i,a=1u8,b=1u16,c=1u32,d=1u64,e=1u,f=1.5f32,g=2f64,"
            + "h=t,i=\"x\",j=L\"yy\",k=1e3,l=FALSE,m=1.5F32 1700000000000");
    assertThat(sql("select * from p1"))
        .isEqualTo(
            "{\"code\":0,\"column_meta\":[[\"_ts\",\"TIMESTAMP\",8],[\"v\",\"TINYINT\",1],[\"w\",\"SMALLINT\",2],"
                + "[\"x\",\"INT\",4],[\"y\",\"BIGINT\",8],[\"z\",\"BIGINT\",8],[\"a\",\"TINYINT UNSIGNED\",1],"
                + "[\"b\",\"SMALLINT UNSIGNED\",2],[\"c\",\"INT UNSIGNED\",4],[\"d\",\"BIGINT UNSIGNED\",8],"
                + "[\"e\",\"BIGINT UNSIGNED\",8],[\"f\",\"FLOAT\",4],[\"g\",\"DOUBLE\",8],[\"h\",\"BOOL\",1],"
                + "[\"i\",\"VARCHAR\",2],[\"j\",\"NCHAR\",4],[\"k\",\"DOUBLE\",8],[\"l\",\"BOOL\",1],"
                + "[\"m\",\"FLOAT\",4],[\"t\",\"NCHAR\",2]],\"data\":[[\"2023-11-14T22:13:20.000Z\",1,2,3,4,5,1,1,"
                + "1,1,1,1.5,2,true,\"x\",\"yy\",1000,false,1.5,\"a\"]],\"rows\":1}");
  }

  @Test
  void addsAndWidensColumnsAndTags() throws IOException {
    write(INFLUX, "p3,t=a v=1 1700000000000");
    write(INFLUX, "p3,t=a w=\"s\" 1700000000000");
    write(INFLUX, "p3,t=aaaaa,u=q w=\"ssssssssss\" 1700000000001");
    assertThat(sql("select * from p3"))
        .isEqualTo(
            "{\"code\":0,\"column_meta\":[[\"_ts\",\"TIMESTAMP\",8],[\"v\",\"DOUBLE\",8],[\"w\",\"VARCHAR\",16],"
                + "[\"t\",\"NCHAR\",8],[\"u\",\"NCHAR\",2]],\"data\":[[\"2023-11-14T22:13:20.000Z\",1,\"s\",\"a\",null],"
                + "[\"2023-11-14T22:13:20.001Z\",null,\"ssssssssss\",\"aaaaa\",\"q\"]],\"rows\":2}");
  }

  @Test
  void keepsBytesAndGeometries() throws IOException {
    write(INFLUX, "p4,t=a v=G\"Point(1 2)\",b=B\"\\x0102\",c=b\"abc\" 1700000000000");
    assertThat(sql("select * from p4"))
        .contains("[\"v\",\"GEOMETRY\",32],[\"b\",\"VARBINARY\",4],[\"c\",\"VARBINARY\",4]")
        .contains("\"0101000000000000000000f03f0000000000000040\",\"0102\",\"616263\",\"a\"");
  }

  @Test
  void countsBytesForTheWidthOfNchar() throws IOException {
    write(INFLUX, "a9,t=é v=L\"éé\",w=\"éé\" 1700000000000");
    assertThat(sql("select * from a9"))
        .contains("[\"v\",\"NCHAR\",8],[\"w\",\"VARCHAR\",8],[\"t\",\"NCHAR\",4]")
        .contains("\"éé\",\"éé\",\"é\"");
  }

  @ParameterizedTest
  @CsvSource({
    "u, 1700000000000123, 2023-11-14T22:13:20.000Z",
    "s, 1700000001, 2023-11-14T22:13:21.000Z",
    "m, 28333333, 2023-11-14T22:13:00.000Z",
    "h, 472222, 2023-11-14T22:00:00.000Z",
    "µs, 1700000000500000000, 2023-11-14T22:13:20.500Z"
  })
  void readsTimesInTheirUnit(String unit, String time, String stored) throws IOException {
    String encoded = unit.equals("µs") ? "%C2%B5s" : unit;
    write("/influxdb/v1/write?db=d&precision=" + encoded, "p8,a=1 s=1 " + time);
    assertThat(sql("select _ts from p8")).contains("[\"" + stored + "\"]");
  }

  @Test
  void namesChildTablesByATag() throws IOException {
    write(INFLUX + "&table_name_key=a&ttl=1000", "p10,a=n.3 s=7 1700000000000");
    assertThat(sql("select tbname,* from p10"))
        .contains("[\"_tag_null\",\"NCHAR\",1]")
        .contains("[\"n_3\",\"2023-11-14T22:13:20.000Z\",7,null]");
    assertThat(sql("select `ttl` from information_schema.ins_tables where table_name='n_3'"))
        .contains("\"data\":[[1000]]");
  }

  @Test
  void skipsCommentsAndAFinalNewline() throws IOException {
    write(INFLUX, "#abc\np3,t=a v=1 1700000000000\n#x\n");
    assertThat(sql("select count(*) from p3")).contains("\"data\":[[1]]");
  }

  @Test
  void refusesAnotherTypeThanTheColumns() throws IOException {
    write(INFLUX, "p3,t=a v=1 1700000000000");
    assertRefused(
        INFLUX,
        "p3,t=a v=1i 1700000000000",
        "{\"code\":\"internal error\",\"message\":\"[0x3002] SML:0x2, smlGenerateSchemaAction point type and db type mismatch, db type:DOUBLE, point type:BIGINT, key:v=1i 1700000000000\"}");
    write(TELNET, "m.a 1700000000 1 a=b");
    assertRefused(
        TELNET,
        "m.a 1700000001 2i32 a=b",
        "{\"code\":500,\"message\":\"[0x3002] Invalid data format\"}");
  }

  @Test
  void refusesTablesThatAreNoSuperTablesOfItsKind() throws IOException {
    sql("create table n1 (ts timestamp, v double)");
    sql("create stable n2 (ts timestamp, v double) tags (t nchar(8))");
    String invalid = "{\"code\":\"internal error\",\"message\":\"[0x3002] Invalid data format\"}";
    assertRefused(INFLUX, "n1 v=1 1700000000000", invalid);
    assertRefused(INFLUX, "n2,t=a v=1 1700000000000", invalid);
  }

  @Test
  void readsTelnetLines() throws IOException {
    write(TELNET, "put m.a 1700000001 2 a=b\r\nm.a 1700000003000 3 a=b c=d\r\n");
    write(TELNET, "m.b 1700000002 \"str\" a=b\n");
    write(TELNET, "");
    assertThat(sql("select tbname,* from m_a order by _ts"))
        .contains(
            "[[\"t_f70a97fce19bec6c487afa0acf4363de\",\"2023-11-14T22:13:21.000Z\",2,\"b\",null],"
                + "[\"t_58d63da3c3d6c5e6bf54c796a7edc363\",\"2023-11-14T22:13:23.000Z\",3,\"b\",\"d\"]]");
    assertThat(sql("select tbname,* from m_b"))
        .contains("[\"_value\",\"VARCHAR\",4]")
        .contains(
            "[[\"t_da0a3cea56ce1f1dda87c97f7083a6c0\",\"2023-11-14T22:13:22.000Z\",\"str\",\"b\"]]");
  }

  @Test
  void answersTheAdaptersOwnComplaints() throws IOException {
    String noLogin = RawHttp.post(server.port(), INFLUX, "", "m v=1");
    assertThat(RawHttp.status(noLogin)).isEqualTo(401);
    assertThat(RawHttp.body(noLogin))
        .isEqualTo("{\"code\":\"forbidden\",\"message\":\"get auth error\"}");
    assertThat(RawHttp.body(RawHttp.post(server.port(), TELNET, "", "m v=1")))
        .isEqualTo("{\"code\":401,\"message\":\"auth needed\"}");
    assertThat(RawHttp.body(post("/influxdb/v1/write", "m v=1")))
        .isEqualTo(
            "{\"code\":\"not found\",\"message\":\"db required\",\"op\":\"get db query\",\"err\":\"db required\",\"line\":0}");
    assertThat(RawHttp.body(post(INFLUX + "&ttl=x", "m v=1")))
        .isEqualTo(
            "{\"code\":\"illegal param\",\"message\":\"ttl must be numeric\",\"op\":\"parse ttl\",\"err\":\"ttl must be numeric\",\"line\":0}");
    assertThat(RawHttp.body(post(TELNET + "?req_id=x", "m 1 1 a=b")))
        .isEqualTo(
            "{\"code\":400,\"message\":\"illegal param, req_id must be numeric strconv.ParseUint: parsing \\\"x\\\": invalid syntax\"}");
    assertRefused(
        INFLUX + "&u=root&p=bad",
        "m v=1",
        "{\"code\":\"internal error\",\"message\":\"[0x357] Authentication failure\"}");
    assertRefused(
        "/opentsdb/v1/put/telnet/nosuchdb",
        "m 1 1 a=b",
        "{\"code\":500,\"message\":\"[0x388] Database not exist\"}");
  }
}
