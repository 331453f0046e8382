package org.normscape.probe.activation;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.nn.Statistics;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Penalty;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.BatchProbe;
import org.normscape.probe.Instrument;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.Measurement;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.Units;
import org.normscape.probe.When;
import org.normscape.probe.when.AtStart;

/**
 * How much of each activation lies at the ends of its range, on one batch: behind a tanh, a sigmoid
 * or a clipping, what is saturated there lets next to no gradient through (Ioffe and Szegedy, ICML
 * 2015, section 1). Behind a relu, the lower end is 0.
 *
 * <p>Costs: nothing but sums: the passes are the step's own.
 *
 * <p>Confounded by: the range, which is that of the batch: where a function is not saturated at
 * all, its largest values are ends as well, if only few of them; and scales for each channel behind
 * the function, with which channels end at different values.
 *
 * @param when at which steps
 * @param layers the activations that are looked at: a regular expression that their whole paths
 *     match
 * @param statistics which statistics normalizations use
 * @param margin how far from an end still counts, as a share of the range
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record SaturatedUnits(
    When when, String layers, Statistics statistics, double margin, ProbedBatch batch)
    implements BatchProbe {

  private static final String SOURCE = "Ioffe and Szegedy (ICML 2015), section 1";
  private static final String SHARE = "share";
  private static final String UNITS = "units";

  static final Quantity ELEMENTS =
      Quantity.of(
              "saturated_share",
              "saturated activations",
              "",
              Units.ONE,
              "The share of the elements of an activation that lie near the least or the largest of them all, as near as a margin of their range, on the measured batch.")
          .from(SOURCE)
          .along(Axes.LAYER)
          .agreeing(Agreement.OF_A_COUNT);

  static final Quantity CHANNELS =
      Quantity.of(
              "saturated_units",
              "saturated units",
              "",
              Units.ONE,
              "The share of the channels of an activation all of whose elements, over examples and positions of the measured batch, are saturated.")
          .from(SOURCE)
          .along(Axes.LAYER)
          .agreeing(Agreement.OF_A_COUNT);

  public SaturatedUnits {
    new LayerPattern(SaturatedUnits.class, layers);
    Components.require(
        margin > 0 && margin < 0.5,
        SaturatedUnits.class,
        "margin",
        "must be greater than 0 and less than 0.5",
        margin);
  }

  /** At initialization, every activation, to a hundredth of its range. */
  public SaturatedUnits() {
    this(new AtStart(), ".*", Statistics.BATCH_FROZEN_RUNNING, 1e-2, ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(Axes.LAYER, ELEMENTS, CHANNELS);
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of(need());
  }

  private Need need() {
    return new Need(statistics, Penalty.INCLUDED, Set.of(Part.ACTIVATIONS));
  }

  private LayerPattern pattern() {
    return new LayerPattern(SaturatedUnits.class, layers);
  }

  @Override
  public void check(Site site) {
    ChosenActivations.types(pattern(), site.objective(Penalty.INCLUDED), statistics);
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Counter(site);
  }

  private Parameters<Tensor> counted(Tensor value) {
    List<Integer> all = value.shape().axes();
    List<Integer> summed = value.shape().axesExcept(-1);
    Tensor largest = value.max(all);
    Tensor least = value.negate().max(all).negate();
    Tensor near = largest.minus(least).times(margin);
    Tensor above = value.greaterOrEqual(largest.minus(near).broadcast(value.shape(), all));
    Tensor below = least.plus(near).broadcast(value.shape(), all).greaterOrEqual(value);
    Tensor atAnEnd = above.maximum(below);
    return Parameters.of(SHARE, atAnEnd.mean(all))
        .and(UNITS, atAnEnd.negate().max(summed).negate().mean(List.of(0)));
  }

  private final class Counter implements Instrument {

    private final NamedExecutable program;

    Counter(Site site) {
      this.program =
          NamedProgram.trace(
                  ChosenActivations.types(pattern(), site.objective(Penalty.INCLUDED), statistics),
                  this::write)
              .compile(site.backend(), site.numerics());
    }

    private Parameters<Tensor> write(Parameters<Tensor> activations) {
      Parameters<Tensor> results = Parameters.none();
      for (String path : activations.paths()) {
        results = results.and(counted(activations.get(path)).within(path));
      }
      return results;
    }

    @Override
    public Measurement measure(Situation situation) {
      Parameters<Array> activations = pattern().of(situation.found(need()).activations());
      try (Owner owner = new Owner()) {
        Parameters<Array> found = program.run(activations, owner);
        List<Reading> readings =
            activations.paths().stream()
                .flatMap(path -> readings(path, found.under(path)).stream())
                .toList();
        return () -> readings;
      }
    }

    private List<Reading> readings(String path, Parameters<Array> found) {
      return List.of(
          Reading.of(ELEMENTS, path, found.get(SHARE).toScalar()),
          Reading.of(CHANNELS, path, found.get(UNITS).toScalar()));
    }

    @Override
    public void close() {
      program.close();
    }
  }
}
