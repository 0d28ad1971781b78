package dev.tck.scenarios.run;

import dev.tck.proxy.Fault;
import dev.tck.proxy.Proxy;
import dev.tck.proxy.ProxyOptions;
import dev.tck.targets.Endpoint;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A tap that is our proxy; it may do something wrong on purpose, from the first scenario on. */
public final class ProxyTap implements Tap {
  private final Proxy proxy;
  private final Endpoint endpoint;
  private volatile boolean begun;

  private ProxyTap(Endpoint target, @Nullable Fault fault) {
    try {
      this.proxy = Proxy.start(ProxyOptions.to(target.host(), target.port()));
    } catch (IOException e) {
      throw new UncheckedIOException("no port for the recording proxy", e);
    }
    this.endpoint = target.at("127.0.0.1", proxy.port());
    if (fault != null) {
      // Set at once, because connections keep to what held when they were opened.
      proxy.setFault(Fault.when(passage -> begun, fault));
    }
  }

  /** Returns taps that only write down. */
  public static Tap.Source source() {
    return target -> new ProxyTap(target, null);
  }

  /** Returns taps with a fault each. */
  public static Tap.Source withFault(Supplier<Fault> faults) {
    return target -> new ProxyTap(target, faults.get());
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  // The connect probe of a cell comes before its first scenario, and must pass.
  @Override
  public void begin() {
    begun = true;
    proxy.startCapture();
  }

  @Override
  public String capture() {
    StringWriter text = new StringWriter();
    try {
      proxy.takeCapture().writeTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  @Override
  public void close() {
    proxy.close();
  }
}
