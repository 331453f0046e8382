package org.normscape.linalg.trace;

import com.google.auto.service.AutoService;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.RandomLaw;
import org.normscape.linalg.VectorSpace;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * Hutch++ (Meyer, Musco, Musco and Woodruff, "Hutch++: optimal stochastic trace estimation", 2021):
 * the trace in the span Q of a third of the products, exactly, and that outside of it by {@link
 * Hutchinson}. The error falls as 1/products where that of Hutchinson falls as its root. It keeps
 * two vectors for each three products.
 *
 * @param products how often the operator is applied, at most; a multiple of 3
 */
@AutoService(TraceEstimator.class)
public record HutchPlusPlus(int products) implements TraceEstimator {

  public HutchPlusPlus {
    Components.require(
        products >= 6 && products % 3 == 0,
        HutchPlusPlus.class,
        "products",
        "must be a multiple of 3, at least 6",
        products);
  }

  /** Of 30 products. */
  public HutchPlusPlus() {
    this(30);
  }

  @Override
  public Estimate trace(LinearOperator operator, VectorSpace space, RandomStream random) {
    int third = products / 3;
    try (Owner owner = new Owner()) {
      Sketch sketch = Sketch.of(operator, space, Math.min(third, space.dimension()), random, owner);
      double inside = Sketch.trace(sketch.projected(operator));
      int used = sketch.omega().size() + sketch.q().size();
      if (sketch.isWhole()) {
        return new Estimate(inside, 0, used);
      }
      double[] samples = new double[third];
      for (int i = 0; i < third; i++) {
        samples[i] = outside(operator, sketch, random);
      }
      return Estimate.of(samples, used + third).plus(inside);
    }
  }

  private static double outside(LinearOperator operator, Sketch sketch, RandomStream random) {
    try (Owner step = new Owner()) {
      VectorSpace space = sketch.space();
      Parameters<Array> drawn = step.own(space.random(random, RandomLaw.RADEMACHER));
      Parameters<Array> v = step.own(sketch.outside(drawn));
      return space.dot(v, step.own(operator.apply(v)));
    }
  }
}
