package org.normscape.norm.batch;

import org.normscape.ir.Tensor;

/** From where a deviation is measured, and what it is multiplied with. */
public enum Centering {

  /**
   * From 0, and with nothing, as in Santurkar, Tsipras, Ilyas and Mądry (2018), section 3.3: the
   * mean is taken away from what is divided, but not from what is measured.
   */
  UNCENTERED {
    @Override
    Tensor measured(Tensor x, Tensor centered) {
      return x;
    }

    @Override
    double factor(Power power, int elements) {
      return 1;
    }
  },

  /**
   * From the mean, and with what makes the deviation of normal numbers 1, as in Hoffer, Banner,
   * Golan and Soudry ("Norm matters: efficient and accurate normalization schemes in deep
   * networks", 2018), equations 9 to 11.
   */
  CENTERED {
    @Override
    Tensor measured(Tensor x, Tensor centered) {
      return centered;
    }

    @Override
    double factor(Power power, int elements) {
      return power.ofNormal(elements);
    }
  };

  abstract Tensor measured(Tensor x, Tensor centered);

  abstract double factor(Power power, int elements);
}
