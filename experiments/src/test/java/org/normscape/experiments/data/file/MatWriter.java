package org.normscape.experiments.data.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes MATLAB files of version 5 by hand, as "MAT-File Format" of MathWorks has them: a header of
 * 128 bytes, and for each array an element that zlib has packed.
 */
public final class MatWriter {

  private static final int INT8 = 1;
  private static final int UINT8 = 2;
  private static final int INT32 = 5;
  private static final int UINT32 = 6;
  private static final int DOUBLE = 9;
  private static final int MATRIX = 14;
  private static final int COMPRESSED = 15;

  private static final int DOUBLE_CLASS = 6;
  private static final int UINT8_CLASS = 9;

  private static final int ALIGNED = 8;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  /** A file without arrays. */
  public MatWriter() {
    ByteBuffer header = bytes(128);
    header.put("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII));
    while (header.position() < 116) {
      header.put((byte) ' ');
    }
    header.position(124);
    header.putShort((short) 0x0100);
    header.put((byte) 'I').put((byte) 'M');
    file.writeBytes(content(header));
  }

  /** An array of unsigned bytes, in column-major order. */
  public MatWriter bytes(String name, byte[] elements, int... extents) throws IOException {
    return array(name, UINT8_CLASS, element(UINT8, elements), extents);
  }

  /** An array of float64, in column-major order. */
  public MatWriter doubles(String name, double[] elements, int... extents) throws IOException {
    ByteBuffer content = bytes(Double.BYTES * elements.length);
    for (double element : elements) {
      content.putDouble(element);
    }
    return array(name, DOUBLE_CLASS, element(DOUBLE, content(content)), extents);
  }

  /** The bytes of the file. */
  public byte[] file() {
    return file.toByteArray();
  }

  private static byte[] content(ByteBuffer bytes) {
    byte[] content = new byte[bytes.capacity()];
    bytes.get(0, content);
    return content;
  }

  private MatWriter array(String name, int kind, byte[] elements, int... extents)
      throws IOException {
    ByteArrayOutputStream matrix = new ByteArrayOutputStream();
    matrix.writeBytes(element(UINT32, content(bytes(8).putInt(kind))));
    ByteBuffer shape = bytes(Integer.BYTES * extents.length);
    for (int extent : extents) {
      shape.putInt(extent);
    }
    matrix.writeBytes(element(INT32, content(shape)));
    matrix.writeBytes(element(INT8, name.getBytes(StandardCharsets.US_ASCII)));
    matrix.writeBytes(elements);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream zlib = new DeflaterOutputStream(packed)) {
      zlib.write(element(MATRIX, matrix.toByteArray()));
    }
    file.writeBytes(content(bytes(8).putInt(COMPRESSED).putInt(packed.size())));
    file.writeBytes(packed.toByteArray());
    return this;
  }

  /** A type, a length and the content, filled up to whole eights. */
  private static byte[] element(int type, byte[] content) {
    int filled = (content.length + ALIGNED - 1) / ALIGNED * ALIGNED;
    return bytes(8 + filled).putInt(type).putInt(content.length).put(content).array();
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
  }
}
