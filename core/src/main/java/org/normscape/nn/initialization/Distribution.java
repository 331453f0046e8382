package org.normscape.nn.initialization;

import org.normscape.random.RandomStream;

/** A symmetric distribution from which weights are drawn. */
public enum Distribution {
  /** Uniform in {@code [−√3 σ, √3 σ)}, whose standard deviation is σ. */
  UNIFORM {
    @Override
    double[] draw(int count, double deviation, RandomStream random) {
      double bound = Math.sqrt(3) * deviation;
      return random.uniform(count, -bound, bound);
    }
  },
  /** Normal with mean 0 and standard deviation σ, not truncated. */
  NORMAL {
    @Override
    double[] draw(int count, double deviation, RandomStream random) {
      return random.normal(count, deviation);
    }
  };

  /** {@code count} numbers with mean 0 and this standard deviation. */
  abstract double[] draw(int count, double deviation, RandomStream random);
}
