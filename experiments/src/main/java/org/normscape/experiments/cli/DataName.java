package org.normscape.experiments.cli;

import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.DataSources;
import picocli.CommandLine.Parameters;

/** The argument that names a data set. */
final class DataName {

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description =
          "The data set, such as cifar10, fashion-mnist or stripes; ${DEFAULT-VALUE}, which is what a run uses that says nothing else, if not given.",
      defaultValue = "auto")
  private String name = "auto";

  /** The data set. */
  DataSource source() {
    return DataSources.named(name);
  }
}
