package org.normscape.experiments.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.component.InvalidComponent;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Images;
import org.normscape.experiments.data.file.EmbeddedFiles;
import org.normscape.experiments.data.file.Idx;
import org.normscape.experiments.data.file.KnownFile;
import org.normscape.experiments.data.file.KnownFiles;
import org.normscape.ir.Shape;

/**
 * The images that come with Normscape, and the whole set. The former are made from the latter by
 *
 * <pre>
 * ./mvnw test -pl experiments -am -Dtest=FashionMnistTest -Dsurefire.failIfNoSpecifiedTests=false
 *     -Dnormscape.fashion-mnist=FOLDER -Dnormscape.golden.write=true
 * </pre>
 *
 * where the folder, {@code /usr/share/datasets/fashion-mnist} if none is named, holds the four
 * files of the whole set. Without the last property they are compared.
 */
final class FashionMnistTest {

  private static final Path WHOLE =
      Path.of(
          System.getProperty(
              "normscape.fashion-mnist", FashionMnistFiles.system().path().toString()));

  private static final Path RESOURCES = Path.of("src", "main", "resources", "data");

  @TempDir private Path folder;

  private DataContext nothing() {
    return new DataContext(Optional.empty(), Map.of(), folder, 1);
  }

  @Test
  void imagesComeAlong() {
    Dataset data = new FashionMnist().load(nothing());
    assertThat(data.name()).isEqualTo("fashion-mnist-5000");
    assertThat(data.input()).isEqualTo(Shape.of(32, 32, 1));
    assertThat(data.outputs()).isEqualTo(10);
    assertThat(data.train().size()).isEqualTo(5_000);
    assertThat(data.test().size()).isEqualTo(1_000);
    assertThat(data.sha256()).hasSize(4);
    ClassLabels labels = (ClassLabels) data.train().targets();
    assertThat(labels.classes()).hasSize(10).doesNotHaveDuplicates();
    assertThat(labels.classes().get(labels.label(0))).isEqualTo("ankle boot");
    for (int label = 0; label < 10; label++) {
      int wanted = label;
      assertThat(IntStream.range(0, 5_000).filter(i -> labels.label(i) == wanted).count())
          .isBetween(457L, 556L);
    }
  }

  @Test
  void theyAreAsLargeAsAskedForAndBlackAround() {
    Images own =
        (Images) new FashionMnist(FashionMnist.Part.EMBEDDED, 28).load(nothing()).train().inputs();
    assertThat(own.shape()).isEqualTo(Shape.of(28, 28, 1));
    Images padded = (Images) new FashionMnist().load(nothing()).train().inputs();
    for (int i = 0; i < 28 * 28; i++) {
      assertThat(padded.intensity(17, i / 28 + 2, i % 28 + 2, 0))
          .isEqualTo(own.intensity(17, i / 28, i % 28, 0));
    }
    assertThat(IntStream.range(0, 32).map(i -> padded.intensity(17, 1, i, 0))).containsOnly(0);
    assertThatThrownBy(() -> new FashionMnist(FashionMnist.Part.WHOLE, 27))
        .isInstanceOf(InvalidComponent.class)
        .hasMessageContaining("side must be in [28, 256], but it is 27.");
  }

  @Test
  void theyAreInNoFolder() {
    assertThatThrownBy(() -> new FashionMnist().describe(DataContext.of(folder)))
        .hasMessage(
            "--data: must not be given for the part of Fashion-MNIST that comes with Normscape, but it is \"%s\". To fix: leave it out, or take all images with part = whole."
                .formatted(folder));
  }

  @Test
  void allImagesAreInAFolder() throws IOException {
    FashionMnist whole = new FashionMnist(FashionMnist.Part.WHOLE, 32);
    assertThat(whole.folder(nothing())).contains(FashionMnistFiles.system());
    assertThatThrownBy(() -> whole.load(DataContext.of(folder)))
        .hasMessage(
            "--data: Fashion-MNIST must have 4 files, train-images-idx3-ubyte to t10k-labels-idx1-ubyte, but \"%s\" is missing. To fix: pass the folder of Fashion-MNIST with --data."
                .formatted(folder.resolve("train-images-idx3-ubyte")));
    for (KnownFile file : FashionMnist.FILES.files()) {
      Files.write(folder.resolve(file.name() + ".gz"), new byte[] {1, 2, 3});
    }
    DataContext variable =
        new DataContext(
            Optional.empty(), Map.of(DataContext.VARIABLE, folder.toString()), folder, 1);
    assertThat(whole.folder(variable)).contains(new DataFolder(folder, DataFolder.Origin.VARIABLE));
    assertThatThrownBy(() -> whole.load(variable))
        .hasMessageStartingWith("NORMSCAPE_DATA: every file must be readable, but \"" + folder)
        .hasMessageContaining("Not in GZIP format")
        .hasMessageEndingWith(
            "To fix: let NORMSCAPE_DATA name the folder of Fashion-MNIST, or unset it.");
    Files.write(folder.resolve("train-images-idx3-ubyte.gz"), packed(new byte[99]));
    assertThatThrownBy(() -> whole.load(variable))
        .hasMessageContaining("must have 47040016 bytes, but it has 99");
  }

  @Test
  void whatComesAlongIsTheBeginningOfTheWhole() throws IOException {
    assumeThat(WHOLE).isDirectory();
    Map<String, byte[]> whole =
        FashionMnist.FILES.read(new DataFolder(WHOLE, DataFolder.Origin.OPTION));
    KnownFiles embedded = FashionMnistFiles.embedded();
    if (Boolean.getBoolean("normscape.golden.write")) {
      for (KnownFile file : embedded.files()) {
        byte[] first = first(whole, file.name());
        assertThat(file.fault(first)).as(file.name()).isEmpty();
        Files.write(
            RESOURCES.resolve(embedded.folder()).resolve(file.name() + ".gz"), packed(first));
      }
    }
    EmbeddedFiles.read(embedded)
        .forEach((name, content) -> assertThat(content).isEqualTo(first(whole, name)));
    Dataset data = new FashionMnist(FashionMnist.Part.WHOLE, 28).load(DataContext.of(WHOLE));
    assertThat(data.train().size()).isEqualTo(60_000);
    assertThat(data.test().size()).isEqualTo(10_000);
  }

  private static byte[] first(Map<String, byte[]> whole, String name) {
    return Idx.of(whole.getOrDefault(name, new byte[0]))
        .first(name.startsWith("train") ? 5_000 : 1_000);
  }

  private static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new Smallest(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  /** A gzip stream that takes the time to be small. */
  private static final class Smallest extends GZIPOutputStream {

    Smallest(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
