package org.normscape.experiments.export;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.run.Task;

/** A way to bring what a run measured to another program. */
public interface Export {

  /**
   * Brings it there.
   *
   * @return where it is now: a word for the other program, and a folder or an address
   * @throws org.normscape.experiments.UserError when it cannot be brought there; the run itself is
   *     untouched
   */
  String write(RunRecord run);

  /** What a task measured that varies with nothing but the step, in order. */
  static List<Series> scalars(RunRecord run, Task task) {
    return run.metrics().series().stream()
        .filter(series -> series.cell().equals(task.cell()) && series.seed() == task.seed())
        .filter(series -> series.at().isEmpty())
        .toList();
  }

  /** When a run was started, or when it ended; the beginning of 1970 where that is not written. */
  static Instant moment(RunRecord run, String key) {
    try {
      return Instant.parse(run.provenance().path(key).asText());
    } catch (DateTimeException notWritten) {
      return Instant.EPOCH;
    }
  }
}
