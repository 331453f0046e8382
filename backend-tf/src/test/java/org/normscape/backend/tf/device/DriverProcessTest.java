package org.normscape.backend.tf.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;
import org.normscape.backend.tf.device.DriverReport.CudaVersion;
import org.normscape.backend.tf.device.Gpu.Capability;
import org.normscape.backend.tf.device.Gpu.Trial;

/** What a driver says reaches this process, whatever becomes of the one that asks. */
@EnabledOnOs(OS.LINUX)
final class DriverProcessTest {

  private static final int PATIENCE = 60;

  @TempDir private Path folder;

  private DriverReport ask(int opened, String... definitions) throws Exception {
    return FakeDriver.build(folder, definitions).ask(opened, PATIENCE);
  }

  @Test
  void gpusAreDescribedAndOneIsOpened() throws Exception {
    assertThat(ask(1, "COUNT=2"))
        .isEqualTo(
            new DriverReport.Answered(
                new CudaVersion(12060),
                List.of(
                    new Gpu(
                        0, "Fake H200", 150_000_000_000L, new Capability(9, 1), new Trial.None()),
                    new Gpu(
                        1,
                        "Fake L4",
                        150_000_000_000L,
                        new Capability(9, 1),
                        new Trial.Opened(140_000_000_000L)))));
  }

  /** Each is what a machine has been seen to do, or what CUDA's manual says that it does. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INIT=100 | finds no GPU",
        "COUNT=0 | finds no GPU",
        "INIT=803 | NVIDIA's answers cuInit with CUDA_ERROR_SYSTEM_DRIVER_MISMATCH",
        "INIT=999 | NVIDIA's answers cuInit with error 999",
        "VERSION=11040 | needs a driver that supports CUDA 12.0, but the one here supports CUDA 11.4",
        "MAJOR=3 | must have compute capability 6.0 or more, for which TensorFlow has code, but it is a Fake H200 with 3.1",
        "OPENED=2 | needs memory, but other processes hold all of it",
        "OPENED=46 | must be free, but another process has it to itself",
        "OPENED=803 | must open, but NVIDIA's driver says CUDA_ERROR_SYSTEM_DRIVER_MISMATCH",
        "CRASH | needs a driver that works, but a process that asked NVIDIA's for its GPUs ended with status 134",
      })
  void whatIsWrongIsOneSentence(String definition, String sentence) throws Exception {
    Device device = Device.gpu(0);
    DriverReport report = ask(0, definition);

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> DriverCheck.usable(device, report.answer(device)))
        .withMessageStartingWith("device: gpu:0 ")
        .withMessageContaining(sentence)
        .withMessageEndingWith(", or use cpu.");
  }

  @Test
  void aGpuThatIsNotThereIsToldFromThoseThatAre() throws Exception {
    DriverReport.Answered two = ask(5, "COUNT=2").answer(Device.gpu(5));

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> DriverCheck.usable(Device.gpu(5), two))
        .withMessageContaining("(gpu:0, gpu:1), but it is gpu:5");
  }

  /** A file of this name that is no library is found, and no other is looked for after it. */
  @Test
  void aDriverThatDoesNotLoadIsAbsent() throws Exception {
    Files.writeString(folder.resolve(DriverLibrary.NAME), "nothing");

    DriverReport report = new FakeDriver(folder).ask(0, PATIENCE);

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> report.answer(Device.gpu(0)))
        .withMessageContaining("there is no driver (")
        .withMessageContaining(DriverLibrary.NAME + ": file too short)");
  }

  @Test
  void aDriverThatHangsIsNotWaitedFor() throws Exception {
    assertThat(FakeDriver.build(folder, "HANG").ask(0, 1))
        .isEqualTo(new DriverReport.Silent("did not end within 1 s"));
  }
}
