package org.normscape.experiments;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
public final class Sha256 {

  private Sha256() {}

  /** A digest of nothing yet. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is in every Java platform.", e);
    }
  }

  /** What a digest of something comes to; it begins anew. */
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The hash of these bytes. */
  public static String of(byte[] bytes) {
    return of(ByteBuffer.wrap(bytes));
  }

  /** The hash of the bytes in these buffers, one after another; it leaves them as they are. */
  public static String of(ByteBuffer... parts) {
    MessageDigest digest = digest();
    Arrays.stream(parts).map(ByteBuffer::duplicate).forEach(digest::update);
    return hex(digest);
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
