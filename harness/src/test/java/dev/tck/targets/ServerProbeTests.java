package dev.tck.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.doubles.RestStub;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Holds readiness against what taosd 2.2.2.10 and taosAdapter 3.3.6.6 answered while starting. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerProbeTests {
  private static final String NODES_3 =
      """
      {"code":0,"column_meta":[["id","INT",4],["endpoint","VARCHAR",134],["vnodes","SMALLINT",2],
      ["support_vnodes","SMALLINT",2],["status","VARCHAR",10],["create_time","TIMESTAMP",8],
      ["reboot_time","TIMESTAMP",8],["note","VARCHAR",256]],"data":[[1,"localhost:16030",3,256,"%s",
      "2026-11-23T04:22:52.286Z","2026-11-23T07:18:47.713Z",""]],"rows":1}
      """;
  private static final String NODES_2 =
      """
      {"status":"succ","head":["id","end_point","vnodes","cores","status","role","create_time","offline reason"],
      "column_meta":[["id",3,2],["end_point",8,134],["vnodes",3,2],["cores",3,2],["status",8,10],["role",8,5],
      ["create_time",9,8],["offline reason",8,24]],"data":[[1,"localhost:18030",0,0,"%s","any",
      "2026-11-23 07:34:21.913","status not received"]],"rows":1}
      """;

  private String nodes = NODES_3;
  private String status = "ready";
  private final RestStub server = new RestStub(call -> RestStub.json(nodes.formatted(status)));
  private final Endpoint endpoint = new Endpoint("127.0.0.1", server.port(), "root", "taosdata");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void takesAServerForReadyWhoseDataNodeIs() throws TargetException {
    assertThat(new ServerProbe().isReady(endpoint)).isTrue();
    nodes = NODES_2;
    assertThat(new ServerProbe().isReady(endpoint)).isTrue();
    assertThat(server.calls()).allMatch(call -> call.sql().equals("show dnodes"));
  }

  @Test
  void doesNotTakeAnOfflineDataNodeForReady() throws TargetException {
    status = "offline";
    assertThat(new ServerProbe().isReady(endpoint)).isFalse();
    nodes = NODES_2;
    assertThat(new ServerProbe().isReady(endpoint)).isFalse();
  }
}
