package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.interchange.NumpyFiles;
import org.normscape.experiments.page.PageCommands;
import org.normscape.experiments.task.ExperimentRun;

/** The commands of docs/data.md, on data of each form under the names that the page uses. */
final class DataPageTest {

  @TempDir private Path folder;

  @Test
  void itsCommandsReadDataOfEachForm() throws IOException {
    writePictures();
    NumpyFiles.npz(
        folder.resolve("arrays.npz"),
        Map.of(
            "x_train", NumpyFiles.bytes("2, 1, 2, 3", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
            "y_train", NumpyFiles.bytes("2,", 0, 1),
            "x_test", NumpyFiles.bytes("1, 1, 2, 3", 1, 2, 3, 4, 5, 6),
            "y_test", NumpyFiles.bytes("1,", 0)));
    Files.writeString(
        folder.resolve("flowers.csv"),
        "width,length,species\n1,2,iris\n3,4,rose\n5,6,iris\n7,8,rose\n9,1,lily\n");
    writeIdx(Files.createDirectory(folder.resolve("letters")));
    List<String> said =
        PageCommands.of("data.md").commands(folder).stream().map(this::run).toList();
    assertThat(said).hasSize(5);
    assertThat(said.get(0))
        .contains("pictures by class in", "2 examples to train on, 2 to test on, each [4,4,1]");
    assertThat(said.get(1)).contains("2 examples to train on, 1 to test on, each [1,2,3]");
    assertThat(said.get(2))
        .contains("4 examples to train on, 1 to test on, each [2], with 3 classes");
    assertThat(said.get(3)).contains("IDX files in", "each [32,32,1], with 2 classes");
    assertThat(said.get(4)).contains("pictures by class in " + folder.resolve("images"));
  }

  private String run(List<String> arguments) {
    CommandLineRun run =
        CommandLineRun.of(folder, ExperimentRun::run, arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  private void writePictures() throws IOException {
    BufferedImage grey = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
    for (String name : List.of("train/cat/1", "train/dog/1", "test/cat/9", "test/dog/9")) {
      Path file = folder.resolve("images/" + name + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(grey, "png", file.toFile());
    }
  }

  private static void writeIdx(Path letters) throws IOException {
    byte[] images = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 5, 6};
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, 2, 0, 1};
    for (String part : List.of("train", "t10k")) {
      Files.write(letters.resolve(part + "-images-idx3-ubyte"), images);
      Files.write(letters.resolve(part + "-labels-idx1-ubyte"), labels);
    }
  }
}
