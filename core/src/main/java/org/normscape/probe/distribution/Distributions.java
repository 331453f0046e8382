package org.normscape.probe.distribution;

import java.util.List;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;

/**
 * The distributions that were found at one point.
 *
 * @param binning how they are written down
 * @param quantities as what
 * @param samples the numbers, by the part of the network
 */
record Distributions(Binning binning, Binning.Of quantities, Parameters<Sample> samples)
    implements Measurement {

  @Override
  public List<Reading> readings() {
    return samples.byPath().entrySet().stream()
        .flatMap(part -> binning.readings(quantities, part.getKey(), part.getValue()).stream())
        .toList();
  }
}
