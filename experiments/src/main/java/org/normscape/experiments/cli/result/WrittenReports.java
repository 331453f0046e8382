package org.normscape.experiments.cli.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.report.Reports;
import org.normscape.experiments.run.file.Json;

/** The reports of the package {@code report}. */
public record WrittenReports() implements Surroundings.ReportWriter {

  @Override
  public String write(Path run) {
    try {
      return Reports.write(run);
    } catch (IOException e) {
      throw Json.unwritable(run, e);
    }
  }

  @Override
  public String compare(List<Path> runs, Path folder) {
    try {
      return Reports.compare(runs, folder);
    } catch (IOException e) {
      throw Json.unwritable(folder, e);
    }
  }
}
