package org.normscape.experiments.report.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.record.NetworkFingerprint;

/** Reads {@code fingerprints.jsonl}, one at a time: a long run has many. */
public final class FingerprintsReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FingerprintsReader() {}

  /**
   * Gives every fingerprint of a file in order, none where there is no file. A last line that was
   * cut off while it was written is left out.
   *
   * @throws UserError when it holds something else
   */
  public static void read(Path file, Consumer<NetworkFingerprint> sink) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 1;
      String line = lines.readLine();
      while (line != null) {
        String next = lines.readLine();
        if (next != null || isWhole(file)) {
          sink.accept(parsed(file, number++, line));
        }
        line = next;
      }
    }
  }

  /**
   * Whether the last line ends as all others: one that was cut off while it was written does not.
   */
  private static boolean isWhole(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.position(Math.max(0, channel.size() - 1));
      channel.read(last);
      return last.get(0) == '\n';
    }
  }

  private static NetworkFingerprint parsed(Path file, int number, String line) {
    try {
      return JSON.readValue(line, NetworkFingerprint.class);
    } catch (JsonProcessingException broken) {
      throw UserError.failure(
          "%s: every line must be a fingerprint, but line %s is not. To fix: run the experiment again."
              .formatted(file, number),
          broken);
    }
  }
}
