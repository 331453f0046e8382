package org.normscape.linalg;

import org.normscape.random.RandomStream;

/** How the elements of a random vector of n elements are drawn: {@code E[v vᵀ] = 1} for each. */
public enum RandomLaw {
  /** −1 or 1 with equal probability: of all laws the one whose {@code vᵀHv} varies least. */
  RADEMACHER {
    @Override
    public double[] draw(RandomStream stream, int count) {
      double[] values = new double[count];
      int word = 0;
      for (int i = 0; i < count; i++) {
        word = i % Integer.SIZE == 0 ? stream.nextInt() : word >>> 1;
        values[i] = (word & 1) == 0 ? -1 : 1;
      }
      return values;
    }
  },

  /** Uniform on the sphere of radius √n: no direction is preferred. */
  SPHERE {
    @Override
    public double[] draw(RandomStream stream, int count) {
      double[] values = stream.normal(count, 1);
      double square = 0;
      for (double value : values) {
        square += value * value;
      }
      double factor = Math.sqrt(count / square);
      for (int i = 0; i < count; i++) {
        values[i] *= factor;
      }
      return values;
    }
  };

  /** Draws a vector. */
  public abstract double[] draw(RandomStream stream, int count);
}
