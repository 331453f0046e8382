package org.normscape.probe.signal;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.linalg.Range;
import org.normscape.nn.Statistics;
import org.normscape.objective.Need;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.BatchProbe;
import org.normscape.probe.Instrument;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.When;
import org.normscape.probe.structure.ResidualUse;
import org.normscape.probe.structure.Written;
import org.normscape.probe.when.AtStart;

/**
 * The variance of each residual branch beside that of the shortcut around it, on one batch (De and
 * Smith, NeurIPS 2020): at initialization, batch normalization makes the ratio fall as one over the
 * number of the block, so that deep networks start close to the identity.
 *
 * <p>Costs: a forward pass.
 *
 * <p>Confounded by: training, for the law is that of initialization; the place in a stage: a block
 * that changes its width has a shortcut with weights.
 *
 * @param when at which steps
 * @param layers the blocks that are looked at: a regular expression that the paths of their sums
 *     match
 * @param statistics which statistics normalizations use
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record BranchVariance(When when, String layers, Statistics statistics, ProbedBatch batch)
    implements BatchProbe {

  private static final String BRANCH = "branch";
  private static final String SKIP = "skip";

  public BranchVariance {
    new LayerPattern(BranchVariance.class, layers);
  }

  /** At initialization, every block, as training sees it. */
  public BranchVariance() {
    this(new AtStart(), ".*", Statistics.BATCH_FROZEN_RUNNING, ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return MeasuredBranches.QUANTITIES;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of();
  }

  @Override
  public void check(Site site) {
    blocks(site);
  }

  private Parameters<TensorType> blocks(Site site) {
    Parameters<TensorType> all =
        Written.residualBlocks(site.objective(Penalty.EXCLUDED), statistics);
    Components.require(
        all.size() > 0,
        BranchVariance.class,
        "layers",
        "must be among those of a network with residual blocks",
        "used where there is none",
        "use a model with residual blocks, or leave the probe out of this cell");
    return new LayerPattern(BranchVariance.class, layers).someOf(all, "a residual block");
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Reader(site);
  }

  private final class Reader implements Instrument {

    private final Objective objective;
    private final Parameters<TensorType> blocks;
    private final NamedExecutable program;

    Reader(Site site) {
      this.objective = site.objective(Penalty.EXCLUDED);
      this.blocks = blocks(site);
      this.program =
          NamedProgram.trace(Written.arguments(objective, statistics), this::write)
              .compile(site.backend(), site.numerics());
    }

    private Parameters<Tensor> write(Parameters<Tensor> arguments) {
      Parameters<ResidualUse> uses =
          Written.of(objective, arguments, statistics)
              .residuals()
              .where((path, use) -> blocks.find(path).isPresent());
      Parameters<Tensor> results = Parameters.none();
      for (String path : uses.paths()) {
        results =
            results
                .and(variance(uses.get(path).branch()).within(path + "." + BRANCH))
                .and(variance(uses.get(path).skip()).within(path + "." + SKIP));
      }
      return results;
    }

    private static Parameters<Tensor> variance(Tensor x) {
      List<Integer> summed = x.shape().axesExcept(-1);
      Tensor centred = x.minus(x.mean(summed).broadcast(x.shape(), summed));
      Range.Scaled scaled = Range.WHOLE.scaled(List.of(centred));
      Tensor divided = scaled.elements().get(0);
      return Parameters.of("square", divided.times(divided).mean()).and(scaled.scale());
    }

    @Override
    public MeasuredBranches measure(Situation situation) {
      try (Owner owner = new Owner()) {
        Parameters<Double> found =
            program.run(situation.point().with(situation.batch()), owner).map(Array::toScalar);
        Map<String, MeasuredBranches.Block> read = new LinkedHashMap<>();
        for (String path : blocks.paths()) {
          read.put(
              path,
              new MeasuredBranches.Block(
                  variance(found, path + "." + BRANCH), variance(found, path + "." + SKIP)));
        }
        return new MeasuredBranches(new Parameters<>(read));
      }
    }

    private static double variance(Parameters<Double> found, String part) {
      double scale = Range.scale(found, part);
      return scale * scale * found.get(part + ".square");
    }

    @Override
    public void close() {
      program.close();
    }
  }
}
