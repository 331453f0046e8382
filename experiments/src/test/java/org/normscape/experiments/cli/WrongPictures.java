package org.normscape.experiments.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Folders of pictures that are no data. */
final class WrongPictures {

  private WrongPictures() {}

  static Stream<WrongData> pictures() {
    String[] here = {"image-folder", "--data", "FOLDER"};
    return Stream.of(
        WrongData.of("an empty folder", folder -> {}, "must have a sub-folder with pictures", here),
        WrongData.of(
            "no folder",
            folder -> Files.delete(folder),
            "must be a folder, but it does not exist",
            here),
        WrongData.of(
            "a class without pictures",
            folder -> {
              picture(folder.resolve("cat/1.png"), 4);
              Files.createDirectories(folder.resolve("dog"));
            },
            "must hold the pictures of a class, but it is empty",
            here),
        WrongData.of(
            "one class",
            folder -> picture(folder.resolve("cat/1.png"), 4),
            "there must be two classes at least",
            here),
        WrongData.of(
            "a text among pictures",
            folder -> {
              picture(folder.resolve("cat/1.png"), 4);
              Files.writeString(folder.resolve("cat/notes.txt"), "x");
            },
            "notes.txt\" must be a picture whose name ends in .png",
            here),
        WrongData.of(
            "a text named as a picture",
            folder -> {
              picture(folder.resolve("cat/1.png"), 4);
              Files.createDirectories(folder.resolve("dog"));
              Files.writeString(folder.resolve("dog/2.png"), "x");
            },
            "2.png\" must be a whole picture in PNG or JPEG, but its first bytes are of neither",
            here),
        WrongData.of(
            "pictures of two sizes",
            folder -> {
              picture(folder.resolve("train/cat/1.png"), 4);
              picture(folder.resolve("train/dog/2.png"), 5);
              picture(folder.resolve("test/dog/2.png"), 5);
            },
            "[height,width,channels] as \"",
            here),
        WrongData.of(
            "no pictures to test on",
            folder -> {
              picture(folder.resolve("train/cat/1.png"), 4);
              picture(folder.resolve("train/dog/1.png"), 4);
            },
            "test\" must be a folder, but it does not exist",
            here),
        WrongData.of(
            "a class that is not trained on",
            folder -> {
              picture(folder.resolve("train/cat/1.png"), 4);
              picture(folder.resolve("train/dog/1.png"), 4);
              picture(folder.resolve("test/cow/1.png"), 4);
            },
            "a label must be a class that is trained on ([cat, dog]), but in",
            here));
  }

  private static void picture(Path file, int side) throws IOException {
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    IntStream.range(0, side).forEach(i -> image.getRaster().setSample(i, i, 0, 99));
    ImageIO.write(image, "png", file.toFile());
  }
}
