package org.normscape.experiments.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.experiments.UserError;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.augment.NoAugmentation;
import org.normscape.experiments.data.augment.PadCropFlip;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.experiments.data.batch.Bits;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Images;
import org.normscape.experiments.data.example.Standardization;
import org.normscape.random.RandomStream;

/** The files of CIFAR-10: how they are read, and what is said of those that are not they. */
final class Cifar10Test {

  private static final String REMEDY =
      " To fix: pass the folder of CIFAR-10's binary version with --data.";

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
    ClassLabels labels = (ClassLabels) examples.targets();
    assertThat(labels.label(0)).isEqualTo(7);
    assertThat(labels.label(1)).isEqualTo(9);
    Images images = (Images) examples.inputs();
    assertThat(images.intensity(0, 0, 0, 0)).isEqualTo(11);
    assertThat(images.intensity(0, 0, 0, 1)).isEqualTo(22);
    assertThat(images.intensity(0, 31, 31, 2)).isEqualTo(200);
  }

  /** Against sums taken before images could have other shapes. */
  @Test
  void batchesOfSuchRecordsHaveTheBitsTheyHad() {
    List<byte[]> files = new ArrayList<>();
    for (int number = 0; number < 3; number++) {
      RandomStream random = RandomStream.of(7, "file-" + number);
      byte[] file = new byte[100 * 3073];
      for (int i = 0; i < file.length; i++) {
        file[i] = (byte) random.nextInt(i % 3073 == 0 ? 10 : 256);
      }
      files.add(file);
    }
    Examples train = Cifar10.decode(files.subList(0, 2));
    Dataset data = new Dataset("records", train, Cifar10.decode(files.subList(2, 3)), Map.of());
    int[] steps = {0, 1, 2, 11, 12, 13, 30};
    assertThat(Bits.of(Batches.training(data, new NoAugmentation(), 16, 3), steps))
        .isEqualTo("0bce4f647d3b5b163a89daab47db48e7dc6be15586d3e57934bd5e5ee199fba8");
    assertThat(Bits.of(Batches.training(data, new PadCropFlip(), 16, 3), steps))
        .isEqualTo("ba0fc96ba77b13a95d76d95864883910e167825c96eced8aa5a1944dd53d5b85");
    Batches tests = Batches.testing(data, 16, 3);
    assertThat(Bits.of(List.of(tests.range(0, 16), tests.range(16, 32))))
        .isEqualTo("6f4e7e5f828bf40ce07a74e01ba0c502153676c1cbad5e9a2a76a17b83b2261a");
  }

  @Test
  void aFolderThatIsNotThere() {
    Path missing = folder.resolve("none");
    fails(
        missing,
        "--data: must be a folder, but \"%s\" does not exist.".formatted(missing) + REMEDY);
  }

  @Test
  void aFileInPlaceOfAFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    fails(file, "--data: must be a folder, but \"%s\" is a file.".formatted(file) + REMEDY);
  }

  @ParameterizedTest
  @CsvSource({
    "data_batch_1, the Python version",
    "cifar-10-batches-py, the Python version",
    "data_batch_1.mat, the Matlab version",
    "train.bin, CIFAR-100",
    "cifar-10-binary.tar.gz, 'the archive, which is not unpacked'"
  })
  void anotherVersion(String file, String what) throws IOException {
    Files.createFile(folder.resolve(file));
    String sentence =
        "--data: must be CIFAR-10's binary version, but \"%s\" holds %s.".formatted(folder, what)
            + REMEDY;
    fails(folder, sentence);
    assertThatThrownBy(() -> new Auto().describe(DataContext.of(folder)))
        .as("nor does \"data path\" call it CIFAR-10")
        .hasMessage(sentence);
  }

  @Test
  void aMissingFile() {
    fails(
        folder,
        "--data: CIFAR-10's binary version must have 6 files, data_batch_1.bin to test_batch.bin, but \"%s\" is missing."
                .formatted(folder.resolve("data_batch_1.bin"))
            + REMEDY);
  }

  @Test
  void aTruncatedFile() throws IOException {
    Path file = Files.write(folder.resolve("data_batch_1.bin"), new byte[1000]);
    fails(
        folder,
        "--data: \"%s\" must have 30730000 bytes, but it has 1000.".formatted(file) + REMEDY);
  }

  @Test
  void aForeignFileInTheFolderAbove() throws IOException {
    Path inner = Files.createDirectory(folder.resolve(Cifar10.FILES.folder()));
    for (String name : Cifar10.FILES.sha256().keySet()) {
      Files.write(inner.resolve(name), new byte[30_730_000]);
    }
    assertThatThrownBy(() -> new Cifar10().load(DataContext.of(folder)))
        .hasMessageStartingWith(
            "--data: \"%s\" must have the SHA-256 cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5, but it has "
                .formatted(inner.resolve("data_batch_1.bin")))
        .hasMessageEndingWith(": it is damaged or not of CIFAR-10's binary version." + REMEDY);
  }

  @Test
  void whoeverNamedTheFolderIsTheCulprit() {
    Map<String, String> environment = Map.of(DataContext.VARIABLE, "nowhere");
    assertThatThrownBy(
            () -> new Cifar10().load(new DataContext(Optional.empty(), environment, folder, 1)))
        .hasMessage(
            "NORMSCAPE_DATA: must be a folder, but \"nowhere\" does not exist. To fix: let NORMSCAPE_DATA name the folder of CIFAR-10's binary version, or unset it.");
    assertThatThrownBy(
            () -> new Cifar10().load(new DataContext(Optional.empty(), Map.of(), folder, 1)))
        .hasMessage(
            "the cache: must be a folder, but \"%s\" does not exist. To fix: run \"normscape data fetch cifar10\", or pass the folder of CIFAR-10's binary version with --data."
                .formatted(folder.resolve(".cache/normscape/cifar-10-batches-bin")));
  }

  @Test
  void theRealFilesWhereTheyAre() {
    String place = System.getenv(DataContext.VARIABLE);
    assumeThat(place).as(DataContext.VARIABLE).isNotNull();
    Dataset data = new Cifar10().load(DataContext.of(Path.of(place)));
    assertThat(data.test().size()).isEqualTo(10_000);
    ClassLabels labels = (ClassLabels) data.train().targets();
    for (int label = 0; label < 10; label++) {
      int wanted = label;
      assertThat(IntStream.range(0, 50_000).filter(i -> labels.label(i) == wanted)).hasSize(5_000);
    }
    Standardization standardization = data.standardization();
    double[] mean = {0.4914, 0.4822, 0.4465};
    double[] deviation = {0.2470, 0.2435, 0.2616};
    for (int channel = 0; channel < 3; channel++) {
      assertThat(standardization.mean().get(channel)).isCloseTo(mean[channel], within(5e-5));
      assertThat(standardization.deviation().get(channel))
          .isCloseTo(deviation[channel], within(5e-5));
    }
    int[] steps = {0, 1, 389, 390, 400};
    assertThat(Bits.of(Batches.training(data, new NoAugmentation(), 128, 2), steps))
        .isEqualTo("334e7387fa9d5c93f06bcbc522919eb77713008a2e010e2df75d1c3c7dff4b80");
    assertThat(Bits.of(Batches.training(data, new PadCropFlip(), 128, 2), steps))
        .isEqualTo("ae5d93f45adc8de4c688b878d250ec7926571c676c976060c5643248d932712c");
  }

  private static void fails(Path place, String sentence) {
    assertThatThrownBy(() -> new Cifar10().load(DataContext.of(place)))
        .isInstanceOf(UserError.class)
        .hasMessage(sentence);
  }
}
