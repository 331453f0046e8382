package org.normscape.experiments.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Images;
import org.normscape.experiments.data.file.MatWriter;
import org.normscape.ir.Shape;

/** SVHN's files, from bytes that are known, and written without the library that reads them. */
final class SvhnTest {

  private static final int SIDE = 32;

  @TempDir private Path folder;

  /** The intensity of a channel at a place of an image. */
  private static int intensity(int example, int row, int column, int channel) {
    return (7 * row + 13 * column + 101 * channel + 31 * example) % 256;
  }

  private static byte[] file(int... labels) throws IOException {
    int count = labels.length;
    byte[] images = new byte[SIDE * SIDE * 3 * count];
    int place = 0;
    for (int example = 0; example < count; example++) {
      for (int channel = 0; channel < 3; channel++) {
        for (int column = 0; column < SIDE; column++) {
          for (int row = 0; row < SIDE; row++) {
            images[place++] = (byte) intensity(example, row, column, channel);
          }
        }
      }
    }
    byte[] digits = new byte[count];
    for (int example = 0; example < count; example++) {
      digits[example] = (byte) labels[example];
    }
    return new MatWriter()
        .bytes("X", images, SIDE, SIDE, 3, count)
        .bytes("y", digits, count, 1)
        .file();
  }

  @Test
  void isReadByNameAndRecognizedInItsFolder() throws IOException {
    Files.write(folder.resolve("train_32x32.mat"), file(10, 1, 9, 10));
    Files.write(folder.resolve("test_32x32.mat"), file(5, 10));
    DataContext context = DataContext.of(folder);
    assertThat(new Auto().resolve(context)).isEqualTo(new Svhn());
    Dataset data = new Svhn().load(context);
    assertThat(data.name()).isEqualTo("svhn");
    assertThat(data.input()).isEqualTo(Shape.of(SIDE, SIDE, 3));
    assertThat(labels(data.train())).containsExactly(0, 1, 9, 0);
    assertThat(labels(data.test())).containsExactly(5, 0);
    assertThat(data.sha256()).containsOnlyKeys("train_32x32.mat", "test_32x32.mat");
    assertThat(new Svhn().describe(context)).startsWith("SVHN in " + folder);
  }

  /** MATLAB counts columns last, and images here have their channels last. */
  @Test
  void pixelsStandWhereTheyBelong() throws IOException {
    Files.write(folder.resolve("train_32x32.mat"), file(1, 2, 3));
    Files.write(folder.resolve("test_32x32.mat"), file(4, 5));
    Images images = (Images) new Svhn().load(DataContext.of(folder)).train().inputs();
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        for (int channel = 0; channel < 3; channel++) {
          assertThat(images.intensity(2, row, column, channel))
              .isEqualTo(intensity(2, row, column, channel));
        }
      }
    }
  }

  private static List<Integer> labels(Examples examples) {
    ClassLabels labels = (ClassLabels) examples.targets();
    return IntStream.range(0, examples.size()).mapToObj(labels::label).toList();
  }
}
