package org.normscape.experiments.cli;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** IDX files that are no data. */
final class WrongIdx {

  private WrongIdx() {}

  static Stream<WrongData> idx() {
    byte[] images = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 5, 6};
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, 2, 0, 1};
    return Stream.of(
        idx(
            "no IDX file",
            new byte[] {1, 2, 3, 4, 5},
            labels,
            "its first four bytes are 01 02 03 04"),
        idx(
            "floats",
            new byte[] {0, 0, 13, 1, 0, 0},
            labels,
            "its first four bytes are 00 00 0d 01"),
        idx(
            "a file that is cut",
            Arrays.copyOf(images, 17),
            labels,
            "the extents [2, 1, 1] stand before 1 bytes"),
        idx(
            "a header that is cut",
            Arrays.copyOf(images, 9),
            labels,
            "its header is cut off at byte 9"),
        idx("labels for images", labels, labels, "must have the extents [n,height,width]"),
        idx("images for labels", images, images, "must have the extents [n] of labels"),
        idx(
            "fewer labels",
            images,
            new byte[] {0, 0, 8, 1, 0, 0, 0, 1, 0},
            "there must be two classes at least"),
        idx(
            "more labels",
            images,
            new byte[] {0, 0, 8, 1, 0, 0, 0, 3, 0, 1, 0},
            "must have an image for each label, but it has 2 and there are 3 labels"),
        WrongData.of(
            "no files", folder -> {}, "there is no such file", "idx-files", "--data", "FOLDER"));
  }

  private static WrongData idx(String name, byte[] images, byte[] labels, String sentence) {
    return WrongData.of(
        name,
        folder -> {
          for (String part : List.of("train", "t10k")) {
            Files.write(folder.resolve(part + "-images-idx3-ubyte"), images);
            Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels);
          }
        },
        sentence,
        "idx-files",
        "--data",
        "FOLDER");
  }
}
