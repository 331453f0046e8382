package org.normscape.experiments.data.source;

import java.util.List;
import java.util.Map;
import org.normscape.component.Components;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Images;
import org.normscape.experiments.data.file.Idx;
import org.normscape.experiments.data.file.KnownFile;
import org.normscape.experiments.data.file.KnownFiles;
import org.normscape.ir.Shape;

/**
 * Data sets that come as MNIST does: grey images of 28×28 pixels and their labels in ten classes,
 * in four IDX files.
 *
 * @param name the name of the data set
 * @param classes the name of each class
 * @param side the height and the width of the images, with zeros around them
 */
record MnistFormat(String name, List<String> classes, int side) {

  private static final int IMAGES_HEADER = 16;
  private static final int LABELS_HEADER = 8;
  private static final int PIXELS = 28;
  private static final int LARGEST = 256;
  private static final Shape IMAGE = Shape.of(PIXELS, PIXELS, 1);
  private static final String TRAIN = "train";
  private static final String TEST = "t10k";
  private static final int TRAIN_EXAMPLES = 60_000;
  private static final int TEST_EXAMPLES = 10_000;

  /** Checks the component {@code side} of a data source. */
  static void checkSide(Class<?> record, int side) {
    Components.require(
        side >= PIXELS && side <= LARGEST,
        record,
        "side",
        "must be in [%s, %s]".formatted(PIXELS, LARGEST),
        side);
  }

  /**
   * The four files of a data set of 60,000 + 10,000 examples.
   *
   * @param sha256 the SHA-256 of the images and the labels to train on, and of those to test on
   */
  static KnownFiles files(String title, String folder, String way, List<String> sha256) {
    return new KnownFiles(
        title,
        folder,
        way,
        List.of(
            images(TRAIN, TRAIN_EXAMPLES, sha256.get(0)),
            labels(TRAIN, TRAIN_EXAMPLES, sha256.get(1)),
            images(TEST, TEST_EXAMPLES, sha256.get(2)),
            labels(TEST, TEST_EXAMPLES, sha256.get(3))),
        Map.of());
  }

  /** A file of images. */
  static KnownFile images(String part, int count, String sha256) {
    return new KnownFile(imageFile(part), IMAGES_HEADER + count * PIXELS * PIXELS, sha256);
  }

  /** A file of labels. */
  static KnownFile labels(String part, int count, String sha256) {
    return new KnownFile(labelFile(part), LABELS_HEADER + count, sha256);
  }

  /** The name of the file with the labels to train on. */
  static String trainLabels() {
    return labelFile(TRAIN);
  }

  private static String imageFile(String part) {
    return part + "-images-idx3-ubyte";
  }

  private static String labelFile(String part) {
    return part + "-labels-idx1-ubyte";
  }

  /** The data set in these files, which have been checked. */
  Dataset dataset(KnownFiles known, Map<String, byte[]> files) {
    return new Dataset(name, examples(TRAIN, files), examples(TEST, files), known.sha256());
  }

  private Examples examples(String part, Map<String, byte[]> files) {
    byte[] pixels = elements(files, imageFile(part));
    byte[] labels = elements(files, labelFile(part));
    Images images = Images.of(pixels, IMAGE);
    return new Examples(
        side == PIXELS ? images : images.padded(side),
        ClassLabels.of(name + ", " + part, labels, classes));
  }

  private static byte[] elements(Map<String, byte[]> files, String name) {
    return Idx.of(files.getOrDefault(name, new byte[0])).elements();
  }
}
