package org.normscape.experiments.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;

/** Files of named arrays, taken apart by hand as the format says. */
final class SafeTensorsTest {

  private static final Parameters<HostArray> ARRAYS =
      Parameters.of("b.weight", HostArray.of(TensorType.float64(2, 1), new double[] {-0.0, 0.1}))
          .and("a", HostArray.of(TensorType.float32(), new double[] {(float) 0.1}))
          .and(
              "labels", HostArray.of(TensorType.int32(3), new double[] {-1, 0, Integer.MAX_VALUE}));

  @Test
  void theBytesAreThoseOfTheFormat() throws IOException {
    byte[] file = SafeTensors.write(ARRAYS, Map.of("updates", "7"));
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) bytes.getLong();
    assertThat((Long.BYTES + length) % 8).isZero();
    String text = new String(file, Long.BYTES, length, StandardCharsets.UTF_8);
    assertThat(text).startsWith("{");
    JsonNode header = new ObjectMapper().readTree(text);
    assertThat(header.path("__metadata__").toString()).isEqualTo("{\"updates\":\"7\"}");
    assertThat(header.path("b.weight").toString())
        .isEqualTo("{\"dtype\":\"F64\",\"shape\":[2,1],\"data_offsets\":[0,16]}");
    assertThat(header.path("a").toString())
        .isEqualTo("{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[16,20]}");
    assertThat(header.path("labels").toString())
        .isEqualTo("{\"dtype\":\"I32\",\"shape\":[3],\"data_offsets\":[20,32]}");
    bytes.position(Long.BYTES + length);
    assertThat(bytes.getLong()).isEqualTo(Double.doubleToRawLongBits(-0.0));
    assertThat(bytes.getDouble()).isEqualTo(0.1);
    assertThat(bytes.getFloat()).isEqualTo(0.1f);
    assertThat(bytes.getInt()).isEqualTo(-1);
    assertThat(bytes.getInt()).isZero();
    assertThat(bytes.getInt()).isEqualTo(Integer.MAX_VALUE);
    assertThat(bytes.remaining()).isZero();
  }

  @Test
  void whatIsWrittenIsReadBitByBit() throws IOException {
    double[] values = {Double.MIN_VALUE, Double.NEGATIVE_INFINITY, Double.NaN, -0.0, 1.0 / 3};
    Parameters<HostArray> arrays = ARRAYS.and("ends", HostArray.of(TensorType.float64(5), values));
    Parameters<HostArray> read = SafeTensors.read(SafeTensors.write(arrays, Map.of()));
    assertThat(read.paths()).isEqualTo(arrays.paths());
    for (String path : arrays.paths()) {
      assertThat(read.get(path).type()).isEqualTo(arrays.get(path).type());
      for (int i = 0; i < arrays.get(path).type().shape().size(); i++) {
        assertThat(Double.doubleToLongBits(read.get(path).at(i)))
            .isEqualTo(Double.doubleToLongBits(arrays.get(path).at(i)));
      }
    }
  }

  /** A file of another program: its header in another order, with spaces. */
  @Test
  void anotherProgramsFileIsRead() throws IOException {
    String header =
        "{\"y\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [4, 8]}, \"x\": {\"dtype\": \"F32\", \"shape\": [1, 1], \"data_offsets\": [0, 4]}}";
    Parameters<HostArray> read = SafeTensors.read(file(header, 1.5f, 2.5f));
    assertThat(read.get("x").at(0)).isEqualTo(1.5);
    assertThat(read.get("y").at(0)).isEqualTo(2.5);
  }

  /** Each type that others write: the bits are those of the standards, least byte first. */
  @ParameterizedTest
  @CsvSource({
    "F16, 003C, 1",
    "F16, FF7B, 65504",
    "BF16, 803F, 1",
    "BF16, 49C0, -3.140625",
    "F64, 000000000000F83F, 1.5",
    "I64, FDFFFFFFFFFFFFFF, -3",
    "I16, FDFF, -3",
    "U16, FDFF, 65533",
    "U8, FD, 253",
    "I8, FD, -3",
    "U32, FDFFFFFF, 4294967293",
    "BOOL, 01, 1"
  })
  void otherTypesBecomeWiderOnes(String type, String hex, double value) throws IOException {
    byte[] elements = HexFormat.of().parseHex(hex);
    String header =
        "{\"x\": {\"dtype\": \"%s\", \"shape\": [1], \"data_offsets\": [0, %s]}}"
            .formatted(type, elements.length);
    byte[] begin = file(header);
    byte[] whole = Arrays.copyOf(begin, begin.length + elements.length);
    System.arraycopy(elements, 0, whole, begin.length, elements.length);
    assertThat(SafeTensors.read(whole).get("x").at(0)).isEqualTo(value);
  }

  private static byte[] file(String header, float... elements) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + text.length + 4 * elements.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text);
    for (float element : elements) {
      bytes.putFloat(element);
    }
    return bytes.array();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "not json; its header is not JSON",
        "{\"x\": {\"dtype\": \"F8_E4M3\", \"shape\": [1], \"data_offsets\": [0, 1]}}; its array \"x\" is of a type that is not read, F8_E4M3",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 4]}}; its array \"x\" does not lie inside",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [9], \"data_offsets\": [0, 36]}}; its array \"x\" does not lie inside",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [0], \"data_offsets\": [0, 0]}}; its array \"x\" has no shape"
      })
  void whatCannotBeReadIsNamed(String header, String sentence) {
    assertThatThrownBy(() -> SafeTensors.read(file(header, 1)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(sentence);
  }

  /** An array of several segments, of a length that none of them divides. */
  @Test
  void arraysAreWrittenAndReadInSegments(@TempDir Path folder) throws IOException {
    double[] values = new double[100_003];
    Arrays.setAll(values, i -> 1.0 / (i + 1));
    Parameters<HostArray> arrays =
        ARRAYS.and("long", HostArray.of(TensorType.float64(values.length), values));
    int[] longest = new int[1];
    Path file = folder.resolve("long.safetensors");
    try (OutputStream out = Files.newOutputStream(file)) {
      SafeTensors.write(
          arrays,
          Map.of(),
          new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
              longest[0] = Math.max(longest[0], length);
              out.write(bytes, from, length);
            }
          });
    }
    assertThat(longest[0]).isEqualTo(1 << 16);
    assertThat(file).hasBinaryContent(SafeTensors.write(arrays, Map.of()));
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    HostArray read = SafeTensors.read(file).get("long");
    for (int i = 0; i < values.length; i++) {
      assertThat(read.at(i)).isEqualTo(values[i]);
      assertThat(bytes.getDouble(bytes.limit() - 8 * (values.length - i))).isEqualTo(values[i]);
    }
  }

  /** The file has holes, which take no room on a disk: 6 GB are said, and a few bytes written. */
  @Test
  void aFileOfMoreThanTwoGigabytesIsRead(@TempDir Path folder) throws IOException {
    String header =
        "{\"hole\": {\"dtype\": \"F32\", \"shape\": [1500000000], \"data_offsets\": [0, 6000000000]}, \"x\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [6000000000, 6000000008]}}";
    byte[] begin = file(header);
    Path file = folder.resolve("holes.safetensors");
    ByteBuffer end = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    end.putFloat(1.5f).putFloat(-2.5f).flip();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(begin));
      channel.write(end, begin.length + 6_000_000_000L);
    }
    Parameters<HostArray> read = SafeTensors.read(file, "x"::equals);
    assertThat(read.paths()).containsExactly("x");
    assertThat(read.get("x").at(0)).isEqualTo(1.5);
    assertThat(read.get("x").at(1)).isEqualTo(-2.5);
  }

  /** Where arrays of more than two gigabytes lie is said right; they are not written out here. */
  @Test
  void aHeaderSaysWhereArraysLieBehindTwoGigabytes() {
    HostArray large = HostArray.of(TensorType.float64(1 << 20), new double[1 << 20]);
    Map<String, HostArray> arrays = new LinkedHashMap<>();
    for (int i = 0; i < 300; i++) {
      arrays.put("a" + i, large);
    }
    StringBuilder written = new StringBuilder();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) {
            written.append((char) one);
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            if (written.length() > Long.BYTES) {
              throw new IOException("full");
            }
            written.append(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
          }
        };
    assertThatThrownBy(() -> SafeTensors.write(new Parameters<>(arrays), Map.of(), full))
        .hasMessage("full");
    assertThat(written.toString())
        .contains(
            "\"a299\":{\"dtype\":\"F64\",\"shape\":[1048576],\"data_offsets\":[2508193792,2516582400]}");
  }

  @Test
  void aFileThatIsCutIsNoFile() {
    byte[] file = SafeTensors.write(ARRAYS, Map.of());
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> SafeTensors.read(cut)).isInstanceOf(IOException.class);
    }
  }
}
