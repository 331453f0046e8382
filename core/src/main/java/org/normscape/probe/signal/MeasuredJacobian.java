package org.normscape.probe.signal;

import java.util.ArrayList;
import java.util.List;
import org.normscape.linalg.spectrum.GaussianProductLaw;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;

/**
 * What {@link JacobianSingularValues} measured at one point.
 *
 * @param values for each example its singular values, descending
 * @param matrices how many weights multiply what flows through the network
 * @param scale what the law's singular values are multiplied with; 0 where there is no law
 */
public record MeasuredJacobian(List<List<Double>> values, int matrices, double scale)
    implements Measurement {

  private static final int PLACES = 64;

  public MeasuredJacobian {
    values = List.copyOf(values);
  }

  /** The largest difference of the shares of values up to any size, found and by the law. */
  public double distance() {
    GaussianProductLaw law = new GaussianProductLaw(matrices);
    List<Double> all = values.stream().flatMap(List::stream).sorted().toList();
    double distance = 0;
    for (int i = 0; i < all.size(); i++) {
      double share = law.share(all.get(i) / scale);
      double below = i / (double) all.size();
      double above = (i + 1) / (double) all.size();
      distance = Math.max(distance, Math.max(Math.abs(share - below), Math.abs(share - above)));
    }
    return distance;
  }

  private double largest() {
    return values.stream().mapToDouble(one -> one.get(0)).max().orElseThrow();
  }

  private double smallest() {
    return values.stream().mapToDouble(one -> one.get(one.size() - 1)).min().orElseThrow();
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    readings.add(Reading.of(JacobianQuantities.LARGEST, largest()));
    readings.add(Reading.of(JacobianQuantities.CONDITION, largest() / smallest()));
    int index = 0;
    for (List<Double> one : values) {
      for (double value : one) {
        index++;
        readings.add(Reading.at(JacobianQuantities.INDEX, index, JacobianQuantities.VALUE, value));
      }
    }
    if (scale > 0) {
      addLaw(readings);
    }
    return List.copyOf(readings);
  }

  private void addLaw(List<Reading> readings) {
    GaussianProductLaw law = new GaussianProductLaw(matrices);
    readings.add(Reading.of(JacobianQuantities.DISTANCE, distance()));
    for (int i = 0; i < PLACES; i++) {
      double place = law.largest() * (i + 0.5) / PLACES;
      readings.add(
          Reading.at(
              JacobianQuantities.PLACE,
              place * scale,
              JacobianQuantities.LAW,
              law.density(place) / scale));
    }
  }
}
