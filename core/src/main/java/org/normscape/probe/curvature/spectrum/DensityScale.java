package org.normscape.probe.curvature.spectrum;

import org.normscape.linalg.spectrum.Spectrum;
import org.normscape.linalg.trace.Estimate;
import org.normscape.probe.Quantity;

/** What the axis of a spectral density is. */
public enum DensityScale {
  /** Eigenvalues. */
  LINEAR {
    @Override
    Quantity axis() {
      return DensityQuantities.EIGENVALUE;
    }

    @Override
    Quantity density(DensityQuantities quantities) {
      return quantities.density();
    }

    @Override
    Quantity error(DensityQuantities quantities) {
      return quantities.densityError();
    }

    @Override
    Range range(Spectrum spectrum, double rounding) {
      return new Range(spectrum.smallest(), spectrum.largest());
    }

    @Override
    Estimate at(double place, Spectrum spectrum, double width, Range range) {
      return spectrum.density(place, width);
    }
  },

  /** Decimal logarithms of their magnitudes. */
  LOGARITHMIC {
    @Override
    Quantity axis() {
      return DensityQuantities.LOG_MAGNITUDE;
    }

    @Override
    Quantity density(DensityQuantities quantities) {
      return quantities.logDensity();
    }

    @Override
    Quantity error(DensityQuantities quantities) {
      return quantities.logDensityError();
    }

    @Override
    Range range(Spectrum spectrum, double rounding) {
      double high = StrictMath.log10(spectrum.magnitude());
      return new Range(high + StrictMath.log10(rounding), high);
    }

    @Override
    Estimate at(double place, Spectrum spectrum, double width, Range range) {
      return spectrum.logDensity(place, width, StrictMath.pow(10, range.low()));
    }
  };

  /**
   * Between which places there are eigenvalues.
   *
   * @param low the first one
   * @param high the last one
   */
  record Range(double low, double high) {

    /** How far apart they are; 1 where they are one. */
    double length() {
      return high > low ? high - low : 1;
    }
  }

  abstract Quantity axis();

  abstract Quantity density(DensityQuantities quantities);

  abstract Quantity error(DensityQuantities quantities);

  /**
   * Where eigenvalues are.
   *
   * @param rounding which share of the largest magnitude is rounding
   */
  abstract Range range(Spectrum spectrum, double rounding);

  abstract Estimate at(double place, Spectrum spectrum, double width, Range range);
}
