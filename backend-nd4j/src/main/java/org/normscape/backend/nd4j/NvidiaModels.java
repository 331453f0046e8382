package org.normscape.backend.nd4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The models of the GPUs that Linux has from NVIDIA's driver, without loading anything of it.
 *
 * @param names one for each GPU, such as {@code NVIDIA H200}
 */
record NvidiaModels(List<String> names) {

  /** Where the driver's kernel module describes each GPU in a folder of its own. */
  private static final Path FOLDER = Path.of("/proc/driver/nvidia/gpus");

  private static final Pattern MODEL = Pattern.compile("(?m)^Model:\\s*(.+?)\\s*$");

  private static final String UNKNOWN = "a GPU whose model cannot be read";

  NvidiaModels {
    names = List.copyOf(names);
  }

  /** Those of this machine. */
  static NvidiaModels ofThisMachine() {
    return in(FOLDER);
  }

  /** Those that are described in a folder; none where it is not there. */
  static NvidiaModels in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new NvidiaModels(List.of());
    }
    try (Stream<Path> gpus = Files.list(folder)) {
      return new NvidiaModels(
          gpus.sorted().map(gpu -> gpu.resolve("information")).map(NvidiaModels::model).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Containers may show the folder of a GPU and hide what is in it. */
  private static String model(Path file) {
    try {
      Matcher matcher = MODEL.matcher(Files.readString(file));
      return matcher.find() ? matcher.group(1) : UNKNOWN;
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  /** What this machine has, as the end of a sentence. */
  String describe() {
    return names.isEmpty() ? "no GPU of NVIDIA" : String.join(", ", names);
  }
}
