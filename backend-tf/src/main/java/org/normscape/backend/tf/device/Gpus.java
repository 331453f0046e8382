package org.normscape.backend.tf.device;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Loader;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;

/**
 * The GPUs of this machine, and whether TensorFlow can compute on them. What costs least is asked
 * first: a machine without a driver needs no download to know that.
 */
public final class Gpus {

  private final CudaDriver driver;
  private final Flavour flavour;
  private final CudaLibraries.Source libraries;

  Gpus(CudaDriver driver, Flavour flavour, CudaLibraries.Source libraries) {
    this.driver = driver;
    this.flavour = flavour;
    this.libraries = libraries;
  }

  /** Those of this machine, and what is on the class path of this process. */
  public static Gpus ofThisMachine() {
    return new Gpus(
        new DriverProcess(),
        new Flavour(
            Loader.getPlatform(),
            ClassPath.ofThisProcess(),
            System.getProperty(Flavour.CHOICE, "")),
        CudaLibraries::ofThisProcess);
  }

  /**
   * Loads CUDA's libraries where TensorFlow's natives for GPUs are those that load: to be called
   * before these, whatever the device, since one process may use several. What is missing matters
   * to whoever asks for a GPU, and is said there.
   */
  public void prepare() {
    if (flavour.loads()) {
      libraries.load();
    }
  }

  /**
   * Finds a GPU: its driver, the GPU itself, TensorFlow's natives and CUDA's libraries. Loads the
   * last, and nothing of TensorFlow.
   *
   * @throws BackendException when it is not there or cannot be used; the message says why, and what
   *     to do
   */
  public FoundGpu find(Device device) {
    flavour.checkPlatform(device);
    DriverReport.Answered answer = driver.ask(device.index()).answer(device);
    Gpu gpu = DriverCheck.usable(device, answer);
    flavour.check(device);
    CudaLibraries loaded = libraries.load();
    loaded.check(device);
    Map<String, String> details = new LinkedHashMap<>();
    details.put("gpu", gpu.describe());
    details.put("driver", "CUDA " + answer.cuda());
    details.put("cuda", "from " + loaded.origins());
    return new FoundGpu("/device:GPU:" + gpu.index(), answer.gpus().size(), details);
  }

  /**
   * What is there and what is missing, for people: the name of each thing, and a sentence. Opens
   * every GPU.
   */
  public Map<String, String> describe() {
    Map<String, String> lines = new LinkedHashMap<>();
    try {
      flavour.checkPlatform(Device.gpu(0));
      DriverReport.Answered answer = driver.ask(CudaDriver.ALL).answer(Device.gpu(0));
      lines.put("driver", "NVIDIA's, for CUDA up to " + answer.cuda());
      answer
          .gpus()
          .forEach(
              gpu ->
                  lines.put(
                      Device.gpu(gpu.index()).toString(),
                      gpu.describe() + "; " + gpu.trial().describe()));
    } catch (BackendException e) {
      lines.put("gpu", "none: " + e.getMessage());
      return lines;
    }
    lines.put(
        "natives", flavour.loads() ? "TensorFlow's for GPUs" : "TensorFlow's for the CPU alone");
    lines.put("libraries", describe(libraries.load()));
    return lines;
  }

  private static String describe(CudaLibraries loaded) {
    String found =
        loaded.found().isEmpty()
            ? "found none"
            : "found in %s: %s"
                .formatted(
                    loaded.origins(),
                    loaded.found().stream()
                        .map(CudaLibraries.Found::name)
                        .collect(Collectors.joining(", ")));
    return loaded.missing().isEmpty()
        ? found
        : found
            + "; missing: "
            + loaded.missing().stream()
                .map(CudaLibraries.Missing::name)
                .collect(Collectors.joining(", "));
  }
}
