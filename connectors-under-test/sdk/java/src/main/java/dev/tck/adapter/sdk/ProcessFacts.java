package dev.tck.adapter.sdk;

import com.grack.nanojson.JsonStringWriter;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;

/** Tells facts of this process, as far as the platform does. */
final class ProcessFacts {
  private static final Path STATUS = Paths.get("/proc/self/status");

  private ProcessFacts() {}

  static void write(List<?> what, JsonStringWriter out) {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    if (what.contains("fds") && system instanceof UnixOperatingSystemMXBean) {
      out.value("fds", ((UnixOperatingSystemMXBean) system).getOpenFileDescriptorCount());
    }
    if (what.contains("threads")) {
      out.value("threads", ManagementFactory.getThreadMXBean().getThreadCount());
    }
    if (what.contains("memory")) {
      writeMemory(out);
    }
    if (what.contains("stacks")) {
      out.value("stacks", stacks());
    }
  }

  /** Returns the id of this process. */
  static long pid() {
    String name = ManagementFactory.getRuntimeMXBean().getName();
    int at = name.indexOf('@');
    return Long.parseLong(at < 0 ? name : name.substring(0, at));
  }

  private static void writeMemory(JsonStringWriter out) {
    if (!Files.isReadable(STATUS)) {
      return;
    }
    try {
      for (String line : Files.readAllLines(STATUS, StandardCharsets.UTF_8)) {
        if (line.startsWith("VmRSS:")) {
          out.value("memory", Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024);
        }
      }
    } catch (IOException e) {
      // The platform does not tell after all: the fact stays away.
      return;
    }
  }

  private static String stacks() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      Thread thread = entry.getKey();
      text.append('"').append(thread.getName()).append("\" ").append(thread.getState());
      for (StackTraceElement frame : entry.getValue()) {
        text.append("\n\tat ").append(frame);
      }
      text.append("\n\n");
    }
    return text.toString();
  }
}
