package org.normscape.backend.tf.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;
import org.normscape.backend.tf.device.DriverReport.CudaVersion;
import org.normscape.backend.tf.device.Gpu.Capability;
import org.normscape.backend.tf.device.Gpu.Trial;

/** Each thing that can be missing is found out, in the order of what it costs to mend. */
final class GpusTest {

  private static final Device DEVICE = Device.gpu(0);
  private static final String LINUX = "linux-x86_64";
  private static final ClassPath NOTHING = name -> Optional.empty();
  private static final ClassPath EVERYTHING = GpusTest::somewhere;

  private static final CudaDriver GOOD =
      opened ->
          new DriverReport.Answered(
              new CudaVersion(12060),
              List.of(
                  new Gpu(
                      0, "H200", 150L << 30, new Capability(9, 0), new Trial.Opened(140L << 30))));

  private static final CudaLibraries COMPLETE = CudaLibraries.load(NOTHING, library -> {});

  private final List<String> asked = new ArrayList<>();

  private static Optional<URL> somewhere(String name) {
    try {
      return Optional.of(URI.create("file:///nowhere" + name).toURL());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  private Gpus gpus(CudaDriver driver, Flavour flavour, CudaLibraries libraries) {
    return new Gpus(
        opened -> {
          asked.add("driver");
          return driver.ask(opened);
        },
        flavour,
        () -> {
          asked.add("libraries");
          return libraries;
        });
  }

  private static void refused(Gpus gpus, String sentence) {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> gpus.find(DEVICE))
        .withMessageContaining(sentence)
        .withMessageContaining(" To fix: ");
  }

  @Test
  void aGpuWithAllThatItNeedsIsFound() {
    FoundGpu found = gpus(GOOD, new Flavour(LINUX, EVERYTHING, ""), COMPLETE).find(DEVICE);

    assertThat(found.name()).isEqualTo("/device:GPU:0");
    assertThat(found.count()).isEqualTo(1);
    assertThat(found.details())
        .containsEntry("gpu", "H200, 150.0 GiB, compute capability 9.0")
        .containsEntry("driver", "CUDA 12.6")
        .containsEntry("cuda", "from the system");
  }

  @Test
  void anotherPlatformIsRefusedBeforeAnythingIsAsked() {
    refused(
        gpus(GOOD, new Flavour("macosx-arm64", NOTHING, ""), COMPLETE),
        "for linux-x86_64 alone, but this machine is macosx-arm64");
    assertThat(asked).isEmpty();
  }

  @Test
  void withoutADriverNothingElseIsAskedFor() {
    CudaDriver absent = opened -> new DriverReport.Absent("libcuda.so.1: no such file");
    refused(
        gpus(absent, new Flavour(LINUX, NOTHING, ""), COMPLETE),
        "gpu:0 needs an NVIDIA GPU with its driver, but there is no driver (libcuda.so.1: no such file)");
    assertThat(asked).containsExactly("driver");
  }

  @Test
  void nativesForTheCpuAloneAreToldBeforeLibrariesLoad() {
    refused(
        gpus(GOOD, new Flavour(LINUX, NOTHING, ""), COMPLETE),
        "needs TensorFlow's natives for GPUs, but they are not on the class path");
    assertThat(asked).containsExactly("driver");
  }

  @Test
  void nativesThatAreNotChosenAreTold() {
    refused(
        gpus(GOOD, new Flavour(LINUX, EVERYTHING, "-cpu"), COMPLETE),
        "but -Dorg.bytedeco.javacpp.platform.extension=-cpu chooses others");
  }

  @Test
  void librariesThatAreMissingAreNamed() {
    CudaLibraries without =
        CudaLibraries.load(
            NOTHING,
            library -> {
              if (library.contains("cudnn")) {
                throw new UnsatisfiedLinkError(library + ": cannot open shared object file");
              }
            });
    refused(
        gpus(GOOD, new Flavour(LINUX, EVERYTHING, ""), without),
        "from the system: libcudnn.so.9 (libcudnn.so.9: cannot open shared object file)");
  }

  @Test
  void librariesLoadForTheCpuOnlyWhereNativesForGpusDo() {
    gpus(GOOD, new Flavour(LINUX, NOTHING, ""), COMPLETE).prepare();
    assertThat(asked).isEmpty();
    gpus(GOOD, new Flavour(LINUX, EVERYTHING, ""), COMPLETE).prepare();
    assertThat(asked).containsExactly("libraries");
  }

  @Test
  void whatIsThereIsDescribed() {
    assertThat(gpus(GOOD, new Flavour(LINUX, EVERYTHING, ""), COMPLETE).describe())
        .containsEntry("driver", "NVIDIA's, for CUDA up to 12.6")
        .containsEntry("gpu:0", "H200, 150.0 GiB, compute capability 9.0; 140.0 GiB free")
        .containsEntry("natives", "TensorFlow's for GPUs")
        .extractingByKey("libraries")
        .asString()
        .startsWith("found in the system: libcudart.so.12, ")
        .doesNotContain("missing");
  }

  @Test
  void whatIsNotThereIsSaid() {
    CudaDriver absent = opened -> new DriverReport.Absent("no such file");
    assertThat(gpus(absent, new Flavour(LINUX, NOTHING, ""), COMPLETE).describe())
        .containsOnlyKeys("gpu")
        .extractingByKey("gpu")
        .asString()
        .startsWith("none: device: gpu:0 needs an NVIDIA GPU with its driver");
  }
}
