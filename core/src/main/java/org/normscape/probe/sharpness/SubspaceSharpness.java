package org.normscape.probe.sharpness;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.linalg.box.Ascent;
import org.normscape.linalg.box.BoxSearch;
import org.normscape.linalg.box.ProjectedSigns;
import org.normscape.objective.Need;
import org.normscape.probe.Agreement;
import org.normscape.probe.Instrument;
import org.normscape.probe.LossProbe;
import org.normscape.probe.Measurement;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.Units;
import org.normscape.probe.When;
import org.normscape.probe.when.AtEnd;

/**
 * How much higher the loss gets in a small box of a random subspace, in percent of {@code 1 + L(θ)}
 * (Keskar et al., ICLR 2017, Metric 2.1 with a random matrix A, Table 4): {@code 100 (max L(θ + A
 * z) − L(θ)) / (1 + L(θ))} over {@code |zᵢ| ≤ ε (|(A⁺θ)ᵢ| + 1)}. A has standard normal elements of
 * a seed, a column for each dimension; A⁺θ are the coefficients of θ's projection onto its columns.
 * The maximum is approached as that of {@link KeskarSharpness} is. All columns are kept: one vector
 * of the size of the network for each.
 *
 * <p>Costs: a forward and a backward pass for each iteration and one more, and a vector of the size
 * of the network in memory for each dimension.
 *
 * <p>Confounded by: the same as keskar-sharpness, and the seed of the subspace: few dimensions miss
 * the few directions that are sharp.
 *
 * @param when at which steps
 * @param epsilon ε
 * @param dimensions how many columns A has
 * @param iterations how many steps of the search, each of a forward and a backward pass or more
 * @param search how the maximum is looked for
 * @param seed of A
 * @param loss of which function, in which parameters
 */
@AutoService(Probe.class)
public record SubspaceSharpness(
    When when,
    double epsilon,
    int dimensions,
    int iterations,
    BoxSearch search,
    long seed,
    @Flat ProbedLoss loss)
    implements LossProbe {

  private static final String PAPER = "Keskar et al. (ICLR 2017), Metric 2.1 and Table 4";

  static final Quantity SHARPNESS =
      Quantity.of(
              "subspace_sharpness",
              "Keskar's sharpness in a random subspace",
              "100 (max L(θ + A z) − L(θ)) ∕ (1 + L(θ))",
              Units.ONE,
              "How much higher the loss on the measured batch gets at θ + A z for a random matrix A and z in the box |zᵢ| ≤ ε (|(A⁺θ)ᵢ| + 1), in percent of 1 + L(θ); the maximum is approached from below by the search that the probe names.")
          .from(PAPER)
          .agreeing(
              Agreement.absolute(
                  1e-5,
                  1,
                  100,
                  "a hundred times the difference of two losses, and signs of small derivatives"));

  public SubspaceSharpness {
    Components.positive(SubspaceSharpness.class, "epsilon", epsilon);
    Components.count(SubspaceSharpness.class, "dimensions", dimensions);
    Components.count(SubspaceSharpness.class, "iterations", iterations);
  }

  /** At the end, in 100 dimensions of seed 1, with the paper's larger box, by ten iterations. */
  public SubspaceSharpness() {
    this(new AtEnd(), 1e-3, 100, 10, new ProjectedSigns(), 1, new ProbedLoss());
  }

  /**
   * What was measured at one point.
   *
   * @param found the loss at θ, and the highest one that was found
   */
  public record Box(Ascent found) implements Measurement {

    /** The sharpness, in percent. */
    public double sharpness() {
      return 100 * (found.highest() - found.start()) / (1 + found.start());
    }

    @Override
    public List<Reading> readings() {
      return List.of(Reading.of(SHARPNESS, sharpness()));
    }
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(SHARPNESS);
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of();
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new SubspaceAscent(this, site);
  }
}
