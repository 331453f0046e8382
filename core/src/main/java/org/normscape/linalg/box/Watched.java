package org.normscape.linalg.box;

/** A function that notes the largest value that it has taken. */
final class Watched implements Differentiable {

  private final Differentiable function;
  private double start;
  private double highest;
  private int evaluations;

  Watched(Differentiable function) {
    this.function = function;
  }

  @Override
  public Slope at(double[] x) {
    Slope found = function.at(x);
    start = evaluations == 0 ? found.value() : start;
    highest = evaluations == 0 ? found.value() : Math.max(highest, found.value());
    evaluations++;
    return found;
  }

  /** What was seen. */
  Ascent ascent() {
    return new Ascent(start, highest, evaluations);
  }
}
