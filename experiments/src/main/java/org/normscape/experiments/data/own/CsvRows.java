package org.normscape.experiments.data.own;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Features;
import org.normscape.experiments.data.example.Images;
import org.normscape.experiments.data.example.Inputs;
import org.normscape.experiments.data.example.TargetVectors;
import org.normscape.experiments.data.example.Targets;
import org.normscape.ir.Shape;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SquaredError;

/**
 * The examples in a table of text.
 *
 * @param file where they come from, for messages
 * @param columns the names of all columns
 * @param inputs the numbers of each example, without its label
 * @param labels the label of each example, as it is written
 */
public record CsvRows(Path file, List<String> columns, List<double[]> inputs, List<String> labels) {

  private static final int WHITE = 255;

  public CsvRows {
    columns = List.copyOf(columns);
    inputs = List.copyOf(inputs);
    labels = List.copyOf(labels);
  }

  /** The number of examples. */
  public int size() {
    return labels.size();
  }

  /** All places, in their order. */
  public int[] all() {
    return IntStream.range(0, size()).toArray();
  }

  /**
   * Checks that another table has the same columns.
   *
   * @throws org.normscape.experiments.UserError when it has not
   */
  public void checkColumns(CsvRows other) {
    if (!columns.equals(other.columns)) {
      throw Place.fault(
          other.file,
          "must have the columns of \"%s\", but its %s columns are others than those %s"
              .formatted(file, other.columns.size(), columns.size()),
          "write both files alike");
    }
  }

  /** Some rows as vectors. */
  public Inputs vectors(int[] order) {
    return Features.of(flat(order), Shape.of(width()));
  }

  /**
   * Some rows as images.
   *
   * @param shape {@code [height, width, channels]}, whose elements the columns are, in row-major
   *     order
   * @throws org.normscape.experiments.UserError when they are not as many, or no intensities
   */
  public Inputs images(int[] order, Shape shape) {
    if (shape.size() != width()) {
      throw Place.fault(
          file,
          "must have %s columns for images %s, but it has %s beside the labels"
              .formatted(shape.size(), shape, width()),
          "set data.source.image to the height, the width and the channels of the images");
    }
    double[] flat = flat(order);
    byte[] pixels = new byte[flat.length];
    for (int i = 0; i < flat.length; i++) {
      if (flat[i] != Math.rint(flat[i]) || flat[i] < 0 || flat[i] > WHITE) {
        throw Place.fault(
            file,
            "must have intensities from 0 to 255 for images, but one of example %s is %s"
                .formatted(order[i / width()] + 1, flat[i]),
            "leave out data.source.image, and the numbers are used as they are");
      }
      pixels[i] = (byte) flat[i];
    }
    return Images.of(pixels, shape);
  }

  private double[] flat(int[] order) {
    return Arrays.stream(order).mapToObj(inputs::get).flatMapToDouble(Arrays::stream).toArray();
  }

  /** The labels of some rows as classes. */
  public Targets classes(int[] order, Classes classes) {
    int[] numbers =
        Arrays.stream(order)
            .map(i -> classes.number("example %s of \"%s\"".formatted(i + 1, file), labels.get(i)))
            .toArray();
    return ClassLabels.of(file.toString(), numbers, classes.names());
  }

  /** The labels of some rows as numbers to be regressed on. */
  public Targets numbers(int[] order) {
    double[] numbers =
        Arrays.stream(order)
            .mapToDouble(
                i -> CsvForm.number(file, "example %s".formatted(i + 1), "label", labels.get(i)))
            .toArray();
    return TargetVectors.of(numbers, 1, new SquaredError(LossReduction.MEAN));
  }

  private int width() {
    return columns.size() - 1;
  }
}
