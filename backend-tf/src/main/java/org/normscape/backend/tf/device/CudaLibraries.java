package org.normscape.backend.tf.device;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Loader;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;

/**
 * The libraries of CUDA 12 and cuDNN 9 that TensorFlow opens by name, loaded before it: then it
 * finds them wherever they come from. Its static initializers open {@code libcudart}, so afterwards
 * is too late.
 *
 * @param found what loaded, and from where
 * @param missing what did not
 */
record CudaLibraries(List<Found> found, List<Missing> missing) {

  private static final String FOLDER = "/org/bytedeco/cuda/linux-x86_64/";

  /** Each after those that it needs. */
  private static final List<String> ORDER =
      List.of(
          "libcudart.so.12",
          "libnvJitLink.so.12",
          "libcublasLt.so.12",
          "libcublas.so.12",
          "libcufft.so.11",
          "libcusparse.so.12",
          "libcusolver.so.11",
          "libnvrtc.so.12",
          "libnvrtc-builtins.so.12.6",
          "libcudnn_graph.so.9",
          "libcudnn_ops.so.9",
          "libcudnn_cnn.so.9",
          "libcudnn_adv.so.9",
          "libcudnn_engines_precompiled.so.9",
          "libcudnn_engines_runtime_compiled.so.9",
          "libcudnn_heuristic.so.9",
          "libcudnn.so.9");

  /**
   * What TensorFlow opens by name. The others these open, where the system's are, by themselves.
   */
  static final Set<String> NEEDED =
      Set.of(
          "libcudart.so.12",
          "libcublas.so.12",
          "libcublasLt.so.12",
          "libcufft.so.11",
          "libcusparse.so.12",
          "libcusolver.so.11",
          "libcudnn.so.9");

  /** Where a library came from. */
  enum Origin {
    /** An artifact. */
    CLASS_PATH("the class path"),
    /** The system's folders, or those of {@code LD_LIBRARY_PATH}. */
    SYSTEM("the system");

    private final String words;

    Origin(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** A library that loaded. */
  record Found(String name, Origin origin) {}

  /**
   * A library that did not load.
   *
   * @param reason what the system says
   */
  record Missing(String name, String reason) {}

  /** Opens a library for the whole process, for as long as it lives. */
  @FunctionalInterface
  interface Opener {

    /**
     * Opens it.
     *
     * @param library a file, or the name of one in the system's folders
     * @throws UnsatisfiedLinkError when it does not load
     */
    void open(String library);
  }

  /** Where they are loaded from, once: a second time they are there. */
  @FunctionalInterface
  interface Source {

    /** Loads them. */
    CudaLibraries load();
  }

  CudaLibraries {
    found = List.copyOf(found);
    missing = List.copyOf(missing);
  }

  /** Loads each from the class path, or else from the system. */
  static CudaLibraries load(ClassPath artifacts, Opener opener) {
    List<Found> found = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (String name : ORDER) {
      Optional<URL> artifact = artifacts.find(FOLDER + name);
      try {
        if (artifact.isPresent()) {
          opener.open(Loader.cacheResource(artifact.get()).getPath());
          found.add(new Found(name, Origin.CLASS_PATH));
        } else if (NEEDED.contains(name)) {
          opener.open(name);
          found.add(new Found(name, Origin.SYSTEM));
        }
      } catch (UnsatisfiedLinkError | IOException e) {
        missing.add(new Missing(name, String.valueOf(e.getMessage())));
      }
    }
    return new CudaLibraries(found, missing);
  }

  /** Those of this process; the first call loads them, which takes some seconds once a machine. */
  static CudaLibraries ofThisProcess() {
    return Loaded.HERE;
  }

  /** Holds what is loaded when first asked for. */
  private static final class Loaded {
    static final CudaLibraries HERE = load(ClassPath.ofThisProcess(), Loader::loadGlobal);
  }

  /**
   * Checks that all are there.
   *
   * @throws BackendException when some are not; the message names them
   */
  void check(Device device) {
    if (!missing.isEmpty()) {
      throw Refusal.of(
          "%s needs CUDA 12 and cuDNN 9, but these libraries load neither from the class path nor from the system: %s (%s)",
          "add org.bytedeco:cuda with the classifier linux-x86_64-redist (docs/gpu.md), or install them and name their folder in LD_LIBRARY_PATH",
          device,
          missing.stream().map(Missing::name).collect(Collectors.joining(", ")),
          missing.get(0).reason());
    }
  }

  /** Where they come from, in a few words. */
  String origins() {
    return found.stream()
        .map(library -> library.origin().toString())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" and "));
  }
}
