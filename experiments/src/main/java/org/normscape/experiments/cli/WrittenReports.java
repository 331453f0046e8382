package org.normscape.experiments.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.normscape.experiments.report.Reports;

/** The reports of the package {@code report}. */
record WrittenReports() implements Surroundings.ReportWriter {

  @Override
  public String write(Path run) throws IOException {
    return Reports.write(run);
  }

  @Override
  public String compare(List<Path> runs, Path folder) throws IOException {
    return Reports.compare(runs, folder);
  }
}
