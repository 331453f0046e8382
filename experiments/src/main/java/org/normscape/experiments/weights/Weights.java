package org.normscape.experiments.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.normscape.component.Components;
import org.normscape.experiments.Sha256;
import org.normscape.experiments.interchange.ArrayFormat;
import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;

/**
 * The weights that a network starts from, in the place of random ones.
 *
 * @param file a file of named arrays: {@code .safetensors}, {@code .npz}, {@code .h5}, {@code
 *     .hdf5} or {@code .keras}
 * @param convention who wrote it: how its arrays are named and laid out
 */
public record Weights(String file, Convention convention) {

  public Weights {
    Components.require(
        ArrayFormat.of(file).isPresent(),
        Weights.class,
        "file",
        "must be a file that ends in one of %s".formatted(ArrayFormat.allEndings()),
        "\"" + file + "\"",
        "write the weights as named arrays, such as with numpy.savez(\"w.npz\", **arrays)");
  }

  /**
   * The arrays of the file, by its own names, but for what the convention leaves out.
   *
   * @throws IllegalArgumentException when the file cannot be read
   */
  Parameters<HostArray> read() {
    try {
      return ArrayFormat.of(file)
          .orElseThrow()
          .read(Path.of(file), name -> !convention.ignores(name));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The SHA-256 of the file, in hexadecimal.
   *
   * @throws IllegalArgumentException when the file cannot be read
   */
  public String sha256() {
    try {
      return Sha256.of(Files.readAllBytes(Path.of(file)));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private IllegalArgumentException unreadable(IOException e) {
    return new IllegalArgumentException(
        "weights.file: must be a file of named arrays (%s), but %s cannot be read: %s. To fix: check the path, or write the file again."
            .formatted(String.join(", ", ArrayFormat.allEndings()), file, reason(e)),
        e);
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "there is no such file"
        : String.valueOf(e.getMessage());
  }
}
