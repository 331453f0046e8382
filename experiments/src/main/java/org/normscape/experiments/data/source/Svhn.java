package org.normscape.experiments.data.source;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.normscape.experiments.Sha256;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Images;
import org.normscape.experiments.data.file.MatArray;
import org.normscape.experiments.data.own.Classes;
import org.normscape.experiments.data.own.Part;
import org.normscape.experiments.data.own.Place;
import org.normscape.ir.Shape;

/**
 * SVHN with cropped digits: 73,257 + 26,032 colour images of 32×32 pixels of the digits 0 to 9 on
 * house numbers (Netzer et al., "Reading digits in natural images with unsupervised feature
 * learning", 2011). Its two MATLAB files lie in the folder of {@code --data}, else of {@code
 * NORMSCAPE_DATA}, else in {@code svhn} in the cache. The further images of {@code extra_32x32.mat}
 * are not used.
 */
@AutoService(DataSource.class)
public record Svhn() implements DataSource {

  private static final String FOLDER = "svhn";
  private static final String TRAIN = "train_32x32.mat";
  private static final String TEST = "test_32x32.mat";
  private static final String WHAT = "a MATLAB file of version 5 with SVHN's cropped digits";
  private static final Shape IMAGE = Shape.of(32, 32, 3);
  private static final int SIDE = 32;
  private static final int CHANNELS = 3;
  private static final int DIGITS = 10;

  @Override
  public Optional<DataSource> in(DataFolder place) {
    return isIn(place.path()) ? Optional.of(this) : Optional.empty();
  }

  private static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(TRAIN)) && Files.isRegularFile(folder.resolve(TEST));
  }

  private static DataFolder place(DataContext context) {
    return context.named().orElseGet(() -> context.cache(FOLDER));
  }

  @Override
  public Optional<DataFolder> folder(DataContext context) {
    return Optional.of(place(context));
  }

  @Override
  public String describe(DataContext context) {
    DataFolder place = place(context);
    if (!isIn(place.path())) {
      throw place.unusable(
          "SVHN's cropped digits",
          "put its files there",
          "must hold %s and %s, but \"%s\" does not".formatted(TRAIN, TEST, place.path()));
    }
    return "SVHN in %s (%s)".formatted(place.path(), place.origin().word());
  }

  @Override
  public Dataset load(DataContext context) {
    describe(context);
    Path folder = place(context).path();
    Dataset both = part(folder.resolve(TRAIN)).tested(folder, part(folder.resolve(TEST)));
    return new Dataset("svhn", both.train(), both.test(), both.sha256());
  }

  private static Part part(Path file) {
    byte[] content = Place.bytes(file, WHAT);
    List<MatArray> arrays = arrays(file, content);
    MatArray images = arrays.get(0);
    MatArray labels = arrays.get(1);
    int count = labels.size();
    if (!images.extents().equals(List.of(SIDE, SIDE, CHANNELS, count)) || count < 2) {
      throw Place.fault(
          file,
          "must have an array X of the extents [32, 32, 3, n] and n labels y, but X has %s and there are %s labels"
              .formatted(images.extents(), count),
          "take the file with cropped digits from SVHN's page again");
    }
    Classes digits = Classes.numbered(DIGITS);
    return new Part(
        new Examples(
            Images.of(pixels(images, count), IMAGE),
            ClassLabels.of("\"%s\"".formatted(file), digits(file, labels), digits.names())),
        Map.of(Place.name(file), Sha256.of(ByteBuffer.wrap(content))));
  }

  private static List<MatArray> arrays(Path file, byte[] content) {
    try {
      return MatArray.read(content, List.of("X", "y"));
    } catch (IOException e) {
      throw Place.unreadable(file, WHAT, e);
    }
  }

  /** The pixels in row-major order {@code [n, height, width, channels]}. */
  private static byte[] pixels(MatArray images, int count) {
    byte[] pixels = new byte[count * IMAGE.size()];
    int place = 0;
    for (int example = 0; example < count; example++) {
      for (int row = 0; row < SIDE; row++) {
        for (int column = 0; column < SIDE; column++) {
          for (int channel = 0; channel < CHANNELS; channel++) {
            int at = row + SIDE * (column + SIDE * (channel + CHANNELS * example));
            pixels[place++] = (byte) images.at(at);
          }
        }
      }
    }
    return pixels;
  }

  /** The digits: where the file has 10, the digit is 0. */
  private static int[] digits(Path file, MatArray labels) {
    int[] digits = new int[labels.size()];
    for (int example = 0; example < digits.length; example++) {
      int label = labels.at(example);
      if (label < 1 || label > DIGITS) {
        throw Place.fault(
            file,
            "must have labels from 1 to 10, where 10 is the digit 0, but label %s is %s"
                .formatted(example + 1, label),
            "take the file from SVHN's page again");
      }
      digits[example] = label % DIGITS;
    }
    return digits;
  }
}
