package org.normscape.backend.nd4j.device;

import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;

/**
 * Whether ND4J can compute on the GPUs of this machine. What costs least is asked first, and
 * nothing of ND4J loads before all that can be known without it is known.
 *
 * @param classes where its natives for GPUs are looked for
 * @param driver what says which GPUs there are
 */
public record Nd4jGpus(ClassLoader classes, NvidiaSmi driver) {

  /** What all flavours of ND4J's natives for GPUs have on the class path. */
  private static final String FLAVOUR = "nd4j-jcublas.properties";

  /** What ND4J calls them. */
  private static final String BACKEND = "JCublasBackend";

  /** The lowest compute capability that its last release has code for, times ten. */
  private static final int LOWEST = 37;

  /** The highest one: code for 8.6 runs on all of 8. */
  private static final int HIGHEST = 89;

  /** Those of this machine, and what is on the class path of this process. */
  public static Nd4jGpus ofThisMachine() {
    return new Nd4jGpus(Nd4jGpus.class.getClassLoader(), NvidiaSmi.ofThisMachine());
  }

  /** Whether ND4J's natives for GPUs are on the class path. */
  public boolean hasNatives() {
    return classes.getResource(FLAVOUR) != null;
  }

  /**
   * Finds a GPU, and loads ND4J for it.
   *
   * @throws BackendException when it cannot be used; the message says why, and what to do
   */
  public void load(Device device) {
    check(device);
    try {
      loadNatives();
    } catch (LinkageError | RuntimeException e) {
      throw refusal(
          "%s needs ND4J's natives for GPUs with CUDA 11.6, but they do not load: %s",
          "put org.bytedeco:cuda:11.6-8.3-1.5.7 with its classifiers linux-x86_64 and linux-x86_64-redist on the class path",
          device,
          rootOf(e));
    }
    if (Nd4j.getExecutioner().type() != ExecutionerType.CUDA) {
      throw refusal(
          "%s needs ND4J's natives for GPUs, but those for the CPU were loaded first",
          "use one of cpu and gpu in one process", device);
    }
  }

  /** Where they do not load, ND4J would take those for the CPU and say nothing. */
  private void loadNatives() {
    for (Nd4jBackend flavour : ServiceLoader.load(Nd4jBackend.class, classes)) {
      if (flavour.getClass().getSimpleName().equals(BACKEND) && !flavour.canRun()) {
        throw new IllegalStateException("they find no GPU");
      }
    }
  }

  /** Checks all that can be known before ND4J loads. */
  void check(Device device) {
    if (device.products() == Device.Products.TF32) {
      throw refusal(
          "TF32 is not what ND4J computes in, but the device is %s", "leave +tf32 away", device);
    }
    List<NvidiaGpu> gpus = driver.gpus();
    if (gpus.isEmpty()) {
      throw refusal(
          "%s must be there, but NVIDIA's driver finds no GPU",
          "see whether nvidia-smi lists one, and CUDA_VISIBLE_DEVICES hides none", device);
    }
    if (device.index() >= gpus.size()) {
      throw refusal(
          "the device must be one of the GPUs of this machine (%s), but it is %s",
          "choose one of these", numbers(gpus), device);
    }
    for (NvidiaGpu gpu : gpus) {
      checkCode(gpu);
    }
  }

  /** ND4J opens every GPU that it sees. */
  private static void checkCode(NvidiaGpu gpu) {
    if (!gpu.isBetween(LOWEST, HIGHEST)) {
      throw refusal(
          "every GPU that ND4J sees must have compute capability 3.7 to 8.9, since its last release has code for no other, but one is a %s",
          "choose the backend tensorflow, or hide that GPU with CUDA_VISIBLE_DEVICES", gpu);
    }
  }

  private static String numbers(List<NvidiaGpu> gpus) {
    return IntStream.range(0, gpus.size())
        .mapToObj(i -> Device.gpu(i).toString())
        .collect(Collectors.joining(", "));
  }

  private static String rootOf(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private static BackendException refusal(String what, String remedy, Object... about) {
    return new BackendException(
        "nd4j: " + String.format(Locale.ROOT, what, about) + ". To fix: " + remedy + ".", null);
  }
}
