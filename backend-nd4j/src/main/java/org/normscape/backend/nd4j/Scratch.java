package org.normscape.backend.nd4j;

import java.util.ArrayList;
import java.util.List;

/** Arrays of doubles that one thread uses over and over, so that they stay in its cache. */
final class Scratch {

  private static final ThreadLocal<Scratch> OWN = ThreadLocal.withInitial(Scratch::new);

  private final List<double[]> arrays = new ArrayList<>();

  private Scratch() {}

  /** That of the calling thread. */
  static Scratch own() {
    return OWN.get();
  }

  /** The array with this number, of at least this length, with arbitrary contents. */
  double[] array(int number, int length) {
    while (arrays.size() <= number) {
      arrays.add(new double[0]);
    }
    if (arrays.get(number).length < length) {
      arrays.set(number, new double[length]);
    }
    return arrays.get(number);
  }
}
