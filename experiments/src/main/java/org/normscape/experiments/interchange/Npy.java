package org.normscape.experiments.interchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.normscape.ir.Shape;

/**
 * One array in the format {@code .npy} of NumPy (NEP 1, versions 1 to 3): six bytes that say so,
 * two for the version, the length of a header, the header as a Python dictionary, and the elements
 * in the order of C or of Fortran, with either order of bytes.
 */
public final class Npy {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LAST_VERSION = 3;
  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=])([a-zA-Z]\\d*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9,\\s]*)\\)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private Npy() {}

  /**
   * The array in a file.
   *
   * @throws IOException when the bytes are not of this format, or hold elements that are not read
   */
  public static StoredArray read(byte[] file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    String header = header(bytes);
    Matcher type = find(TYPE, header, "the type of plain numbers ('descr')");
    ElementFormat format =
        ElementFormat.numpy(type.group(2))
            .orElseThrow(
                () ->
                    new IOException(
                        "its elements are of the type %s, which is not read (float16, float32, float64, int8 to int64, uint8 to uint32 and bool are)"
                            .formatted(type.group(2))));
    ByteOrder byteOrder =
        type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ElementOrder order =
        find(ORDER, header, "the order of elements ('fortran_order')").group(1).equals("True")
            ? ElementOrder.COLUMN_MAJOR
            : ElementOrder.ROW_MAJOR;
    Shape shape = shape(find(SHAPE, header, "the extents ('shape')").group(1));
    return StoredArray.of(format, shape, order, bytes.slice().order(byteOrder));
  }

  private static String header(ByteBuffer bytes) throws IOException {
    byte[] magic = new byte[Math.min(MAGIC.length, bytes.remaining())];
    bytes.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IOException("it does not begin with the six bytes \\x93NUMPY of an .npy file");
    }
    int version = bytes.remaining() < 2 ? 0 : bytes.getShort() & 0xFF;
    int width = version == 1 ? Short.BYTES : Integer.BYTES;
    if (version < 1 || version > LAST_VERSION || bytes.remaining() < width) {
      throw new IOException(
          "byte 6 must be the version 1, 2 or 3, and the length of the header must follow");
    }
    long length =
        version == 1
            ? Short.toUnsignedInt(bytes.getShort())
            : Integer.toUnsignedLong(bytes.getInt());
    if (length > bytes.remaining()) {
      throw new IOException(
          "its header of %s bytes is cut off at byte %s".formatted(length, bytes.limit()));
    }
    byte[] text = new byte[(int) length];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static Matcher find(Pattern pattern, String header, String what) throws IOException {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new IOException("its header must say %s, but it is %s".formatted(what, header.strip()));
    }
    return matcher;
  }

  private static Shape shape(String text) throws IOException {
    try {
      return new Shape(
          NUMBER.matcher(text).results().map(it -> Integer.valueOf(it.group())).toList());
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "its shape (%s) must have extents from 1 on and at most 2147483647 elements"
              .formatted(text),
          e);
    }
  }
}
