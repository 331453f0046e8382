package org.normscape.norm.batch;

import java.util.List;
import org.normscape.ir.Tensor;

/** The p of a mean {@code (Σ |x|ᵖ / m)^(1/p)}. */
public enum Power {

  /** The mean of the absolute values. */
  ONE {
    @Override
    Tensor mean(Tensor x, List<Integer> axes) {
      return x.absolute().mean(axes);
    }

    @Override
    double ofNormal(int elements) {
      return Math.sqrt(Math.PI / 2);
    }
  },

  /** The root mean square. */
  TWO {
    @Override
    Tensor mean(Tensor x, List<Integer> axes) {
      return x.times(x).mean(axes).sqrt();
    }

    @Override
    double ofNormal(int elements) {
      return 1;
    }
  },

  /** The largest absolute value; its derivative is that of the first one that is largest. */
  INFINITY {
    @Override
    Tensor mean(Tensor x, List<Integer> axes) {
      return x.absolute().max(axes);
    }

    /** Of one element, which is its own mean, nothing is left to be scaled. */
    @Override
    double ofNormal(int elements) {
      return elements == 1
          ? 1
          : (1 + Math.sqrt(Math.PI * Math.log(4))) / Math.sqrt(8 * Math.log(elements));
    }
  };

  abstract Tensor mean(Tensor x, List<Integer> axes);

  /** What makes the mean of so many normal numbers their standard deviation. */
  abstract double ofNormal(int elements);
}
