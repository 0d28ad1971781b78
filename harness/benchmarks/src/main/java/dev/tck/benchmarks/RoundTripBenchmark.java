package dev.tck.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** How many of the smallest queries a connection answers in a second: what the way itself costs. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RoundTripBenchmark {

  /** Asks {@code select 1} and reads the answer. */
  @Benchmark
  public long roundTrip(Workbench workbench) throws Exception {
    return workbench.driver().number("select 1");
  }
}
