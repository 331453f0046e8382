package org.normscape.probe.distribution;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.component.Components;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Penalty;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Axes;
import org.normscape.probe.BatchProbe;
import org.normscape.probe.Instrument;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.When;
import org.normscape.probe.activation.ChosenActivations;
import org.normscape.probe.activation.Detail;
import org.normscape.probe.when.Every;

/**
 * How far the distribution of each channel of an activation moves from one measurement to the next,
 * and has moved since the first: internal covariate shift as the word was first meant (Ioffe and
 * Szegedy, ICML 2015), and the stability of moments (Santurkar et al., NeurIPS 2018, Figure 8,
 * which measures at every step). Batches differ from step to step, so that some of it is the choice
 * of examples. It remembers the first and the last measurement.
 *
 * <p>Costs: no pass of its own; the activations that are looked at are read back and sorted.
 *
 * <p>Confounded by: the batches, which differ from step to step, so that some of the shift is the
 * choice of examples; and how far apart the measurements are.
 *
 * @param when at which steps
 * @param layers the activations that are looked at: a regular expression that their whole paths
 *     match
 * @param statistics which statistics normalizations use
 * @param quantiles how many quantiles of a channel stand for its distribution
 * @param detail whether each channel is recorded
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record DistributionShift(
    When when,
    String layers,
    Statistics statistics,
    int quantiles,
    Detail detail,
    ProbedBatch batch)
    implements BatchProbe {

  private static final String LAST = "last";
  private static final String FIRST = "first";

  public DistributionShift {
    new LayerPattern(DistributionShift.class, layers);
    Components.count(DistributionShift.class, "quantiles", quantiles);
  }

  /** Every hundredth step, every activation, by a hundred quantiles, as training sees them. */
  public DistributionShift() {
    this(
        new Every(100, 0),
        ".*",
        Statistics.BATCH_FROZEN_RUNNING,
        100,
        Detail.SUMMARY,
        ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return Stream.of(
            List.of(Axes.LAYER, Axes.CHANNEL),
            ShiftQuantities.STEP.all(),
            ShiftQuantities.DRIFT.all())
        .flatMap(List::stream)
        .toList();
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
    return ChosenActivations.types(
        new LayerPattern(DistributionShift.class, layers),
        site.objective(Penalty.INCLUDED),
        statistics);
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Watch(types(site), site.backend());
  }

  private final class Watch implements Instrument {

    private final Parameters<TensorType> types;
    private final Backend backend;
    private Owner lent = new Owner();
    private Parameters<List<ChannelShape>> first = Parameters.none();
    private Parameters<List<ChannelShape>> last = Parameters.none();

    Watch(Parameters<TensorType> types, Backend backend) {
      this.types = types;
      this.backend = backend;
    }

    @Override
    public MeasuredShift measure(Situation situation) {
      Parameters<Array> all = situation.found(need()).activations();
      Parameters<List<ChannelShape>> now =
          types.zip(
              all.where((path, value) -> types.find(path).isPresent()),
              (type, value) ->
                  Sample.ofEach(value.toDoubles(), Sample.channels(type)).stream()
                      .map(sample -> ChannelShape.of(sample, quantiles))
                      .toList());
      Parameters<Moved> step = last.size() == 0 ? Parameters.none() : last.zip(now, Moved::new);
      first = first.size() == 0 ? now : first;
      last = now;
      return new MeasuredShift(step, first.zip(now, Moved::new), detail);
    }

    @Override
    public Parameters<Array> memory() {
      lent.close();
      lent = new Owner();
      return ShapeMemory.write(first.within(FIRST).and(last.within(LAST)), backend, lent);
    }

    @Override
    public void recall(Parameters<Array> memory) {
      Parameters<List<ChannelShape>> read = ShapeMemory.read(memory);
      first = read.under(FIRST);
      last = read.under(LAST);
    }

    @Override
    public void close() {
      lent.close();
    }
  }
}
