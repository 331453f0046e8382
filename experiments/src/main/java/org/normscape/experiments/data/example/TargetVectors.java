package org.normscape.experiments.data.example;

import org.normscape.nn.loss.Loss;

/** A vector of numbers for each example, to be regressed on. Immutable. */
public final class TargetVectors implements Targets {

  private final double[] values;
  private final int width;
  private final Loss loss;
  private final int size;

  private TargetVectors(double[] values, int width, Loss loss, int size) {
    this.values = values;
    this.width = width;
    this.loss = loss;
    this.size = size;
  }

  /**
   * Vectors that share this array, which must not change any more.
   *
   * @param values {@code [n, width]}, row-major
   * @param width the number of elements of a vector
   * @param loss the loss that belongs to them, such as a squared error with its reduction
   */
  public static TargetVectors of(double[] values, int width, Loss loss) {
    if (width < 1 || values.length % width != 0) {
      throw new IllegalArgumentException(
          "TargetVectors: there must be one value for each element of vectors of one element or more, but there are %s for vectors of %s. To fix: pass whole vectors."
              .formatted(values.length, width));
    }
    return new TargetVectors(values, width, loss, values.length / width);
  }

  /** An element of the vector of an example. */
  public double at(int example, int element) {
    return values[example * width + element];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public TargetVectors first(int count) {
    return new TargetVectors(values, width, loss, Math.min(count, size));
  }

  @Override
  public Numbers take(int[] order) {
    double[] taken = new double[order.length * width];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(values, order[i] * width, taken, i * width, width);
    }
    return Numbers.of(taken);
  }

  @Override
  public int outputs() {
    return width;
  }

  @Override
  public Loss loss() {
    return loss;
  }

  @Override
  public String describe() {
    return "vectors of %s".formatted(width);
  }
}
