package dev.tck.embedded.sql;

import java.util.Set;

/** Knows the words that name nothing without back-quotes. The list is that of TDengine 3.3.6. */
final class Keywords {
  private static final Set<String> WORDS =
      Set.of(
          """
          _c0 _fhigh _flow _frowts _irowts _irowts_origin _isfilled _qduration _qend _qstart
          _rowts _tags _wduration _wend _wstart account accounts add aggregate alive all alter
          analyze and anode anodes anomaly_window anti apps arbgroups as asc asof assign async
          at_once auto balance batch_scan between bigint binary bnode bnodes bool both buffer
          bufsize bwlimit by cache cachemodel cachesize case cast child client_version cluster
          cols column comment comp compact compact_interval compact_time_offset
          compact_time_range compacts composite connection connections conns consumer
          consumers contains continuous_window_close count count_window create createdb
          current_user database databases dbs decimal delete delete_mark desc describe
          disk_info distinct distributed dnode dnodes double drop duration else enable
          encrypt_algorithm encrypt_key encryptions end event_window every exists expired
          explain file fill fill_history first float flush for force force_window_close from
          full function functions geometry grant grants group hash_join having host if ignore
          import in index indexes inner insert int integer interval into is is_import jlimit
          join json keep keep_time_offset key kill language last last_row leader leading left
          licences like limit linear local logs machines match max_delay maxrows merge meta
          meta_only minrows minus mnode mnodes modify modules nchar near next nmatch
          no_batch_scan none normal not notify notify_history now null null_f nulls offset on
          on_failure only or order outer outputtype pages pagesize para_tables_sort partition
          partition_first pass pause pi port position pps precision prev primary privileges
          qnode qnodes qtime queries query rand range ratio read recalculate recursive
          redistribute regexp rename replace replica reset restore resume retentions revoke
          right rollup s3_chunkpages s3_compact s3_keeplocal s3migrate schemaless scores
          select semi server_status server_version session set show single_stable skip_tsma
          sliding slimit sma smalldata_ts_sort smallint snode snodes soffset sort_for_group
          split stable stables start state state_window storage stream streams strict
          stt_trigger subscribe subscriptions substr substring subtable sysinfo system table
          table_prefix table_suffix tables tag tags tbname then timestamp timezone tinyint to
          today topic topics trailing transaction transactions trigger trim true_for
          tsdb_pagesize tseries tsma tsmas ttl union unsafe unsigned untreated update use user
          users using value value_f values varbinary varchar variables verbose vgroup vgroups
          view views virtual vnode vnodes vtable vtables wal_fsync_period wal_level
          wal_retention_period wal_retention_size wal_roll_period wal_segment_size watermark
          when where window window_close window_offset with write
          """
              .strip()
              .split("\\s+"));

  private Keywords() {}

  /** Returns whether a word in lower case is reserved. */
  static boolean contains(String word) {
    return WORDS.contains(word);
  }
}
