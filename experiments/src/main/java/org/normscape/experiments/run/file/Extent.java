package org.normscape.experiments.run.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.normscape.experiments.Sha256;

/**
 * How far a file went at some moment, and what it held up to there. Files that are only appended to
 * begin with it for ever.
 *
 * @param bytes its length then
 * @param sha256 the SHA-256 of what it held, in hexadecimal
 */
public record Extent(long bytes, String sha256) {

  private static final int CHUNK = 1 << 16;

  /** The extent of a whole file, that of nothing where there is none. */
  public static Extent of(Path file) throws IOException {
    return of(file, Files.exists(file) ? Files.size(file) : 0);
  }

  /** Whether a file begins with this. */
  public boolean fits(Path file) throws IOException {
    long there = Files.exists(file) ? Files.size(file) : 0;
    return there >= bytes && of(file, bytes).equals(this);
  }

  private static Extent of(Path file, long length) throws IOException {
    MessageDigest digest = Sha256.digest();
    long read = 0;
    if (length > 0) {
      try (InputStream in = Files.newInputStream(file)) {
        byte[] chunk = new byte[CHUNK];
        while (read < length) {
          int count = in.read(chunk, 0, (int) Math.min(CHUNK, length - read));
          if (count < 0) {
            break;
          }
          digest.update(chunk, 0, count);
          read += count;
        }
      }
    }
    return new Extent(read, Sha256.hex(digest));
  }
}
