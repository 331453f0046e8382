package org.normscape.replay;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * The SHA-256 of numbers while they are added: of texts as UTF-8 that ends with a zero byte, and of
 * the IEEE 754 bits of every element as a double, most significant byte first, with one NaN. It
 * depends on nothing else, so equal numbers have equal fingerprints on every machine.
 */
public final class Fingerprint {

  private static final int CHUNK = 1024;

  private final MessageDigest digest;

  /** The fingerprint of nothing yet. */
  public Fingerprint() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Of the path, the type and the elements of every array, in order. */
  public static String of(Parameters<Array> arrays) {
    Fingerprint fingerprint = new Fingerprint();
    arrays.byPath().forEach((path, array) -> fingerprint.add(path).add(array));
    return fingerprint.hex();
  }

  /** Of the type and the elements of every array, in order. */
  public static String of(List<Array> arrays) {
    Fingerprint fingerprint = new Fingerprint();
    arrays.forEach(fingerprint::add);
    return fingerprint.hex();
  }

  /** Adds a text. */
  public Fingerprint add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return this;
  }

  /** Adds numbers. */
  public Fingerprint add(double... values) {
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Double.BYTES).order(ByteOrder.BIG_ENDIAN);
    for (int start = 0; start < values.length; start += CHUNK) {
      buffer.clear();
      for (int i = start; i < Math.min(values.length, start + CHUNK); i++) {
        buffer.putLong(Double.doubleToLongBits(values[i]));
      }
      digest.update(buffer.flip());
    }
    return this;
  }

  /** Adds the type and the elements of an array. */
  public Fingerprint add(Array array) {
    TensorType type = array.type();
    return add(type.toString()).add(array.toDoubles());
  }

  /** What was added, as 64 hexadecimal digits; afterwards this is the fingerprint of nothing. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
