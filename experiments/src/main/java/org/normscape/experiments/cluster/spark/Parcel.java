package org.normscape.experiments.cluster.spark;

import java.io.IOException;
import java.nio.file.Path;
import org.normscape.experiments.run.file.Extent;

/**
 * A file that a worker needs. Where it does not lie at the same place with the same bits, it is
 * fetched from the driver, once for each machine.
 *
 * @param name what it is called where it has been fetched, with slashes
 * @param path where it is on this machine
 * @param extent its length and the SHA-256 of what it holds
 */
record Parcel(String name, Path path, Extent extent) {

  /** A file as it is now. */
  static Parcel of(String name, Path path) throws IOException {
    return new Parcel(name, path.toAbsolutePath(), Extent.of(path));
  }

  /** As one line. */
  String text() {
    return String.join(
        "\t", extent.sha256(), String.valueOf(extent.bytes()), name, path.toString());
  }
}
