package org.normscape.probe.distribution;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Penalty;
import org.normscape.params.Parameters;
import org.normscape.probe.BatchProbe;
import org.normscape.probe.Instrument;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.Units;
import org.normscape.probe.When;
import org.normscape.probe.activation.ChosenActivations;
import org.normscape.probe.when.Every;

/**
 * Histograms and quantiles of activations over the examples and positions of one batch (Santurkar
 * et al., NeurIPS 2018, Figures 1(c), 2, 6 and 9; Ioffe and Szegedy, ICML 2015, Figure 1). Over the
 * steps they show how distributions move.
 *
 * <p>Costs: no pass of its own; the activations that are looked at are read back and sorted.
 *
 * <p>Confounded by: the range: bins follow it, and a single far number makes them all wide;
 * quantiles do not care. Distributions at two steps are those of two batches.
 *
 * @param when at which steps
 * @param layers the activations that are looked at: a regular expression that their whole paths
 *     match. The input of a layer is what the one before it gives
 * @param channels the channels that are counted, together, from 0; all of them where none is named.
 *     The papers show one unit
 * @param statistics which statistics normalizations use
 * @param binning how a distribution is written down
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record ActivationHistograms(
    When when,
    String layers,
    List<Integer> channels,
    Statistics statistics,
    @Flat Binning binning,
    ProbedBatch batch)
    implements BatchProbe {

  private static final Binning.Of QUANTITIES =
      Binning.Of.numbers(
          "activation",
          "activations",
          "bin",
          Units.ACTIVATION,
          "Santurkar et al. (NeurIPS 2018), Figures 1(c), 2, 6 and 9");

  public ActivationHistograms {
    new LayerPattern(ActivationHistograms.class, layers);
    channels = List.copyOf(channels);
  }

  /** Every hundredth step, of all channels of every activation, as training sees them. */
  public ActivationHistograms() {
    this(
        new Every(100, 0),
        ".*",
        List.of(),
        Statistics.BATCH_FROZEN_RUNNING,
        new Binning(),
        ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return QUANTITIES.all();
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of(need());
  }

  private Need need() {
    return new Need(statistics, Penalty.INCLUDED, Set.of(Part.ACTIVATIONS));
  }

  @Override
  public void check(Site site) {
    types(site);
  }

  private Parameters<TensorType> types(Site site) {
    Parameters<TensorType> types =
        ChosenActivations.types(
            new LayerPattern(ActivationHistograms.class, layers),
            site.objective(Penalty.INCLUDED),
            statistics);
    int fewest =
        types.values().stream().mapToInt(type -> Sample.channels(type)).min().orElseThrow();
    channels.forEach(
        channel ->
            Components.require(
                channel >= 0 && channel < fewest,
                ActivationHistograms.class,
                "channels",
                "must be numbers from 0 to %s, as many as each chosen layer has"
                    .formatted(fewest - 1),
                channel));
    return types;
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Reader(types(site));
  }

  private final class Reader implements Instrument {

    private final Parameters<TensorType> types;

    Reader(Parameters<TensorType> types) {
      this.types = types;
    }

    @Override
    public Distributions measure(Situation situation) {
      Parameters<Array> all = situation.found(need()).activations();
      return new Distributions(
          binning,
          QUANTITIES,
          types.zip(
              all.where((path, value) -> types.find(path).isPresent()),
              (type, value) ->
                  Sample.ofChannels(value.toDoubles(), Sample.channels(type), channels)));
    }

    @Override
    public void close() {
      // Nothing was compiled.
    }
  }
}
