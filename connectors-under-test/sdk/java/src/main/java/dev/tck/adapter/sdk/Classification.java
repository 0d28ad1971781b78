package dev.tck.adapter.sdk;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whose an exception is: the server's, the driver's, or the adapter's own. */
final class Classification {
  private static final String SDK = "dev.tck.adapter.sdk.";

  private final Translation translation;
  private final List<String> connectorPackages;

  Classification(Translation translation, List<String> connectorPackages) {
    this.translation = translation;
    this.connectorPackages = connectorPackages;
  }

  /** Returns the reply to a request that ended with an exception. */
  String reply(long seq, Throwable thrown) {
    JsonStringWriter out = JsonWriter.string().object().value("seq", seq);
    if (thrown instanceof UnsupportedException) {
      UnsupportedException unsupported = (UnsupportedException) thrown;
      out.object("unsupported")
          .value("capability", unsupported.capability())
          .value("why", String.valueOf(unsupported.getMessage()))
          .end();
    } else if (thrown instanceof RequestException) {
      fault(out, String.valueOf(thrown.getMessage()), "");
    } else {
      ConnectorError error = connectorError(thrown);
      if (error == null) {
        fault(out, thrown.toString(), trace(thrown));
      } else {
        error(out, error);
      }
    }
    return out.end().done();
  }

  private @Nullable ConnectorError connectorError(Throwable thrown) {
    ConnectorError described = translation.describe(thrown);
    if (described != null) {
      return described;
    }
    return cameOutOfConnector(thrown)
        ? new ConnectorError(ConnectorError.Origin.DRIVER, null, thrown)
        : null;
  }

  // Above the translation's own frames lies what it called.
  private boolean cameOutOfConnector(Throwable thrown) {
    String adapter =
        translation.getClass().getPackage() == null
            ? translation.getClass().getName()
            : translation.getClass().getPackage().getName();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String name = frame.getClassName();
      if (connectorPackages.stream().anyMatch(name::startsWith)) {
        return true;
      }
      if (name.startsWith(SDK) || (!adapter.isEmpty() && name.startsWith(adapter))) {
        return false;
      }
    }
    return false;
  }

  private static void error(JsonStringWriter out, ConnectorError error) {
    out.object("error").value("origin", error.origin().text());
    if (error.code() == null) {
      out.nul("code");
    } else {
      out.value("code", error.code());
    }
    out.value("class", error.className()).value("message", error.message()).end();
  }

  private static void fault(JsonStringWriter out, String message, String trace) {
    out.object("fault").value("message", message).value("trace", trace).end();
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
