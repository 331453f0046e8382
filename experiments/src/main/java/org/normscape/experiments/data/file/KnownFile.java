package org.normscape.experiments.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.normscape.experiments.Sha256;

/**
 * A file whose content is known beforehand. In a folder it may lie as it is, or packed by gzip
 * under its name with {@code .gz}.
 *
 * @param name its name
 * @param length the number of bytes, unpacked
 * @param sha256 the SHA-256 of these bytes
 */
public record KnownFile(String name, int length, String sha256) {

  private static final String PACKED = ".gz";

  /** Where it lies in a folder, if it does. */
  Optional<Path> in(Path folder) {
    return Stream.of(name, name + PACKED)
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Its bytes, unpacked; not more than one beyond those that it should have. */
  byte[] read(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file)) {
      return file.toString().endsWith(PACKED) ? unpack(raw) : raw.readNBytes(length + 1);
    }
  }

  /** The bytes in a stream that is packed by gzip. */
  public byte[] unpack(InputStream packed) throws IOException {
    try (InputStream in = new GZIPInputStream(packed)) {
      return in.readNBytes(length + 1);
    }
  }

  /** What is wrong with bytes that should be those of this file, if anything. */
  public Optional<String> fault(byte[] content) {
    if (content.length != length) {
      String given = content.length > length ? "more" : String.valueOf(content.length);
      return Optional.of("must have %s bytes, but it has %s".formatted(length, given));
    }
    String found = Sha256.of(content);
    return found.equals(sha256)
        ? Optional.empty()
        : Optional.of("must have the SHA-256 %s, but it has %s".formatted(sha256, found));
  }
}
