package org.normscape.probe.sharpness;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.objective.Need;
import org.normscape.objective.Objective;
import org.normscape.params.Owner;
import org.normscape.probe.Agreement;
import org.normscape.probe.Instrument;
import org.normscape.probe.LossProbe;
import org.normscape.probe.Measurement;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.Units;
import org.normscape.probe.When;
import org.normscape.probe.direction.LossAround;
import org.normscape.probe.direction.LossAround.Places;
import org.normscape.probe.direction.Passes;
import org.normscape.probe.when.Every;

/**
 * How much the loss rises on average where every parameter is moved at random, {@code E L(θ + δ) −
 * L(θ)} (average-case sharpness; Andriushchenko et al., ICML 2023). For small δ it is half the
 * trace of the Hessian, weighted with the variances. The draws are the same at every step.
 *
 * <p>Costs: two forward passes for each draw.
 *
 * <p>Confounded by: the length of weights that a normalization rescales again, unless displacements
 * are relative; and the few draws, whose standard error stands beside it. It is no estimate of the
 * worst case.
 *
 * @param when at which steps
 * @param perturbation what a random number is multiplied with
 * @param deviation the standard deviation of the random numbers
 * @param draws how many, at least 2
 * @param seed what they are drawn from
 * @param loss of which function
 */
@AutoService(Probe.class)
public record AverageSharpness(
    When when,
    Perturbation perturbation,
    double deviation,
    int draws,
    long seed,
    @Flat ProbedLoss loss)
    implements LossProbe {

  /** Of a small difference of losses: also of the rise of {@link SamSharpness}. */
  static final Agreement OF_A_RISE =
      Agreement.absolute(
          1e-9,
          1e-3,
          1e-1,
          "the difference of two losses that lie close together, one of them a step away");

  private static final String PAPER = "Andriushchenko et al. (ICML 2023)";

  static final Quantity RISE =
      Quantity.of(
              "average_sharpness",
              "average-case sharpness",
              "E L(θ + δ) − L(θ)",
              Units.LOSS,
              "The mean rise of the loss on the measured batch over random displacements δ of the parameters and their opposites, with the running statistics left as they were.")
          .from(PAPER)
          .agreeing(OF_A_RISE);

  static final Quantity ERROR =
      Quantity.of(
              "average_sharpness_error",
              "standard error of the average-case sharpness",
              "",
              Units.LOSS,
              "The standard deviation of the rises of single draws, divided by the root of their number.")
          .agreeing(Agreement.UNJUDGED);

  public AverageSharpness {
    Components.positive(AverageSharpness.class, "deviation", deviation);
    Components.require(draws >= 2, AverageSharpness.class, "draws", "must be at least 2", draws);
  }

  /** Every step, ten draws of a hundredth of each parameter. */
  public AverageSharpness() {
    this(new Every(), Perturbation.RELATIVE, 0.01, 10, 1, new ProbedLoss());
  }

  /**
   * What was measured at one point.
   *
   * @param rises {@code ½ (L(θ + δ) + L(θ − δ)) − L(θ)}, one for each draw
   */
  public record Rises(List<Double> rises) implements Measurement {

    public Rises {
      rises = List.copyOf(rises);
    }

    /** Their mean: the sharpness. */
    public double mean() {
      return values().average().orElseThrow();
    }

    /** The standard error of the mean. */
    public double standardError() {
      double mean = mean();
      double squares = values().map(rise -> (rise - mean) * (rise - mean)).sum();
      return Math.sqrt(squares / (rises.size() - 1) / rises.size());
    }

    private DoubleStream values() {
      return rises.stream().mapToDouble(rise -> rise);
    }

    @Override
    public List<Reading> readings() {
      return List.of(Reading.of(RISE, mean()), Reading.of(ERROR, standardError()));
    }
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(RISE, ERROR);
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of(loss.need());
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Sampling(site);
  }

  private final class Sampling implements Instrument {

    private final LossAround around;
    private final Perturbations perturbations;

    Sampling(Site site) {
      Objective objective = loss.objective(site);
      this.around = new LossAround(site, loss, 1, Passes.FORWARD);
      this.perturbations = new Perturbations(site, loss, objective, perturbation, seed);
    }

    @Override
    public Rises measure(Situation situation) {
      double here = situation.found(loss.need()).loss();
      return new Rises(
          IntStream.range(0, draws).mapToObj(draw -> rise(situation, draw, here)).toList());
    }

    private double rise(Situation situation, int draw, double here) {
      try (Owner owner = new Owner()) {
        Places places =
            around.around(situation, List.of(perturbations.at(situation.point(), draw, owner)));
        double there = places.at(deviation).loss();
        return (there + (places.at(-deviation).loss() - there) / 2) - here;
      }
    }

    @Override
    public void close() {
      around.close();
      perturbations.close();
    }
  }
}
