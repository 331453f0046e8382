package org.normscape.probe.curvature;

import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.OperatorCheck;
import org.normscape.linalg.VectorSpace;
import org.normscape.probe.Instrument;
import org.normscape.probe.Measurement;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.random.RandomStream;

/**
 * A probe of curvature that is ready to measure. Before its first measurement it checks that the
 * matrix is what estimators take for granted.
 */
public abstract class CurvatureInstrument implements Instrument {

  private final String name;
  private final CurvatureProducts products;
  private boolean isChecked;

  /**
   * Compiles what it runs.
   *
   * @param probe the record that it is the instrument of
   */
  protected CurvatureInstrument(Record probe, Curvature of, Site site) {
    this.name = probe.getClass().getSimpleName();
    this.products = new CurvatureProducts(of, site);
  }

  @Override
  public final Measurement measure(Situation situation) {
    try (LinearOperator operator = products.at(situation)) {
      if (!isChecked) {
        OperatorCheck.check(name, operator, space(), stream(situation, "check"));
        isChecked = true;
      }
      return measure(situation, operator, stream(situation, "step-" + situation.step()));
    }
  }

  /** Measures a matrix, with random numbers of this step's own. */
  protected abstract Measurement measure(
      Situation situation, LinearOperator operator, RandomStream random);

  private RandomStream stream(Situation situation, String use) {
    return RandomStream.of(situation.seed(), "probe/%s/%s".formatted(name, use));
  }

  /** The products with the matrix, compiled. */
  protected final CurvatureProducts products() {
    return products;
  }

  /** The space of the parameters that the matrix has rows for. */
  protected final VectorSpace space() {
    return products.space();
  }

  @Override
  public void close() {
    products.close();
  }
}
