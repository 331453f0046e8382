package org.normscape.probe.curvature.spectrum;

import java.util.List;
import java.util.stream.IntStream;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.spectrum.Spectrum;
import org.normscape.probe.Measurement;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.curvature.CurvatureInstrument;
import org.normscape.random.RandomStream;

/** A {@link SpectralDensity} that is ready to be measured. */
final class DensityInstrument extends CurvatureInstrument {

  /** How many standard deviations the grid goes beyond the last eigenvalue on each side. */
  private static final double MARGIN = 3;

  private final SpectralDensity probe;

  DensityInstrument(SpectralDensity probe, Site site) {
    super(probe, probe.of(), site);
    this.probe = probe;
  }

  @Override
  protected Measurement measure(Situation situation, LinearOperator operator, RandomStream random) {
    Spectrum spectrum = probe.quadrature().estimate(operator, space(), random);
    DensityScale.Range range = probe.scale().range(spectrum, space().rounding());
    double width = probe.width() * range.length();
    double first = range.low() - MARGIN * width;
    double step = (range.high() + MARGIN * width - first) / (probe.points() - 1);
    int points = Double.isFinite(step) ? probe.points() : 0;
    List<MeasuredDensity.Place> places =
        IntStream.range(0, points)
            .mapToObj(i -> first + i * step)
            .map(
                place ->
                    new MeasuredDensity.Place(
                        place, probe.scale().at(place, spectrum, width, range)))
            .toList();
    return new MeasuredDensity(probe.of().matrix(), probe.scale(), places, spectrum);
  }
}
