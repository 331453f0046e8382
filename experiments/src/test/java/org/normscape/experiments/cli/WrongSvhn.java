package org.normscape.experiments.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.normscape.experiments.data.file.MatWriter;

/** Files that are called as SVHN's, and hold something else. */
final class WrongSvhn {

  private static final int IMAGE = 32 * 32 * 3;

  private WrongSvhn() {}

  static Stream<WrongData> svhn() {
    return Stream.of(
        svhn(
            "no MATLAB file",
            () -> "#".repeat(300).getBytes(StandardCharsets.US_ASCII),
            "must be a MATLAB file of version 5"),
        svhn("an empty MATLAB file", () -> new byte[0], "must be a MATLAB file of version 5"),
        svhn(
            "a MATLAB file that is cut",
            () -> Arrays.copyOf(right(1, 2), 400),
            "it cannot be read as one"),
        svhn(
            "no array y",
            () -> new MatWriter().bytes("X", new byte[2 * IMAGE], 32, 32, 3, 2).file(),
            "it has no array \"y\" among [X]"),
        svhn(
            "floats for images",
            () ->
                new MatWriter()
                    .doubles("X", new double[4], 2, 2)
                    .bytes("y", new byte[2], 2, 1)
                    .file(),
            "its array \"X\" has elements of type double where unsigned bytes stand"),
        svhn(
            "images of another size",
            () ->
                new MatWriter()
                    .bytes("X", new byte[24], 2, 2, 3, 2)
                    .bytes("y", new byte[2], 2, 1)
                    .file(),
            "but X has [2, 2, 3, 2] and there are 2 labels"),
        svhn(
            "fewer labels than images",
            () ->
                new MatWriter()
                    .bytes("X", new byte[2 * IMAGE], 32, 32, 3, 2)
                    .bytes("y", new byte[3], 3, 1)
                    .file(),
            "but X has [32, 32, 3, 2] and there are 3 labels"),
        svhn(
            "a label that is no digit",
            () -> right(1, 11),
            "must have labels from 1 to 10, where 10 is the digit 0, but label 2 is 11"),
        WrongData.of(
            "no files of SVHN",
            folder -> {},
            "must hold train_32x32.mat and test_32x32.mat, but",
            "svhn",
            "--data",
            "FOLDER"));
  }

  private static byte[] right(int... labels) throws IOException {
    byte[] digits = new byte[labels.length];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = (byte) labels[i];
    }
    return new MatWriter()
        .bytes("X", new byte[IMAGE * digits.length], 32, 32, 3, digits.length)
        .bytes("y", digits, digits.length, 1)
        .file();
  }

  /** A file that is made in a test. */
  private interface Made {
    byte[] file() throws IOException;
  }

  private static WrongData svhn(String name, Made train, String sentence) {
    return WrongData.of(
        name,
        folder -> {
          Files.write(folder.resolve("train_32x32.mat"), train.file());
          Files.write(folder.resolve("test_32x32.mat"), right(3, 4));
        },
        sentence,
        "svhn",
        "--data",
        "FOLDER");
  }
}
