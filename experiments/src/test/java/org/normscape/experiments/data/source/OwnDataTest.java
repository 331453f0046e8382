package org.normscape.experiments.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.UserError;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.augment.NoAugmentation;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Images;
import org.normscape.experiments.data.example.Standardization;
import org.normscape.experiments.data.own.ArrayNames;
import org.normscape.experiments.data.own.Axes;
import org.normscape.experiments.data.own.Colour;
import org.normscape.experiments.data.own.Heading;
import org.normscape.experiments.data.own.Split;
import org.normscape.experiments.data.own.Targeted;
import org.normscape.experiments.interchange.NumpyFiles;
import org.normscape.ir.Shape;
import org.normscape.random.RandomStream;

/** Data of one's own: what lies in a place, and as which examples it is read. */
final class OwnDataTest {

  @TempDir private Path folder;

  private Dataset load() {
    DataContext context = DataContext.of(folder);
    return new Auto().load(context);
  }

  // Pictures

  private void picture(String path, int side, int grey) throws IOException {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    IntStream.range(0, side * side)
        .forEach(i -> image.getRaster().setSample(i % side, i / side, 0, grey));
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }

  @Test
  void subFoldersAreClasses() throws IOException {
    for (int i = 0; i < 6; i++) {
      picture("train/cat/%s.png".formatted(i), 4, 100 + i);
      picture("train/dog/%s.png".formatted(i), 4, 200 + i);
    }
    picture("val/dog/one.png", 4, 222);
    Dataset data = load();
    assertThat(new Auto().resolve(DataContext.of(folder))).isEqualTo(new ImageFolder());
    assertThat(data.input()).isEqualTo(Shape.of(4, 4, 1));
    assertThat(data.outputs()).isEqualTo(2);
    assertThat(data.train().size()).isEqualTo(12);
    ClassLabels labels = (ClassLabels) data.train().targets();
    assertThat(labels.classes()).containsExactly("cat", "dog");
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int grey = ((Images) data.train().inputs()).intensity(i, 3, 3, 0);
      assertThat(labels.label(i)).isEqualTo(grey / 200);
      seen.add(grey);
    }
    assertThat(seen).doesNotHaveDuplicates().isNotEqualTo(seen.stream().sorted().toList());
    assertThat(((ClassLabels) data.test().targets()).label(0)).isEqualTo(1);
    assertThat(data.sha256()).containsOnlyKeys("train", "test");
    assertThat(load().sha256()).isEqualTo(data.sha256());
  }

  @Test
  void aShareIsTestedOnWhereNobodySaysOtherwise() throws IOException {
    for (int i = 0; i < 10; i++) {
      picture("10/%s.png".formatted(i), 2, i);
      picture("9/%s.png".formatted(i), 4, 50 + i);
    }
    assertThatThrownBy(this::load)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("set data.source.side, to which pictures are resized");
    ImageFolder resized =
        new ImageFolder(Optional.empty(), Colour.RGB, Optional.of(2), new Split(0.25, 7));
    Dataset data = resized.load(DataContext.of(folder));
    assertThat(data.input()).isEqualTo(Shape.of(2, 2, 3));
    assertThat(data.train().size()).isEqualTo(15);
    assertThat(data.test().size()).isEqualTo(5);
    assertThat(((ClassLabels) data.train().targets()).classes()).containsExactly("9", "10");
    List<Integer> all = new ArrayList<>();
    for (Examples part : List.of(data.train(), data.test())) {
      IntStream.range(0, part.size())
          .forEach(i -> all.add(((Images) part.inputs()).intensity(i, 0, 0, 2)));
    }
    assertThat(all).hasSize(20).doesNotHaveDuplicates();
    assertThat(resized.load(DataContext.of(folder)).sha256()).isEqualTo(data.sha256());
  }

  // Arrays

  private void arrays(Map<String, byte[]> more) throws IOException {
    Map<String, byte[]> arrays = new LinkedHashMap<>();
    arrays.put("x_train", NumpyFiles.bytes("3, 2, 2", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    arrays.put("y_train", NumpyFiles.doubles("3, 1", 1, 0, 2));
    arrays.put("x_test", NumpyFiles.bytes("1, 2, 2", 255, 0, 0, 0));
    arrays.put("y_test", NumpyFiles.bytes("1,", 2));
    arrays.putAll(more);
    NumpyFiles.npz(folder.resolve("data.npz"), arrays);
  }

  @Test
  void bytesAreImages() throws IOException {
    arrays(Map.of());
    Dataset data = load();
    assertThat(data.input()).isEqualTo(Shape.of(2, 2, 1));
    assertThat(data.outputs()).isEqualTo(3);
    assertThat(((Images) data.train().inputs()).intensity(1, 1, 0, 0)).isEqualTo(7);
    assertThat(((ClassLabels) data.train().targets()).label(2)).isEqualTo(2);
    assertThat(data.sha256()).containsOnlyKeys("x_train", "y_train", "x_test", "y_test");
  }

  @Test
  void channelsMayComeFirst() throws IOException {
    int[] pixels = IntStream.range(0, 24).toArray();
    arrays(
        Map.of(
            "x_train", NumpyFiles.bytes("2, 2, 2, 3", pixels),
            "y_train", NumpyFiles.bytes("2,", 0, 1),
            "x_test", NumpyFiles.bytes("2, 2, 2, 3", pixels),
            "y_test", NumpyFiles.bytes("2,", 0, 1)));
    Dataset last = load();
    assertThat(last.input()).isEqualTo(Shape.of(2, 2, 3));
    NumpyArrays first =
        new NumpyArrays(
            Optional.empty(),
            new ArrayNames(),
            Axes.CHANNELS_FIRST,
            Targeted.CLASSES,
            Optional.of(5),
            new Split());
    Dataset data = first.load(DataContext.of(folder));
    assertThat(data.input()).isEqualTo(Shape.of(2, 3, 2));
    assertThat(data.outputs()).isEqualTo(5);
    for (int image = 0; image < 2; image++) {
      for (int y = 0; y < 2; y++) {
        for (int x = 0; x < 3; x++) {
          for (int channel = 0; channel < 2; channel++) {
            assertThat(((Images) data.train().inputs()).intensity(image, y, x, channel))
                .isEqualTo(((image * 2 + channel) * 2 + y) * 3 + x);
          }
        }
      }
    }
  }

  @Test
  void numbersAreUsedAsTheyAre() throws IOException {
    Files.write(folder.resolve("x_train.npy"), NumpyFiles.doubles("4, 2", 1, 2, 3, 4, 5, 6, 7, 8));
    Files.write(folder.resolve("y_train.npy"), NumpyFiles.doubles("4,", 0.5, 1, 1.5, 2));
    NumpyArrays regression =
        new NumpyArrays(
            Optional.of(folder.toString()),
            new ArrayNames(),
            Axes.CHANNELS_LAST,
            Targeted.NUMBERS,
            Optional.empty(),
            new Split(0.25, 1));
    Dataset data = regression.load(new DataContext(Optional.empty(), Map.of(), Path.of("."), 1));
    assertThat(data.train().size()).isEqualTo(3);
    assertThat(data.outputs()).isEqualTo(1);
    for (int i = 0; i < 3; i++) {
      float[] shown =
          data.train()
              .inputs()
              .take(
                  new int[] {i},
                  Standardization.none(2),
                  new NoAugmentation(),
                  RandomStream.of(1, "t"))
              .floats();
      assertThat(shown[1]).isEqualTo(shown[0] + 1);
      assertThat(data.train().targets().take(new int[] {i}).at(0)).isEqualTo(shown[1] / 4.0);
    }
  }

  // Tables

  @Test
  void rowsAreExamples() throws IOException {
    Files.writeString(
        folder.resolve("train.csv"), "a,species,b\n1,\"b, c\",2\n3,a,4\n-5e-1,a,.5\n");
    Files.writeString(folder.resolve("test.csv"), "a,species,b\n7,a,8\n");
    CsvTable table = table("species", Heading.FIRST_LINE, List.of());
    Dataset data = table.load(DataContext.of(folder));
    assertThat(data.input()).isEqualTo(Shape.of(2));
    ClassLabels labels = (ClassLabels) data.train().targets();
    assertThat(labels.classes()).containsExactly("a", "b, c");
    assertThat(labels.label(0)).isEqualTo(1);
    float[] shown =
        data.train()
            .inputs()
            .take(
                new int[] {2},
                Standardization.none(2),
                new NoAugmentation(),
                RandomStream.of(1, "t"))
            .floats();
    assertThat(shown).containsExactly(-0.5f, 0.5f);
    assertThat(data.sha256()).containsOnlyKeys("train.csv", "test.csv");
  }

  @Test
  void rowsMayBeImages() throws IOException {
    Path file =
        Files.writeString(folder.resolve("digits.csv"), "7,0,128\n9,255,1\n7,2,3\n9,4,5\n7,6,7\n");
    CsvTable table = table("1", Heading.NONE, List.of(1, 2, 1));
    Dataset data = table.load(DataContext.of(file));
    assertThat(data.name()).isEqualTo("digits.csv");
    assertThat(data.input()).isEqualTo(Shape.of(1, 2, 1));
    assertThat(data.train().size()).isEqualTo(4);
    assertThat(((ClassLabels) data.train().targets()).classes()).containsExactly("7", "9");
    assertThat(new Auto().resolve(DataContext.of(file))).isEqualTo(new CsvTable());
  }

  private static CsvTable table(String label, Heading heading, List<Integer> image) {
    return new CsvTable(
        Optional.empty(), label, heading, ",", image, Targeted.CLASSES, new Split());
  }

  // IDX, MNIST and CIFAR-100

  private void idx(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    Files.write(folder.resolve(name + ".gz"), bytes.toByteArray());
  }

  private static byte[] labels(int... labels) {
    byte[] file = new byte[8 + labels.length];
    file[2] = 8;
    file[3] = 1;
    file[7] = (byte) labels.length;
    IntStream.range(0, labels.length).forEach(i -> file[8 + i] = (byte) labels[i]);
    return file;
  }

  private static byte[] images(int count, int height, int width) {
    byte[] file = new byte[16 + count * height * width];
    file[2] = 8;
    file[3] = 3;
    file[7] = (byte) count;
    file[11] = (byte) height;
    file[15] = (byte) width;
    IntStream.range(16, file.length).forEach(i -> file[i] = (byte) i);
    return file;
  }

  @Test
  void idxFilesAreOfAnySizeAndMayBePacked() throws IOException {
    idx("train-images-idx3-ubyte", images(3, 2, 4));
    idx("train-labels-idx1-ubyte", labels(0, 2, 1));
    idx("t10k-images-idx3-ubyte", images(1, 2, 4));
    idx("t10k-labels-idx1-ubyte", labels(2));
    Dataset data = new IdxFiles().load(DataContext.of(folder));
    assertThat(data.input()).isEqualTo(Shape.of(2, 4, 1));
    assertThat(data.outputs()).isEqualTo(3);
    assertThat(((Images) data.train().inputs()).intensity(1, 0, 1, 0)).isEqualTo(16 + 8 + 1);
    assertThat(new Auto().resolve(DataContext.of(folder)))
        .isEqualTo(new FashionMnist(FashionMnist.Part.WHOLE, 32));
  }

  @Test
  void mnistIsKnownByItsLabels() throws IOException {
    idx("train-labels-idx1-ubyte", labels(5, 0, 4));
    assertThat(new Mnist().in(new DataFolder(folder, DataFolder.Origin.OPTION))).isEmpty();
    assertThatThrownBy(() -> new Mnist().load(DataContext.of(folder)))
        .hasMessageContaining("MNIST must have 4 files, train-images-idx3-ubyte to");
  }

  @Test
  void cifar100HasTwoLabels() throws IOException {
    byte[] records = new byte[2 * 3074];
    records[0] = 1;
    records[1] = 2;
    records[2 + 1024] = 22;
    records[3074 + 1] = 1;
    Files.write(folder.resolve("train.bin"), records);
    Files.write(folder.resolve("test.bin"), Arrays.copyOf(records, 3074));
    Files.writeString(folder.resolve("fine_label_names.txt"), "apple\nbear\nclock\n\n");
    Files.writeString(folder.resolve("coarse_label_names.txt"), "fruit\nanimal\n");
    Dataset fine = load();
    assertThat(fine.name()).isEqualTo("cifar-100");
    ClassLabels labels = (ClassLabels) fine.train().targets();
    assertThat(labels.classes()).containsExactly("apple", "bear", "clock");
    assertThat(labels.label(0)).isEqualTo(2);
    assertThat(labels.label(1)).isEqualTo(1);
    assertThat(((Images) fine.train().inputs()).intensity(0, 0, 0, 1)).isEqualTo(22);
    Dataset coarse = new Cifar100(Cifar100.Labels.COARSE).load(DataContext.of(folder));
    assertThat(((ClassLabels) coarse.train().targets()).label(0)).isEqualTo(1);
    Files.write(folder.resolve("test.bin"), new byte[3000]);
    assertThatThrownBy(this::load)
        .hasMessageContaining("must have whole records of 3074 bytes, but it has 3000 bytes");
  }

  @Test
  void aPlaceMustBeNamedAndHoldOneForm() throws IOException {
    DataContext nowhere = new DataContext(Optional.empty(), Map.of(), folder, 1);
    assertThatThrownBy(() -> new NumpyArrays().folder(nowhere))
        .hasMessage(
            "data: the place of arrays of NumPy must be named, but it is not. To fix: pass it with --data, or set data.source.folder.");
    assertThatThrownBy(this::load)
        .hasMessageContaining("--data: must hold data of one form that is known, but in")
        .hasMessageContaining("there is none");
    arrays(Map.of());
    picture("cat/1.png", 2, 1);
    assertThatThrownBy(this::load)
        .hasMessageContaining("there is more than one: image-folder, numpy-arrays.");
  }
}
