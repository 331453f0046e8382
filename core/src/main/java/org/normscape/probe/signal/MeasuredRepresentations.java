package org.normscape.probe.signal;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;

/**
 * What {@link Representations} measured at one point.
 *
 * @param activations the inner products of the examples in each, by path
 * @param tolerance how large a singular value must be to count for the rank
 */
public record MeasuredRepresentations(Parameters<InnerProducts> activations, double tolerance)
    implements Measurement {

  @Override
  public List<Reading> readings() {
    return activations.byPath().entrySet().stream()
        .flatMap(at -> readings(at.getKey(), at.getValue()))
        .toList();
  }

  private Stream<Reading> readings(String path, InnerProducts examples) {
    return Stream.of(
        Reading.of(RepresentationQuantities.GAP, path, examples.orthogonalityGap()),
        Reading.of(RepresentationQuantities.RANK, path, examples.rank(tolerance)),
        Reading.of(RepresentationQuantities.EFFECTIVE_RANK, path, examples.effectiveRank()),
        Reading.of(RepresentationQuantities.COSINE, path, examples.meanCosine()));
  }
}
