package dev.tck.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlShapeTests {
  private static final Set<String> TABLES = Set.of("t", "d1", "Big");

  @Test
  void knowsWhereTDenginePromisesNoOrder() {
    assertThat(unordered("select * from t")).isFalse();
    assertThat(unordered("select * from db.t where a in (select b from t)")).isFalse();
    assertThat(unordered("select a.v from t a, d1 b where a.ts = b.ts")).isFalse();
    assertThat(unordered("select avg(v) from t interval(1s)")).isFalse();
    assertThat(unordered("select * from `Big`")).isFalse();
    assertThat(unordered("select 1")).isFalse();
    assertThat(unordered("desc t")).isFalse();
    assertThat(unordered("select * from s order by ts")).isFalse();
    assertThat(unordered("select * from s")).isTrue();
    assertThat(unordered("select * from (select * from s)")).isTrue();
    assertThat(unordered("select * from (select * from s order by ts)")).isTrue();
    assertThat(unordered("select a.v from t a join s b on a.ts = b.ts")).isTrue();
    assertThat(unordered("select * from t union all select * from d1")).isTrue();
    assertThat(unordered("select v from t group by v")).isTrue();
    assertThat(unordered("show tables")).isTrue();
    assertThat(unordered("select name from information_schema.ins_databases")).isTrue();
    assertThat(unordered("select 'x from s' from t -- from s")).isFalse();
    assertThat(unordered("select * from t; select * from s")).isFalse();
  }

  @Test
  void findsTheKeysOfTheOrder() {
    assertThat(
            new SqlShape("select a from t order by a desc, `B` asc nulls first, 3, f(x, y) limit 1")
                .orderKeys())
        .containsExactly("a", "B", "3", "f(x, y)");
    assertThat(new SqlShape("select a from (select a from t order by a)").orderKeys()).isEmpty();
  }

  @Test
  void findsTheSelectedExpressions() {
    assertThat(new SqlShape("select distinct a, f(b, c) as d, 'x,y' from t").selected())
        .containsExactly("a", "f(b, c) as d", "'x,y'");
  }

  @Test
  void findsWhatIsCreatedAndDropped() {
    assertThat(
            new SqlShape("create table if not exists db.t (ts timestamp, v int)")
                .createdSingleTables())
        .containsExactly("t");
    assertThat(
            new SqlShape("create table s (ts timestamp, v int) tags (g int)").createdSingleTables())
        .isEmpty();
    assertThat(
            new SqlShape("create table a using s tags (1) b using s tags (2)")
                .createdSingleTables())
        .containsExactly("a", "b");
    assertThat(new SqlShape("insert into `C` using s tags (1) values (1, 2)").createdSingleTables())
        .containsExactly("C");
    assertThat(new SqlShape("create database if not exists d vgroups 1").createdName("database"))
        .contains("d");
    assertThat(new SqlShape("create topic x_t1 as select ts from s").createdName("topic"))
        .contains("x_t1");
    assertThat(new SqlShape("drop user `g-u`").droppedName("user")).contains("g-u");
    assertThat(new SqlShape("drop table t").droppedName("user")).isEmpty();
  }

  private static boolean unordered(String sql) {
    return new SqlShape(sql).isUnordered(TABLES);
  }
}
