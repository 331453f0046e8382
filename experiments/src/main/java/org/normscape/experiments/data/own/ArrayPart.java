package org.normscape.experiments.data.own;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.experiments.UserError;
import org.normscape.experiments.data.example.Features;
import org.normscape.experiments.data.example.Images;
import org.normscape.experiments.data.example.Inputs;
import org.normscape.experiments.data.example.TargetVectors;
import org.normscape.experiments.data.example.Targets;
import org.normscape.experiments.interchange.ElementFormat;
import org.normscape.experiments.interchange.StoredArray;
import org.normscape.ir.Shape;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SquaredError;

/**
 * An array with something for each example along its first axis.
 *
 * @param name what it is called, for messages
 * @param array the array
 */
public record ArrayPart(String name, StoredArray array) {

  private static final int IMAGE_AXES = 3;
  private static final int GREY_AXES = 2;

  public ArrayPart {
    if (array.shape().rank() == 0) {
      throw bad(name, "must have an axis for examples, but it is one number", "save an array");
    }
  }

  /** The number of examples. */
  public int size() {
    return array.shape().dim(0);
  }

  /**
   * Inputs: unsigned bytes with the axes of images are intensities, anything else numbers that are
   * used as they are.
   *
   * @param order which examples, by their places
   * @throws UserError when they are no inputs
   */
  public Inputs inputs(int[] order, Axes axes) {
    Shape each = each();
    if (each.rank() == 0) {
      throw bad(
          name,
          "must have two axes at least, of examples and of their elements, but it is "
              + array.shape(),
          "reshape it to [%s,1]".formatted(size()));
    }
    boolean isBytes = array.format() == ElementFormat.U8;
    if (isBytes && each.rank() == GREY_AXES) {
      Shape grey = Shape.of(each.dim(0), each.dim(1), 1);
      return Images.of(pixels(order, Axes.CHANNELS_LAST, grey), grey);
    }
    if (each.rank() != IMAGE_AXES) {
      return Features.of(numbers(order, Axes.CHANNELS_LAST, each), each);
    }
    return isBytes
        ? Images.of(pixels(order, axes, each), axes.here(each))
        : Features.of(numbers(order, axes, each), axes.here(each));
  }

  private byte[] pixels(int[] order, Axes axes, Shape each) {
    byte[] pixels = new byte[Math.multiplyExact(order.length, each.size())];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) array.at(source(order, i, axes, each));
    }
    return pixels;
  }

  private double[] numbers(int[] order, Axes axes, Shape each) {
    double[] numbers = new double[Math.multiplyExact(order.length, each.size())];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = finite(source(order, i, axes, each));
    }
    return numbers;
  }

  private static int source(int[] order, int element, Axes axes, Shape each) {
    return order[element / each.size()] * each.size() + axes.place(element % each.size(), each);
  }

  private double finite(int index) {
    double value = array.at(index);
    if (!Double.isFinite(value)) {
      throw bad(
          name,
          "must have finite numbers, but the one at %s is %s".formatted(position(index), value),
          "repair or leave out the example");
    }
    return value;
  }

  /**
   * Labels as numbers of classes.
   *
   * @throws UserError when they are not one whole number for each example
   */
  public int[] labels(int[] order) {
    if (each().size() != 1) {
      throw bad(
          name,
          "must have one label for each example, which is [n] or [n,1], but it is " + array.shape(),
          "save the numbers of the classes, such as with argmax(1), or set data.source.targets to numbers");
    }
    return Arrays.stream(order).map(this::label).toArray();
  }

  private int label(int example) {
    double label = array.at(example);
    if (label != Math.rint(label) || Math.abs(label) > Integer.MAX_VALUE) {
      throw bad(
          name,
          "must have whole numbers, which name classes, but the one at %s is %s"
              .formatted(position(example), label),
          "save the numbers of the classes, or set data.source.targets to numbers");
    }
    return (int) label;
  }

  /** Numbers to be regressed on. */
  public Targets vectors(int[] order) {
    Shape each = each();
    double[] numbers = numbers(order, Axes.CHANNELS_LAST, each);
    return TargetVectors.of(numbers, each.size(), new SquaredError(LossReduction.MEAN));
  }

  /** All places, in their order. */
  public int[] all() {
    return IntStream.range(0, size()).toArray();
  }

  private Shape each() {
    List<Integer> dims = array.shape().dims();
    return new Shape(dims.subList(1, dims.size()));
  }

  private String position(int index) {
    int[] strides = array.shape().strides();
    return IntStream.range(0, strides.length)
        .mapToObj(axis -> String.valueOf(index / strides[axis] % array.shape().dim(axis)))
        .toList()
        .toString();
  }

  private static UserError bad(String name, String fault, String remedy) {
    return UserError.failure("data: \"%s\" %s. To fix: %s.".formatted(name, fault, remedy));
  }
}
