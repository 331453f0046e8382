package org.normscape.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.backend.audit.Choice;
import org.normscape.backend.audit.Verdict;

/** Whether a run that goes on reads which kernels computed it. */
final class KernelRecordTest {

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Verdict right = new Verdict("onednn", Verdict.Outcome.RIGHT, 1e-7, 0, 3e-3, "");
    KernelRecord record =
        new KernelRecord(List.of(new Choice("a call", "onednn", 2.5, List.of(right))));
    RunDirectory run = new RunDirectory(folder);
    record.write(run);
    assertThat(KernelRecord.parse(Files.readAllBytes(run.kernels()))).isEqualTo(record);
    assertThat(KernelRecord.read(folder)).containsEntry("a call", "onednn");
  }
}
