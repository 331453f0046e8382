package org.normscape.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.UserError;

/** The files of CIFAR-10: how they are read, and what is said of those that are not they. */
final class Cifar10Test {

  private static final String REMEDY =
      " To fix: run \"normscape data fetch cifar10\", or pass the folder of CIFAR-10's binary version with --data.";

  @TempDir private Path folder;

  @Test
  void recordsAreALabelAndThreePlanes() {
    byte[] file = new byte[2 * 3073];
    file[0] = 7;
    file[1] = 11;
    file[1 + 1024] = 22;
    file[1 + 2048 + 1023] = (byte) 200;
    file[3073] = 9;
    Examples examples = Cifar10.decode(List.of(file));
    assertThat(examples.size()).isEqualTo(2);
    assertThat(examples.label(0)).isEqualTo(7);
    assertThat(examples.label(1)).isEqualTo(9);
    assertThat(examples.intensity(0, 0, 0, 0)).isEqualTo(11);
    assertThat(examples.intensity(0, 0, 0, 1)).isEqualTo(22);
    assertThat(examples.intensity(0, 31, 31, 2)).isEqualTo(200);
    assertThat(examples.image(0)[3 * 1023 + 2]).isEqualTo(200 / 255f);
  }

  @Test
  void aFolderThatIsNotThere() {
    Path missing = folder.resolve("none");
    fails(missing)
        .hasMessage(
            "data: must be a folder, but \"%s\" does not exist.".formatted(missing) + REMEDY);
  }

  @Test
  void aFileInPlaceOfAFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    fails(file)
        .hasMessage("data: must be a folder, but \"%s\" is a file.".formatted(file) + REMEDY);
  }

  @Test
  void thePythonVersion() throws IOException {
    Files.createFile(folder.resolve("data_batch_1"));
    fails(folder)
        .hasMessage(
            "data: must be CIFAR-10's binary version, but \"%s\" holds the Python version."
                    .formatted(folder)
                + REMEDY);
  }

  @Test
  void aMissingFile() {
    fails(folder)
        .hasMessage(
            "data: CIFAR-10 has six files, data_batch_1.bin to test_batch.bin, but \"%s\" is missing."
                    .formatted(folder.resolve("data_batch_1.bin"))
                + REMEDY);
  }

  @Test
  void aTruncatedFile() throws IOException {
    Path file = Files.write(folder.resolve("data_batch_1.bin"), new byte[1000]);
    fails(folder)
        .hasMessage(
            "data: \"%s\" must have 30730000 bytes, but it has 1000.".formatted(file) + REMEDY);
  }

  @Test
  void aForeignFileInTheFolderAbove() throws IOException {
    Path inner = Files.createDirectory(folder.resolve(Cifar10.FOLDER));
    Path file = Files.write(inner.resolve("data_batch_1.bin"), new byte[30_730_000]);
    fails(folder)
        .hasMessageStartingWith(
            "data: \"%s\" must have the SHA-256 cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5, but it has "
                .formatted(file))
        .hasMessageEndingWith(": it is damaged or not CIFAR-10." + REMEDY);
  }

  @Test
  void theRealFilesWhereTheyAre() {
    String place = System.getenv(DataSource.VARIABLE);
    assumeThat(place).as(DataSource.VARIABLE).isNotNull();
    Dataset data = Cifar10.load(Path.of(place));
    assertThat(data.train().size()).isEqualTo(50_000);
    assertThat(data.test().size()).isEqualTo(10_000);
    for (int label = 0; label < 10; label++) {
      int wanted = label;
      assertThat(IntStream.range(0, 50_000).filter(i -> data.train().label(i) == wanted).count())
          .isEqualTo(5_000);
    }
    Standardization standardization = Standardization.of(data.train());
    assertThat(standardization.mean(0)).isCloseTo(0.4914, within(5e-5));
    assertThat(standardization.mean(1)).isCloseTo(0.4822, within(5e-5));
    assertThat(standardization.mean(2)).isCloseTo(0.4465, within(5e-5));
    assertThat(standardization.deviation(0)).isCloseTo(0.2470, within(5e-5));
    assertThat(standardization.deviation(1)).isCloseTo(0.2435, within(5e-5));
    assertThat(standardization.deviation(2)).isCloseTo(0.2616, within(5e-5));
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.api.Assertions.within(offset);
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> fails(
      Path place) {
    return assertThatThrownBy(() -> Cifar10.load(place)).isInstanceOf(UserError.class);
  }
}
