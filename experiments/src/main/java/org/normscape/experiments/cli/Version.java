package org.normscape.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.normscape.experiments.run.Environment;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: what this is, what it runs on, and the natives it brings. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    Map<String, String> environment = Environment.describe();
    List<String> lines = new ArrayList<>();
    lines.add("normscape " + environment.get("normscape"));
    Optional.ofNullable(environment.get("commit")).ifPresent(hash -> lines.add("commit " + hash));
    lines.add(environment.get("java"));
    NativeJars.on(System.getProperty("java.class.path", ""))
        .forEach(jar -> lines.add("natives " + jar));
    return lines.toArray(String[]::new);
  }
}
