package org.normscape.probe.activation;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.nn.Statistics;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.probe.BatchProbe;
import org.normscape.probe.Instrument;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.When;
import org.normscape.probe.when.AtStart;

/**
 * The mean and the standard deviation of each channel of an activation, over examples and positions
 * of one batch: with depth, channels without normalization drift apart and explode (Bjorck et al.,
 * NeurIPS 2018, Figures 4 and 5). Unlike {@link ActivationStatistics}, a channel that is constant
 * and far from 0 is seen as such. The last axis is the channels'.
 *
 * <p>Costs: nothing but sums: the passes are the step's own.
 *
 * <p>Confounded by: the batch, of which it is, and a normalization behind which there is no
 * nonlinearity: there the mean of a channel is its shift and its deviation its scale, whatever the
 * data.
 *
 * @param when at which steps
 * @param layers the activations that are measured: a regular expression that their whole paths
 *     match
 * @param statistics which statistics normalizations use
 * @param detail whether each channel is recorded
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record ChannelMoments(
    When when, String layers, Statistics statistics, Detail detail, ProbedBatch batch)
    implements BatchProbe {

  public ChannelMoments {
    new LayerPattern(ChannelMoments.class, layers);
  }

  /** At initialization, every activation, what its channels have in common. */
  public ChannelMoments() {
    this(new AtStart(), ".*", Statistics.BATCH_FROZEN_RUNNING, Detail.SUMMARY, ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return ChannelQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of(need());
  }

  private Need need() {
    return new Need(statistics, Penalty.INCLUDED, Set.of(Part.ACTIVATIONS));
  }

  private LayerPattern pattern() {
    return new LayerPattern(ChannelMoments.class, layers);
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Reader(site);
  }

  private final class Reader implements Instrument {

    private final ChannelProgram program;

    Reader(Site site) {
      Objective objective = site.objective(Penalty.INCLUDED);
      this.program =
          new ChannelProgram(
              ChosenActivations.types(pattern(), objective, statistics),
              site.backend(),
              site.numerics());
    }

    @Override
    public ChannelProfile measure(Situation situation) {
      return new ChannelProfile(
          program.run(pattern().of(situation.found(need()).activations())), detail);
    }

    @Override
    public void close() {
      program.close();
    }
  }
}
