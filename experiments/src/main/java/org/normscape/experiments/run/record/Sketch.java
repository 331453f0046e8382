package org.normscape.experiments.run.record;

import java.util.Arrays;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * A linear map from parameters to a few numbers that keeps distances: each element is added to one
 * of the numbers, or subtracted from it, both chosen by chance once and for all. The L2 norm of the
 * difference of two sketches is that of the difference of the parameters within a few percent
 * (Charikar, Chen, Farach-Colton, 2002: the square is unbiased, its relative standard deviation at
 * most √(2 / {@value #SIZE}) = 9 %). So two runs that never met can be held against each other.
 */
public final class Sketch {

  /** How many numbers there are. */
  public static final int SIZE = 256;

  private int[] places = new int[0];

  /** The sketch of arrays, in order. */
  synchronized List<Double> of(Parameters<Array> arrays) {
    prepare(arrays.values().stream().mapToInt(a -> a.type().shape().size()).sum());
    double[] sketch = new double[SIZE];
    int next = 0;
    for (Array array : arrays.values()) {
      for (double value : array.toDoubles()) {
        int place = places[next++];
        sketch[place >> 1] += (place & 1) == 0 ? value : -value;
      }
    }
    return Arrays.stream(sketch).boxed().toList();
  }

  /** Draws a number and a sign for each element: a longer list starts with a shorter one. */
  private void prepare(int size) {
    if (places.length < size) {
      RandomStream random = RandomStream.of(0, "sketch");
      places = new int[size];
      Arrays.setAll(places, i -> random.nextInt() & (2 * SIZE - 1));
    }
  }

  /** The L2 norm of what was sketched, estimated. */
  public static double norm(List<Double> sketch) {
    return Math.sqrt(sketch.stream().mapToDouble(x -> x * x).sum());
  }

  /** The L2 norm of the difference of what was sketched, estimated. */
  public static double distance(List<Double> one, List<Double> other) {
    double sum = 0;
    for (int i = 0; i < one.size(); i++) {
      double difference = one.get(i) - other.get(i);
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
