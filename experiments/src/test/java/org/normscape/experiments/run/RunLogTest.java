package org.normscape.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.probe.TrainingQuantities;

final class RunLogTest {

  private static final Path OPEN = Path.of("/proc/self/fd");

  @TempDir private Path folder;

  private static int open() {
    String[] files = OPEN.toFile().list();
    assumeTrue(files != null, "the system does not say which files are open");
    return files.length;
  }

  /** A run of a hundred thousand tasks may not have two files open for each. */
  @Test
  void filesAreOpenNoLongerThanATaskGoesOn() throws IOException {
    int tasks = 200;
    try (RunLog log = new RunLog(folder, RunLog.Fingerprints.ALWAYS)) {
      int before = open();
      for (int round = 0; round < 2; round++) {
        for (int seed = 0; seed < tasks; seed++) {
          try (RunLog.Lease lease = log.lease("plain", seed)) {
            lease.log().record(round, TrainingQuantities.TRAIN_LOSS, seed);
          }
        }
      }
      assertThat(open() - before).isLessThan(tasks / 4);
    }
    for (int seed = 0; seed < tasks; seed++) {
      assertThat(Files.readAllLines(Task.of(folder, "plain", seed).metrics())).hasSize(2);
    }
  }
}
