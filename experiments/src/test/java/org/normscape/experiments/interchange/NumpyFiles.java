package org.normscape.experiments.interchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;

/** Files of NumPy, written by hand as NEP 1 says. */
public final class NumpyFiles {

  private static final int ALIGNMENT = 64;

  private NumpyFiles() {}

  /** A file {@code .npy} with this header and these elements. */
  public static byte[] npy(String header, byte[] elements) {
    int length = (header.length() + 11 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - 10;
    String padded = header + " ".repeat(length - header.length() - 1) + "\n";
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + length + elements.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) 1).put((byte) 0).putShort((short) length);
    return bytes.put(padded.getBytes(StandardCharsets.UTF_8)).put(elements).array();
  }

  /** An array of this type in the order of C, such as {@code |u1} with the shape {@code 2, 3}. */
  public static byte[] npy(String type, String shape, byte[] elements) {
    return npy(
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, shape),
        elements);
  }

  /** An array of bytes. */
  public static byte[] bytes(String shape, int... elements) {
    byte[] bytes = new byte[elements.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) elements[i];
    }
    return npy("|u1", shape, bytes);
  }

  /** An array of float64. */
  public static byte[] doubles(String shape, double... elements) {
    ByteBuffer bytes =
        ByteBuffer.allocate(elements.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (double element : elements) {
      bytes.putDouble(element);
    }
    return npy("<f8", shape, bytes.array());
  }

  /** Writes an archive with these arrays. */
  public static Path npz(Path file, Map<String, byte[]> arrays) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
        zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
        zip.write(array.getValue());
      }
    }
    return Files.write(file, bytes.toByteArray());
  }

  /** The archive of arrays as float64. */
  public static Path npz(Path file, Parameters<HostArray> arrays) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    arrays
        .byPath()
        .forEach(
            (name, array) -> {
              double[] values = new double[array.type().shape().size()];
              Arrays.setAll(values, array::at);
              StringBuilder shape = new StringBuilder();
              array.type().shape().dims().forEach(extent -> shape.append(extent).append(", "));
              files.put(name, doubles(shape.toString(), values));
            });
    return npz(file, files);
  }
}
