package dev.tck.provision;

import dev.tck.provision.ConnectorDefinition.Action;
import dev.tck.provision.ConnectorDefinition.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what the steps of a definition read: files of the connector's folder and of the SDKs. */
final class Inputs {
  private static final Pattern FILE = Pattern.compile("\\$\\{(home|sdk)}/([^*\\s]+)");

  private Inputs() {}

  /** Returns paths such as {@code ${home}/src} and {@code ${sdk}/java/src/main/java}. */
  static Set<String> of(ConnectorDefinition definition) {
    Set<String> paths = new TreeSet<>();
    for (Step step : definition.steps()) {
      for (String text : texts(step.action())) {
        Matcher matcher = FILE.matcher(text);
        while (matcher.find()) {
          paths.add(matcher.group());
        }
      }
    }
    return paths;
  }

  /** Returns all templates of an action. */
  static List<String> texts(Action action) {
    List<String> texts = new ArrayList<>();
    if (action instanceof ConnectorDefinition.Run run) {
      texts.addAll(run.command());
      texts.addAll(run.environment().values());
    } else if (action instanceof ConnectorDefinition.Write write) {
      texts.add(write.file());
      texts.add(write.text());
    } else if (action instanceof ConnectorDefinition.Copy copy) {
      texts.add(copy.from());
      texts.add(copy.to());
    } else if (action instanceof ConnectorDefinition.Compile compile) {
      texts.addAll(compile.sources());
      texts.addAll(compile.classpath());
      texts.add(compile.to());
    } else if (action instanceof ConnectorDefinition.Fingerprint fingerprint) {
      texts.add(fingerprint.files());
    }
    return texts;
  }
}
