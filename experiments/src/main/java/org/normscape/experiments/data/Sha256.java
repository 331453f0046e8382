package org.normscape.experiments.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
public final class Sha256 {

  private Sha256() {}

  /** The hash of these bytes. */
  public static String of(byte[] bytes) {
    return of(ByteBuffer.wrap(bytes));
  }

  /** The hash of the bytes in these buffers, one after another; it leaves them as they are. */
  public static String of(ByteBuffer... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Arrays.stream(parts).map(ByteBuffer::duplicate).forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is in every Java platform.", e);
    }
  }

  /** The hash of these numbers one after another, eight bytes each, most significant first. */
  public static String of(double[]... parts) {
    ByteBuffer bytes =
        ByteBuffer.allocate(
            Double.BYTES * Arrays.stream(parts).mapToInt(part -> part.length).sum());
    Arrays.stream(parts).flatMapToDouble(Arrays::stream).forEach(bytes::putDouble);
    return of(bytes.array());
  }
}
