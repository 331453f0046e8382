package org.normscape.nn;

import org.normscape.random.RandomStream;

/** A distribution from which noise is drawn; layers shift and scale it themselves. */
public enum NoiseDistribution {
  /** Normal, with mean 0 and variance 1. */
  STANDARD_NORMAL {
    @Override
    double[] draw(int count, RandomStream random) {
      return random.normal(count, 1);
    }
  },
  /** Uniform in {@code [0, 1)}. */
  UNIT_UNIFORM {
    @Override
    double[] draw(int count, RandomStream random) {
      return random.uniform(count, 0, 1);
    }
  };

  /** So many independent numbers. */
  abstract double[] draw(int count, RandomStream random);
}
