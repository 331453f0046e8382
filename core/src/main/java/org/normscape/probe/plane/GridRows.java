package org.normscape.probe.plane;

import java.util.ArrayList;
import java.util.List;
import org.normscape.params.Parameters;
import org.normscape.probe.Journal;
import org.normscape.probe.Situation;
import org.normscape.probe.direction.LossAround;
import org.normscape.probe.direction.LossAround.Places;
import org.normscape.probe.direction.Ray;
import org.normscape.replay.Fingerprint;

/**
 * The places of a grid, measured row by row: each row is kept in the journal of the situation, so
 * that a grid that was interrupted goes on with the rows that are missing.
 *
 * @param alphas how far along the first direction, a row each
 * @param betas how far along the second
 * @param places the loss there
 */
record GridRows(List<Double> alphas, List<Double> betas, Places places) {

  private static final String LOSS = "loss";
  private static final String GRADIENT_NORM = "gradient-norm";
  private static final String METRICS = "metrics";

  /** What decides every number of a grid: the probe, the point, the batch and the directions. */
  static String identity(Record probe, Situation situation, List<Ray> rays) {
    Fingerprint fingerprint = new Fingerprint().add(probe.toString()).add(situation.step());
    situation.point().values().forEach(fingerprint::add);
    situation.batch().values().forEach(fingerprint::add);
    for (Ray ray : rays) {
      fingerprint.add(ray.factor());
      ray.vector().values().forEach(fingerprint::add);
    }
    return fingerprint.hex();
  }

  /**
   * All places, row by row.
   *
   * @param identity the fingerprint of the measurement
   */
  List<Surface.Place> measured(Situation situation, String identity) {
    List<Surface.Place> found = new ArrayList<>();
    for (int i = 0; i < alphas.size(); i++) {
      double alpha = alphas.get(i);
      Parameters<Double> row =
          situation
              .journal()
              .row(new Journal.Row(identity, i, alphas.size()), () -> measuredRow(alpha));
      for (int j = 0; j < betas.size(); j++) {
        found.add(new Surface.Place(alpha, betas.get(j), place(row.under(name(j)))));
      }
    }
    return found;
  }

  private Parameters<Double> measuredRow(double alpha) {
    Parameters<Double> row = Parameters.none();
    for (int j = 0; j < betas.size(); j++) {
      row = row.and(numbers(places.at(alpha, betas.get(j))).within(name(j)));
    }
    return row;
  }

  private static Parameters<Double> numbers(LossAround.Place place) {
    return Parameters.of(LOSS, place.loss())
        .and(GRADIENT_NORM, place.gradientNorm())
        .and(place.metrics().within(METRICS));
  }

  private static LossAround.Place place(Parameters<Double> numbers) {
    return new LossAround.Place(
        numbers.get(LOSS), numbers.under(METRICS), numbers.get(GRADIENT_NORM));
  }

  private static String name(int place) {
    return "place-" + place;
  }
}
