package org.normscape.probe.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;

/**
 * What {@link OutputGradients} measured at one point.
 *
 * @param rows one for each example, with the gradient in each of its outputs
 */
public record OutputGradientMap(List<List<Double>> rows) implements Measurement {

  public OutputGradientMap {
    rows = List.copyOf(rows);
  }

  static OutputGradientMap of(double[] values, int examples) {
    int outputs = values.length / examples;
    return new OutputGradientMap(
        IntStream.range(0, examples)
            .mapToObj(b -> Arrays.stream(values, b * outputs, (b + 1) * outputs).boxed().toList())
            .toList());
  }

  /** {@code Σ_j |Σ_b g_bj| / Σ_bj |g_bj|}; not a number where there is no gradient. */
  public double agreement() {
    double left = 0;
    double all = 0;
    for (int j = 0; j < rows.get(0).size(); j++) {
      double sum = 0;
      for (List<Double> row : rows) {
        sum += row.get(j);
        all += Math.abs(row.get(j));
      }
      left += Math.abs(sum);
    }
    return left / all;
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    readings.add(Reading.of(OutputGradients.AGREEMENT, agreement()));
    for (int b = 0; b < rows.size(); b++) {
      for (int j = 0; j < rows.get(b).size(); j++) {
        Map<String, Double> at =
            Map.of(
                OutputGradients.EXAMPLE.name(),
                (double) b,
                OutputGradients.OUTPUT.name(),
                (double) j);
        readings.add(new Reading(OutputGradients.ENTRY, "", rows.get(b).get(j), at));
      }
    }
    return List.copyOf(readings);
  }
}
