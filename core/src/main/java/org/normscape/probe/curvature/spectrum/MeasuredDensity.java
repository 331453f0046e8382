package org.normscape.probe.curvature.spectrum;

import java.util.ArrayList;
import java.util.List;
import org.normscape.linalg.spectrum.Spectrum;
import org.normscape.linalg.trace.Estimate;
import org.normscape.probe.Measurement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;
import org.normscape.probe.curvature.CurvatureMatrix;

/**
 * What {@link SpectralDensity} measured at one point.
 *
 * @param matrix which matrix
 * @param scale what the axis of the grid is
 * @param places the density on the grid, ascending; none where a product was not finite
 * @param spectrum what it is made of
 */
public record MeasuredDensity(
    CurvatureMatrix matrix, DensityScale scale, List<Place> places, Spectrum spectrum)
    implements Measurement {

  /**
   * The density at one place.
   *
   * @param at where on the axis
   * @param density how much
   */
  public record Place(double at, Estimate density) {}

  public MeasuredDensity {
    places = List.copyOf(places);
  }

  @Override
  public List<Reading> readings() {
    DensityQuantities quantities = new DensityQuantities(matrix);
    Quantity density = scale.density(quantities);
    Quantity error = scale.error(quantities);
    List<Reading> readings = new ArrayList<>();
    for (Place place : places) {
      readings.add(Reading.at(scale.axis(), place.at, density, place.density.value()));
      readings.add(Reading.at(scale.axis(), place.at, error, place.density.standardError()));
    }
    readings.add(Reading.of(quantities.densityProducts(), spectrum.products()));
    return List.copyOf(readings);
  }
}
