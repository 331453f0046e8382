package org.normscape.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.normscape.experiments.interchange.NumpyFiles;

/** Arrays of NumPy that are no data. */
final class WrongArrays {

  private WrongArrays() {}

  static Stream<WrongData> arrays() {
    byte[] images = NumpyFiles.bytes("2, 1, 1", 1, 2);
    return Stream.of(
        WrongData.of(
            "no arrays",
            folder -> {},
            "must have an array \"x_train\", but it has []",
            "numpy-arrays",
            "--data",
            "FOLDER"),
        npz(
            "an array that is missing",
            Map.of("x_train", images),
            "must have an array \"y_train\", but it has [x_train]"),
        npz(
            "fewer targets",
            Map.of("x_train", images, "y_train", NumpyFiles.bytes("1,", 0)),
            "must have a target for each input, but \"x_train\" is [2,1,1] and \"y_train\" is [1]"),
        npz(
            "targets in one-hot form",
            Map.of("x_train", images, "y_train", NumpyFiles.bytes("2, 2", 0, 1, 1, 0)),
            "\"y_train\" must have one label for each example, which is [n] or [n,1], but it is [2,2]"),
        npz(
            "labels between classes",
            Map.of("x_train", images, "y_train", NumpyFiles.doubles("2,", 0, 0.5)),
            "must have whole numbers, which name classes, but the one at [1] is 0.5"),
        npz(
            "a label below 0",
            Map.of("x_train", images, "y_train", NumpyFiles.doubles("2,", 0, -1)),
            "labels must be from 0 on, but \"y_train\" has -1"),
        npz(
            "a missing class",
            Map.of("x_train", images, "y_train", NumpyFiles.doubles("2,", 0, 2)),
            "each class from 0 to 2 must have an example in \"y_train\", but class 1 has none"),
        npz(
            "a label out of range",
            Map.of(
                "x_train",
                images,
                "y_train",
                NumpyFiles.bytes("2,", 0, 1),
                "x_test",
                images,
                "y_test",
                NumpyFiles.bytes("2,", 0, 7)),
            "labels must be from 0 to 1, as those to train on, but \"y_test\" has 7"),
        npz(
            "no number",
            Map.of(
                "x_train", NumpyFiles.doubles("2, 2", 1, 2, Double.NaN, 3),
                "y_train", NumpyFiles.bytes("2,", 0, 1)),
            "\"x_train\" must have finite numbers, but the one at [1, 0] is NaN"),
        npz(
            "inputs of two kinds",
            Map.of(
                "x_train",
                images,
                "y_train",
                NumpyFiles.bytes("2,", 0, 1),
                "x_test",
                NumpyFiles.bytes("1, 2, 1", 1, 2),
                "y_test",
                NumpyFiles.bytes("1,", 0)),
            "must have inputs of one kind, but to train on they are [1,1,1] and to test on [2,1,1]"),
        npz(
            "numbers of a type that is not read",
            Map.of(
                "x_train", NumpyFiles.npy("<c16", "1, 1", new byte[16]),
                "y_train", NumpyFiles.bytes("1,", 0)),
            "its array \"x_train\": its elements are of the type c16, which is not read"),
        npz(
            "too few bytes",
            Map.of(
                "x_train", NumpyFiles.npy("<f4", "2, 2", new byte[15]),
                "y_train", NumpyFiles.bytes("2,", 0, 1)),
            "[2,2] elements of F32 take 16 bytes, but there are 15"),
        WrongData.of(
            "no archive",
            folder -> Files.writeString(folder.resolve("a.npz"), "PK no"),
            "a.npz\" must be an archive .npz of NumPy, but",
            "numpy-arrays",
            "--data",
            "FOLDER"),
        WrongData.of(
            "an archive that is cut",
            folder -> {
              Path file = NumpyFiles.npz(folder.resolve("a.npz"), Map.of("x_train", images));
              byte[] whole = Files.readAllBytes(file);
              Files.write(file, Arrays.copyOf(whole, whole.length - 9));
            },
            "a.npz\" must be an archive .npz of NumPy, but",
            "numpy-arrays",
            "--data",
            "FOLDER"));
  }

  private static WrongData npz(String name, Map<String, byte[]> arrays, String sentence) {
    return WrongData.of(
        name,
        folder -> NumpyFiles.npz(folder.resolve("a.npz"), new LinkedHashMap<>(arrays)),
        sentence,
        "FOLDER");
  }
}
