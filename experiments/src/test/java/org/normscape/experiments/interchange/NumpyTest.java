package org.normscape.experiments.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.ir.Shape;

/**
 * Arrays of NumPy. The resource {@code interchange/numpy.npz} was written by NumPy 2.4.6; with
 * {@code a = arange(6.0).reshape(2, 3)} its arrays are
 *
 * <pre>
 * half, single, double: a / 7 as float16, float32 and float64; big: as '>f4'
 * fortran: asfortranarray(arange(24, dtype=int32).reshape(2, 3, 4))
 * bigfortran: asfortranarray(a) as '>i2'
 * int8, int16, int64: a - 3; uint8: a + 250; uint16: a + 65530; uint32: a + 4294967290
 * truth: array([True, False]); scalar: float64(0.1)
 * </pre>
 */
final class NumpyTest {

  private static final Path NUMPY = Path.of("src", "test", "resources", "interchange", "numpy.npz");
  private static final Path COMPRESSED = NUMPY.resolveSibling("numpy-compressed.npz");

  @TempDir private Path folder;

  static Stream<Arguments> arrays() {
    return Stream.of(
        array("half", Shape.of(2, 3), i -> HALVES[i]),
        array("single", Shape.of(2, 3), i -> (float) (i / 7.0)),
        array("double", Shape.of(2, 3), i -> i / 7.0),
        array("big", Shape.of(2, 3), i -> (float) (i / 7.0)),
        array("fortran", Shape.of(2, 3, 4), i -> i),
        array("bigfortran", Shape.of(2, 3), i -> i),
        array("int8", Shape.of(2, 3), i -> i - 3),
        array("int16", Shape.of(2, 3), i -> i - 3),
        array("int64", Shape.of(2, 3), i -> i - 3),
        array("uint8", Shape.of(2, 3), i -> i + 250),
        array("uint16", Shape.of(2, 3), i -> i + 65_530),
        array("uint32", Shape.of(2, 3), i -> i + 4_294_967_290.0),
        array("truth", Shape.of(2), i -> 1 - i),
        array("scalar", Shape.of(), i -> 0.1));
  }

  /** k/7 in binary16: eleven significant bits, rounded to nearest. */
  private static final double[] HALVES = {
    0, 1170 / 8192.0, 1170 / 4096.0, 1755 / 4096.0, 1170 / 2048.0, 1463 / 2048.0
  };

  private static Arguments array(String name, Shape shape, IntToDoubleFunction element) {
    return Arguments.of(name, shape, element);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("arrays")
  void whatNumpyWroteIsRead(String name, Shape shape, IntToDoubleFunction element)
      throws IOException {
    StoredArray array = Objects.requireNonNull(Npz.read(NUMPY, name::equals).get(name));
    assertThat(array.shape()).isEqualTo(shape);
    for (int i = 0; i < shape.size(); i++) {
      assertThat(array.at(i)).isEqualTo(element.applyAsDouble(i));
      assertThat(array.onHost().at(i)).isEqualTo(array.at(i));
    }
  }

  @Test
  void archivesMayBeCompressed() throws IOException {
    StoredArray array = Objects.requireNonNull(Npz.read(COMPRESSED, name -> true).get("x"));
    assertThat(array.at(5)).isEqualTo(5 / 7.0);
  }

  @Test
  void onlyWhatIsWantedIsRead() throws IOException {
    assertThat(Npz.names(NUMPY)).hasSize(14).contains("half", "scalar");
    assertThat(Npz.read(NUMPY, "half"::equals)).containsOnlyKeys("half");
  }

  @Test
  void whatIsWrittenByHandIsReadToo() throws IOException {
    Path file =
        NumpyFiles.npz(
            folder.resolve("own.npz"),
            Map.of(
                "x", NumpyFiles.doubles("2,", -0.0, 1e300), "y", NumpyFiles.bytes("1, 2", 1, 255)));
    Map<String, StoredArray> arrays = Npz.read(file, name -> true);
    assertThat(Objects.requireNonNull(arrays.get("x")).at(1)).isEqualTo(1e300);
    assertThat(Objects.requireNonNull(arrays.get("y")).at(1)).isEqualTo(255);
  }

  @Test
  void halvesAreThoseOfTheStandard() {
    assertThat(half(0x3C00)).isEqualTo(1);
    assertThat(half(0xC000)).isEqualTo(-2);
    assertThat(half(0x7BFF)).isEqualTo(65_504);
    assertThat(half(0x0400)).isEqualTo(Math.pow(2, -14));
    assertThat(half(0x0001)).isEqualTo(Math.pow(2, -24));
    assertThat(half(0x83FF)).isEqualTo(-1023 * Math.pow(2, -24));
    assertThat(half(0xFC00)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(half(0x7E00)).isNaN();
    assertThat(1 / half(0x8000)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  private static double half(int bits) {
    return ElementFormat.F16.get(ByteBuffer.allocate(2).putShort((short) bits), 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'descr': '<c8', 'fortran_order': False, 'shape': (1,)}; of the type c8, which is not read",
        "{'descr': '|O', 'fortran_order': False, 'shape': (1,)}; of the type O, which is not read",
        "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}; must say the type",
        "{'descr': '<f4', 'shape': (1,)}; must say the order",
        "{'descr': '<f4', 'fortran_order': False}; must say the extents",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (0,)}; its shape (0,) must",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999,)}; its shape (99999999999,) must",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)}; [2] elements of F32 take 8 bytes, but there are 4"
      })
  void whatCannotBeReadIsNamed(String header, String sentence) {
    assertThatThrownBy(() -> Npy.read(NumpyFiles.npy(header, new byte[4])))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aFileThatIsCutIsNoFile() throws IOException {
    byte[] array = NumpyFiles.doubles("2,", 1, 2);
    for (int length = 0; length < array.length; length++) {
      byte[] cut = Arrays.copyOf(array, length);
      assertThatThrownBy(() -> Npy.read(cut)).isInstanceOf(IOException.class);
    }
    byte[] archive = Files.readAllBytes(NUMPY);
    for (int length = 0; length < archive.length; length += 97) {
      Path cut = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(archive, length));
      assertThatThrownBy(() -> Npz.read(cut, name -> true)).isInstanceOf(IOException.class);
    }
  }
}
