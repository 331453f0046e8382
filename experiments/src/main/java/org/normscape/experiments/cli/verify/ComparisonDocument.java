package org.normscape.experiments.cli.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.normscape.experiments.cli.option.RunDocument;
import org.normscape.experiments.run.RunDirectory;

/**
 * A report on several runs, as {@code --json} prints it.
 *
 * @param report its file
 * @param figures the files of its figures
 * @param runs the folders of the runs that it shows side by side
 */
public record ComparisonDocument(String report, List<String> figures, List<String> runs) {

  /** The document about a report that is written. */
  public static ComparisonDocument of(Path folder, List<Path> runs) throws IOException {
    RunDirectory directory = new RunDirectory(folder);
    return new ComparisonDocument(
        directory.report().toString(),
        RunDocument.files(directory.figures()),
        runs.stream().map(Path::toString).toList());
  }
}
