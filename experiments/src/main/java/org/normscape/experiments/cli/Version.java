package org.normscape.experiments.cli;

import java.util.Map;
import org.normscape.experiments.run.Environment;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    Map<String, String> environment = Environment.describe();
    return new String[] {"normscape " + environment.get("normscape"), environment.get("java")};
  }
}
