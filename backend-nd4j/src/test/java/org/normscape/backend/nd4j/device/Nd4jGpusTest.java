package org.normscape.backend.nd4j.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;

/** Where ND4J refuses a GPU, with programs that answer as {@code nvidia-smi} does. */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class Nd4jGpusTest {

  private static final String AMPERE = "echo 'NVIDIA A100-SXM4-40GB, 8.0'";

  @TempDir private Path folder;

  private NvidiaSmi program(String body, Map<String, String> environment) throws IOException {
    Path script = folder.resolve("nvidia-smi");
    Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return new NvidiaSmi(script.toString(), environment, 2);
  }

  private void check(String body, Device device) throws IOException {
    check(body, Map.of(), device);
  }

  private void check(String body, Map<String, String> environment, Device device)
      throws IOException {
    new Nd4jGpus(getClass().getClassLoader(), program(body, environment)).check(device);
  }

  @Test
  void cardsUpToAdaAreTaken() {
    String body = "echo 'Tesla K80, 3.7'\necho 'NVIDIA L4, 8.9'";

    assertThatCode(() -> check(body, Device.gpu(1))).doesNotThrowAnyException();
  }

  @Test
  void aCardThatNothingWasCompiledForIsNamed() {
    assertThatThrownBy(() -> check(AMPERE + "\necho 'NVIDIA H200, 9.0'", Device.gpu(0)))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("3.7 to 8.9")
        .hasMessageContaining("but one is a NVIDIA H200 with 9.0. To fix: choose the backend");
  }

  @Test
  void anIndexThatIsTooLargeIsAnsweredWithThoseThereAre() {
    assertThatThrownBy(() -> check(AMPERE + "\n" + AMPERE, Device.gpu(2)))
        .hasMessageContaining("(gpu:0, gpu:1), but it is gpu:2");
  }

  @Test
  void tensorFloatIsRefusedBeforeTheDriverIsAsked() {
    assertThatThrownBy(() -> check("exit 1", Device.gpuWithTf32(0)))
        .hasMessageContaining("TF32 is not what ND4J computes in, but the device is gpu:0+tf32");
  }

  @Test
  void aDriverThatFindsNoneIsSaid() {
    assertThatThrownBy(() -> check("true", Device.gpu(0)))
        .hasMessageContaining("gpu:0 must be there, but NVIDIA's driver finds no GPU");
  }

  @Test
  void aDriverThatFailsIsSaidInItsOwnWords() {
    assertThatThrownBy(
            () -> check("echo 'Driver/library version mismatch'; exit 18", Device.gpu(0)))
        .hasMessageContaining("ended with status 18 (Driver/library version mismatch). To fix");
  }

  @Test
  void aDriverThatHangsIsNotWaitedForForever() {
    assertThatThrownBy(() -> check("exec sleep 60", Device.gpu(0)))
        .hasMessageContaining("did not end within 2 s");
  }

  @Test
  void withoutADriverThereIsNoProgram() {
    NvidiaSmi missing = new NvidiaSmi(folder.resolve("nowhere").toString(), Map.of(), 2);

    assertThatThrownBy(missing::gpus).hasMessageContaining("nowhere does not start");
  }

  @Test
  void whatIsHiddenIsNotAskedFor() throws IOException {
    String echo = "for a in \"$@\"; do echo \"$a, 8.0\"; done";

    assertThat(program(echo, Map.of("CUDA_VISIBLE_DEVICES", "1,3")).gpus())
        .extracting(NvidiaGpu::name)
        .contains("--id=1,3");
    assertThat(program(echo, Map.of("CUDA_VISIBLE_DEVICES", "")).gpus()).isEmpty();
    assertThat(program(echo, Map.of("CUDA_VISIBLE_DEVICES", "-1")).gpus()).isEmpty();
  }

  @Test
  void nativesAreFoundByTheFileThatTheyBring() throws IOException {
    Files.createFile(folder.resolve("nd4j-jcublas.properties"));
    NvidiaSmi driver = program(AMPERE, Map.of());

    try (URLClassLoader with = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      assertThat(new Nd4jGpus(with, driver).hasNatives()).isTrue();
    }
    assertThat(new Nd4jGpus(getClass().getClassLoader(), driver).hasNatives()).isFalse();
  }

  @Test
  void nativesForTheCpuThatWereLoadedFirstAreNotTakenInstead() throws IOException {
    Nd4jGpus gpus = new Nd4jGpus(getClass().getClassLoader(), program(AMPERE, Map.of()));

    assertThatThrownBy(() -> gpus.load(Device.gpu(0)))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("gpu:0 needs ND4J's natives for GPUs, but those for the CPU");
  }
}
