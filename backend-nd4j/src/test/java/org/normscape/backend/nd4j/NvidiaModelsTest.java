package org.normscape.backend.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NvidiaModelsTest {

  @TempDir private Path folder;

  private void gpu(String bus, String information) throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve(bus)).resolve("information"), information);
  }

  @Test
  void modelsComeInTheOrderOfTheBus() throws IOException {
    gpu("0000:3b:00.0", "Model: \t\t NVIDIA L4\nIRQ:   \t\t 17\n");
    gpu("0000:1b:00.0", "Model: \t\t NVIDIA H200\nIRQ:   \t\t 16\n");

    assertThat(NvidiaModels.in(folder).names()).containsExactly("NVIDIA H200", "NVIDIA L4");
    assertThat(NvidiaModels.in(folder).describe()).isEqualTo("NVIDIA H200, NVIDIA L4");
  }

  @Test
  void aModelThatIsHiddenIsCounted() throws IOException {
    Files.createDirectories(folder.resolve("0000:1b:00.0"));

    assertThat(NvidiaModels.in(folder).describe()).isEqualTo("a GPU whose model cannot be read");
  }

  @Test
  void withoutADriverThereAreNone() {
    assertThat(NvidiaModels.in(folder.resolve("nowhere")).describe()).isEqualTo("no GPU of NVIDIA");
  }
}
