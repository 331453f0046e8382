package org.normscape.experiments.interchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;

/**
 * Named arrays in the format safetensors (Hugging Face, <a
 * href="https://github.com/huggingface/safetensors">github.com/huggingface/safetensors</a>): eight
 * bytes with the length of a header, the header as JSON, and the elements of all arrays one after
 * the other, in row-major order, least significant byte first. Arrays of float32, float64 and int32
 * are written, and those of every {@link ElementFormat} are read. Not a number is written as one of
 * its many bit patterns.
 */
public final class SafeTensors {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String METADATA = "__metadata__";
  private static final String TYPE = "dtype";
  private static final String SHAPE = "shape";
  private static final String OFFSETS = "data_offsets";

  /** Elements begin at a multiple of this many bytes, as the reference implementation has it. */
  private static final int ALIGNMENT = 8;

  /** The longest header that the format allows, in bytes. */
  private static final long LARGEST_HEADER = 100_000_000;

  /** So many bytes of a file are in memory at once: a multiple of the size of every element. */
  private static final int SEGMENT = 1 << 16;

  private SafeTensors() {}

  /**
   * The bytes of a small file.
   *
   * @param arrays by the names that the file has for them, in its order
   * @param metadata what else the file says, as texts
   */
  public static byte[] write(Parameters<HostArray> arrays, Map<String, String> metadata) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(arrays, metadata, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes the bytes of a file of any length, segment after segment.
   *
   * @param arrays by the names that the file has for them, in its order
   * @param metadata what else the file says, as texts
   */
  public static void write(
      Parameters<HostArray> arrays, Map<String, String> metadata, OutputStream out)
      throws IOException {
    byte[] header = header(arrays, metadata);
    byte[] segment = new byte[SEGMENT];
    littleEndian(segment).putLong(header.length);
    out.write(segment, 0, Long.BYTES);
    out.write(header);
    for (HostArray array : arrays.values()) {
      write(array, segment, out);
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void write(HostArray array, byte[] segment, OutputStream out) throws IOException {
    int size = array.type().shape().size();
    int most = SEGMENT / ElementFormat.of(array.type().dtype()).bytes();
    for (int from = 0; from < size; from += most) {
      ByteBuffer bytes = littleEndian(segment);
      put(bytes, array, from, from + Math.min(most, size - from));
      out.write(segment, 0, bytes.position());
    }
  }

  private static void put(ByteBuffer bytes, HostArray array, int from, int to) {
    for (int i = from; i < to; i++) {
      double value = array.at(i);
      switch (array.type().dtype()) {
        case FLOAT32 -> bytes.putFloat((float) value);
        case FLOAT64 -> bytes.putDouble(value);
        case INT32 -> bytes.putInt((int) value);
      }
    }
  }

  private static byte[] header(Parameters<HostArray> arrays, Map<String, String> metadata) {
    ObjectNode header = JSON.createObjectNode();
    metadata.forEach(header.putObject(METADATA)::put);
    long offset = 0;
    for (Map.Entry<String, HostArray> array : arrays.byPath().entrySet()) {
      TensorType type = array.getValue().type();
      ObjectNode entry = header.putObject(array.getKey());
      entry.put(TYPE, ElementFormat.of(type.dtype()).name());
      ArrayNode shape = entry.putArray(SHAPE);
      type.shape().dims().forEach(shape::add);
      entry.putArray(OFFSETS).add(offset).add(offset + type.bytes());
      offset += type.bytes();
    }
    String text = header.toString();
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return (text + " ".repeat(Math.floorMod(-length, ALIGNMENT))).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The arrays in a file, in the order of its header.
   *
   * @throws IOException when the bytes are not of this format, or hold types that arrays here
   *     cannot have
   */
  public static Parameters<HostArray> read(byte[] file) throws IOException {
    return read(ByteSource.of(file), name -> true);
  }

  /** The same in a file of any length. */
  public static Parameters<HostArray> read(Path file) throws IOException {
    return read(file, name -> true);
  }

  /**
   * Those arrays in a file that are wanted, in the order of its header.
   *
   * @param isWanted whether an array of this name is read
   * @throws IOException when the bytes are not of this format, or a wanted array is of a type that
   *     arrays here cannot have
   */
  public static Parameters<HostArray> read(Path file, Predicate<String> isWanted)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(ByteSource.of(channel), isWanted);
    }
  }

  private static Parameters<HostArray> read(ByteSource bytes, Predicate<String> isWanted)
      throws IOException {
    long length = bytes.size() < Long.BYTES ? -1 : littleEndian(bytes, 0, Long.BYTES).getLong();
    if (length < 0 || length > Math.min(LARGEST_HEADER, bytes.size() - Long.BYTES)) {
      throw new IOException("the length of its header is not that of a safetensors file");
    }
    byte[] text = littleEndian(bytes, Long.BYTES, (int) length).array();
    Map<String, HostArray> arrays = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : header(text).properties()) {
      if (!entry.getKey().equals(METADATA) && isWanted.test(entry.getKey())) {
        arrays.put(
            entry.getKey(), array(entry.getKey(), entry.getValue(), bytes, Long.BYTES + length));
      }
    }
    return new Parameters<>(arrays);
  }

  private static ByteBuffer littleEndian(ByteSource bytes, long at, int count) throws IOException {
    return bytes.fill(ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN), at);
  }

  private static JsonNode header(byte[] text) throws IOException {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IOException("its header is not JSON", e);
    }
  }

  /**
   * An array that a header names.
   *
   * @param begin where the elements of all arrays begin
   */
  private static HostArray array(String name, JsonNode entry, ByteSource bytes, long begin)
      throws IOException {
    ElementFormat format =
        ElementFormat.named(entry.path(TYPE).asText())
            .orElseThrow(
                () ->
                    new IOException(
                        "its array \"%s\" is of a type that is not read, %s"
                            .formatted(name, entry.path(TYPE).asText())));
    int[] dims = new int[entry.path(SHAPE).size()];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = entry.path(SHAPE).path(i).asInt();
    }
    long start = entry.path(OFFSETS).path(0).asLong(-1);
    long end = entry.path(OFFSETS).path(1).asLong(-1);
    try {
      Shape shape = Shape.of(dims);
      long length = (long) shape.size() * format.bytes();
      if (start < 0 || end > bytes.size() - begin || end - start != length) {
        throw new IOException("its array \"%s\" does not lie inside the file".formatted(name));
      }
      return HostArray.of(
          new TensorType(format.dtype(), shape),
          elements(bytes, begin + start, format, shape.size()));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "its array \"%s\" has no shape that an array can have".formatted(name), e);
    }
  }

  private static double[] elements(ByteSource bytes, long at, ElementFormat format, int size)
      throws IOException {
    double[] values = new double[size];
    int most = SEGMENT / format.bytes();
    for (int from = 0; from < size; from += most) {
      int count = Math.min(most, size - from);
      ByteBuffer segment =
          littleEndian(bytes, at + (long) from * format.bytes(), count * format.bytes());
      for (int i = 0; i < count; i++) {
        values[from + i] = format.get(segment, i * format.bytes());
      }
    }
    return values;
  }
}
