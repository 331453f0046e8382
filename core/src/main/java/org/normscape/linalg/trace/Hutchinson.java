package org.normscape.linalg.trace;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.RandomLaw;
import org.normscape.linalg.VectorSpace;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * The mean of {@code vᵀHv} over vectors v of random signs (Hutchinson, "A stochastic estimator of
 * the trace of the influence matrix", 1990): one product a sample, three vectors of memory. Its
 * standard error is {@code √(2 Σ_{i≠j} H_ij² / samples)}.
 *
 * @param samples how many vectors
 */
@AutoService(TraceEstimator.class)
public record Hutchinson(int samples) implements TraceEstimator {

  public Hutchinson {
    Components.count(Hutchinson.class, "samples", samples);
  }

  /** Of 30 samples. */
  public Hutchinson() {
    this(30);
  }

  @Override
  public Estimate trace(LinearOperator operator, VectorSpace space, RandomStream random) {
    List<Double> found = new ArrayList<>();
    sample(operator, space, random, (v, product) -> found.add(space.dot(v, product)));
    return Estimate.of(array(found), samples);
  }

  /** The traces of the diagonal blocks, by path: they add up to the trace. */
  public Parameters<Estimate> partTraces(
      LinearOperator operator, VectorSpace space, RandomStream random) {
    List<Parameters<Double>> found = new ArrayList<>();
    sample(operator, space, random, (v, product) -> found.add(space.partDots(v, product)));
    return Parameters.like(
        space.types(),
        space.types().paths().stream()
            .map(path -> array(found.stream().map(parts -> parts.get(path)).toList()))
            .map(values -> Estimate.of(values, samples))
            .toList());
  }

  /** {@code ‖H‖_F²}, the sum of all squared elements: the mean of {@code ‖Hv‖²}. */
  public Estimate squaredFrobeniusNorm(
      LinearOperator operator, VectorSpace space, RandomStream random) {
    return moments(operator, space, random).squaredFrobeniusNorm();
  }

  /** The trace and {@code ‖H‖_F²} from the same products. */
  public Moments moments(LinearOperator operator, VectorSpace space, RandomStream random) {
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    sample(
        operator,
        space,
        random,
        (v, product) -> {
          first.add(space.dot(v, product));
          second.add(space.dot(product, product));
        });
    return new Moments(
        Estimate.of(array(first), samples), Estimate.of(array(second), samples), samples);
  }

  /**
   * The diagonal: the mean of {@code v ⊙ Hv} (Bekas, Kokiopoulou and Saad, 2007).
   *
   * @param owner whom its arrays belong to
   */
  public DiagonalEstimate diagonal(
      LinearOperator operator, VectorSpace space, RandomStream random, Owner owner) {
    DiagonalSums sums = new DiagonalSums(space);
    sample(operator, space, random, sums::add);
    return sums.estimate(samples, owner);
  }

  private void sample(
      LinearOperator operator,
      VectorSpace space,
      RandomStream random,
      BiConsumer<Parameters<Array>, Parameters<Array>> use) {
    for (int i = 0; i < samples; i++) {
      try (Owner step = new Owner()) {
        Parameters<Array> v = step.own(space.random(random, RandomLaw.RADEMACHER));
        use.accept(v, step.own(operator.apply(v)));
      }
    }
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(x -> x).toArray();
  }
}
