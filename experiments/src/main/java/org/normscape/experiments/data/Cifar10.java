package org.normscape.experiments.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.UserError;

/**
 * CIFAR-10 in its binary version: 50,000 + 10,000 photographs in ten classes (Krizhevsky, "Learning
 * multiple layers of features from tiny images", 2009). Every file is held against its SHA-256.
 */
public final class Cifar10 {

  /** The folder that the archive unpacks to. */
  public static final String FOLDER = "cifar-10-batches-bin";

  private static final String REMEDY =
      "run \"normscape data fetch cifar10\", or pass the folder of CIFAR-10's binary version with --data";

  private static final List<String> CLASSES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  private static final int RECORDS_PER_FILE = 10_000;
  private static final int PLANE = Examples.SIDE * Examples.SIDE;
  private static final int RECORD = 1 + Examples.VALUES;
  private static final String TEST = "test_batch.bin";

  /** The SHA-256 of every file, training files first. */
  static final Map<String, String> FILES = files();

  private Cifar10() {}

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "data_batch_1.bin", "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5");
    files.put(
        "data_batch_2.bin", "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed");
    files.put(
        "data_batch_3.bin", "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67");
    files.put(
        "data_batch_4.bin", "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48");
    files.put(
        "data_batch_5.bin", "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add");
    files.put(TEST, "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b");
    return files;
  }

  /**
   * Reads and checks the data set.
   *
   * @param folder the folder with the files, or the one above it
   * @throws UserError when a file is missing, cut short, not CIFAR-10 or not readable
   */
  public static Dataset load(Path folder) {
    Path place = place(folder);
    List<byte[]> train = new ArrayList<>();
    byte[] test = new byte[0];
    for (String file : FILES.keySet()) {
      byte[] bytes = read(place.resolve(file));
      if (file.equals(TEST)) {
        test = bytes;
      } else {
        train.add(bytes);
      }
    }
    return new Dataset("cifar-10", decode(train), decode(List.of(test)), CLASSES, FILES);
  }

  /**
   * The folder itself, or the one in it that the archive unpacks to.
   *
   * @throws UserError when it is not there or holds another version of the data set
   */
  private static Path place(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw UserError.failure(
          "data: must be a folder, but \"%s\" %s. To fix: %s."
              .formatted(folder, Files.exists(folder) ? "is a file" : "does not exist", REMEDY));
    }
    if (Files.exists(folder.resolve("data_batch_1"))) {
      throw UserError.failure(
          "data: must be CIFAR-10's binary version, but \"%s\" holds the Python version. To fix: %s."
              .formatted(folder, REMEDY));
    }
    Path inner = folder.resolve(FOLDER);
    return Files.isDirectory(inner) ? inner : folder;
  }

  private static byte[] read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw UserError.failure(
          "data: CIFAR-10 has six files, %s to %s, but \"%s\" is missing. To fix: %s."
              .formatted("data_batch_1.bin", TEST, file, REMEDY));
    }
    byte[] bytes = bytes(file);
    int length = RECORDS_PER_FILE * RECORD;
    if (bytes.length != length) {
      throw UserError.failure(
          "data: \"%s\" must have %d bytes, but it has %d. To fix: %s."
              .formatted(file, length, bytes.length, REMEDY));
    }
    String expected = FILES.get(file.getFileName().toString());
    String found = Sha256.of(bytes);
    if (!found.equals(expected)) {
      throw UserError.failure(
          "data: \"%s\" must have the SHA-256 %s, but it has %s: it is damaged or not CIFAR-10. To fix: %s."
              .formatted(file, expected, found, REMEDY));
    }
    return bytes;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw UserError.failure(
          "data: every file must be readable, but \"%s\" is not (%s). To fix: mend its permissions."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Examples from records of a label and three planes, one plane a channel. */
  static Examples decode(List<byte[]> files) {
    int count = files.stream().mapToInt(file -> file.length / RECORD).sum();
    byte[] pixels = new byte[count * Examples.VALUES];
    byte[] labels = new byte[count];
    int example = 0;
    for (byte[] file : files) {
      for (int start = 0; start < file.length; start += RECORD) {
        labels[example] = file[start];
        interleave(file, start + 1, pixels, example * Examples.VALUES);
        example++;
      }
    }
    return Examples.of(pixels, labels);
  }

  private static void interleave(byte[] from, int planes, byte[] to, int start) {
    for (int i = 0; i < PLANE; i++) {
      for (int channel = 0; channel < Examples.CHANNELS; channel++) {
        to[start + i * Examples.CHANNELS + channel] = from[planes + channel * PLANE + i];
      }
    }
  }
}
