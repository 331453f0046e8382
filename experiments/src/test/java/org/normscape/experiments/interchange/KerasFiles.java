package org.normscape.experiments.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Files that Keras wrote. Those in HDF5, which is mostly zeros, lie packed among the resources. */
public final class KerasFiles {

  private static final Path RESOURCES = Path.of("src", "test", "resources", "interchange");

  private KerasFiles() {}

  /** The file of a name, unpacked into a folder where it is packed. */
  public static Path file(String name, Path folder) throws IOException {
    Path packed = RESOURCES.resolve(name + ".gz");
    if (!Files.exists(packed)) {
      return RESOURCES.resolve(name);
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      return Files.write(folder.resolve(name), in.readAllBytes());
    }
  }
}
