package org.normscape.experiments.data.source;

import com.google.auto.service.AutoService;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Images;
import org.normscape.experiments.data.file.KnownFile;
import org.normscape.experiments.data.file.KnownFiles;
import org.normscape.ir.Shape;

/**
 * CIFAR-10 in its binary version: 50,000 + 10,000 photographs of 32×32 pixels in ten classes
 * (Krizhevsky, "Learning multiple layers of features from tiny images", 2009). Its folder is that
 * of {@code --data}, else of {@code NORMSCAPE_DATA}, else the one that {@code normscape data fetch
 * cifar10} fills. Every file is held against its SHA-256.
 */
@AutoService(DataSource.class)
public record Cifar10() implements DataSource {

  /** The archive on the home page of the data set. */
  public static final URI HOME =
      URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz");

  private static final List<String> CLASSES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  private static final Shape IMAGE = Shape.of(32, 32, 3);
  private static final int PLANE = 32 * 32;
  private static final int RECORD = 1 + 3 * PLANE;
  private static final String TEST = "test_batch.bin";

  /** The six files, training files first. */
  public static final KnownFiles FILES =
      new KnownFiles(
          "CIFAR-10's binary version",
          "cifar-10-batches-bin",
          "run \"normscape data fetch cifar10\"",
          List.of(
              file(
                  "data_batch_1.bin",
                  "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
              file(
                  "data_batch_2.bin",
                  "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
              file(
                  "data_batch_3.bin",
                  "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
              file(
                  "data_batch_4.bin",
                  "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
              file(
                  "data_batch_5.bin",
                  "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"),
              file(TEST, "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b")),
          Map.of(
              "data_batch_1", "the Python version",
              "cifar-10-batches-py", "the Python version",
              "data_batch_1.mat", "the Matlab version",
              "train.bin", "CIFAR-100",
              "cifar-10-binary.tar.gz", "the archive, which is not unpacked"));

  private static KnownFile file(String name, String sha256) {
    return new KnownFile(name, 10_000 * RECORD, sha256);
  }

  /** The folder that {@code normscape data fetch cifar10} fills. */
  public static DataFolder cache(DataContext context) {
    return context.cache(FILES.folder());
  }

  @Override
  public Optional<DataSource> in(DataFolder place) {
    boolean isHere = FILES.areIn(place) || (FILES.isMistaken(place) && !Cifar100.isIn(place));
    return isHere ? Optional.of(this) : Optional.empty();
  }

  @Override
  public Optional<DataFolder> folder(DataContext context) {
    return Optional.of(context.named().orElseGet(() -> cache(context)));
  }

  @Override
  public String describe(DataContext context) {
    DataFolder folder = folder(context).orElseThrow();
    FILES.check(folder);
    return "CIFAR-10 in %s (%s)".formatted(folder.path(), folder.origin().word());
  }

  @Override
  public Dataset load(DataContext context) {
    Map<String, byte[]> files = FILES.read(folder(context).orElseThrow());
    List<byte[]> train =
        files.entrySet().stream()
            .filter(file -> !file.getKey().equals(TEST))
            .map(Map.Entry::getValue)
            .toList();
    List<byte[]> test =
        files.entrySet().stream()
            .filter(file -> file.getKey().equals(TEST))
            .map(Map.Entry::getValue)
            .toList();
    return new Dataset("cifar-10", decode(train), decode(test), FILES.sha256());
  }

  /** Examples from records of a label and three planes, one plane a channel. */
  static Examples decode(List<byte[]> files) {
    int count = files.stream().mapToInt(file -> file.length / RECORD).sum();
    byte[] pixels = new byte[count * IMAGE.size()];
    byte[] labels = new byte[count];
    int example = 0;
    for (byte[] file : files) {
      for (int start = 0; start < file.length; start += RECORD) {
        labels[example] = file[start];
        interleave(file, start + 1, pixels, example * IMAGE.size());
        example++;
      }
    }
    return new Examples(Images.of(pixels, IMAGE), ClassLabels.of("cifar-10", labels, CLASSES));
  }

  /** Copies an image, one plane a channel, to the place where its pixels begin. */
  static void interleave(byte[] from, int planes, byte[] to, int start) {
    for (int i = 0; i < PLANE; i++) {
      for (int channel = 0; channel < 3; channel++) {
        to[start + i * 3 + channel] = from[planes + channel * PLANE + i];
      }
    }
  }
}
