package org.normscape.experiments.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.normscape.component.Components;
import org.normscape.experiments.data.Sha256;
import org.normscape.experiments.interchange.SafeTensors;
import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;

/**
 * The weights that a network starts from, in the place of random ones.
 *
 * @param file a file in the format safetensors
 * @param convention who wrote it: how its arrays are named and laid out
 */
public record Weights(String file, Convention convention) {

  public Weights {
    Components.require(
        file.endsWith(".safetensors"),
        Weights.class,
        "file",
        "must be a file that ends in .safetensors",
        "\"" + file + "\"",
        "write the weights with the library safetensors, in Python: save_file(model.state_dict(), \"w.safetensors\")");
  }

  /**
   * The arrays of the file, by its own names, but for what the convention leaves out.
   *
   * @throws IllegalArgumentException when the file cannot be read
   */
  Parameters<HostArray> read() {
    try {
      return SafeTensors.read(Files.readAllBytes(Path.of(file)), name -> !convention.ignores(name));
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
        "weights.file: must be a file in the format safetensors, but %s cannot be read: %s. To fix: check the path, or write the file again."
            .formatted(file, reason(e)),
        e);
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "there is no such file"
        : String.valueOf(e.getMessage());
  }
}
