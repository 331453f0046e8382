package org.normscape.experiments.data.example;

import org.normscape.experiments.data.augment.Augmentation;
import org.normscape.ir.Shape;
import org.normscape.random.RandomStream;

/** Inputs of any shape in float64, used as they are. Immutable. */
public final class Features implements Inputs {

  private final double[] values;
  private final Shape shape;
  private final int size;

  private Features(double[] values, Shape shape, int size) {
    this.values = values;
    this.shape = shape;
    this.size = size;
  }

  /**
   * Inputs that share this array, which must not change any more.
   *
   * @param values {@code [n, …shape]}, row-major
   * @param shape the shape of one input, of one axis at least
   */
  public static Features of(double[] values, Shape shape) {
    if (shape.rank() == 0 || values.length % shape.size() != 0) {
      throw new IllegalArgumentException(
          "Features: there must be one value for each element of inputs of one axis or more, but there are %s for inputs %s. To fix: pass whole inputs."
              .formatted(values.length, shape));
    }
    return new Features(values, shape, values.length / shape.size());
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public Features first(int count) {
    return new Features(values, shape, Math.min(count, size));
  }

  @Override
  public Standardization standardization() {
    return Standardization.none(shape.dim(-1));
  }

  @Override
  public Numbers take(
      int[] order,
      Standardization standardization,
      Augmentation augmentation,
      RandomStream random) {
    int width = shape.size();
    int channels = shape.dim(-1);
    double[] all = new double[order.length * width];
    double[] input = new double[width];
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j < width; j++) {
        input[j] = standardization.apply(j % channels, values[order[i] * width + j]);
      }
      System.arraycopy(augmentation.vary(shape, input, random), 0, all, i * width, width);
    }
    return Numbers.of(all);
  }
}
