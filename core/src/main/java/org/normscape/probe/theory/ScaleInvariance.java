package org.normscape.probe.theory;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.ir.TensorType;
import org.normscape.linalg.Comparison;
import org.normscape.linalg.Comparison.Compared;
import org.normscape.nn.Statistics;
import org.normscape.objective.Finder;
import org.normscape.objective.Found;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Needs;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
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
import org.normscape.probe.when.AtStart;

/**
 * Whether the scale of each weight matters: the loss and the gradient where one weight at a time is
 * multiplied with a number, on one batch. Before a normalization {@code L(aW) = L(W)}, but for its
 * ε, and {@code ∇L(aW) = ∇L(W)/a}, and the gradient is orthogonal to the weight (Ioffe and Szegedy,
 * ICML 2015, section 3.3; Santurkar et al., NeurIPS 2018, before Lemma 4.5).
 *
 * <p>Costs: a forward and a backward pass for each weight.
 *
 * <p>Confounded by: ε: where the variance before a normalization is not far above it, the scale
 * does matter; and running statistics, with which it always does.
 *
 * @param when at which steps
 * @param layers the weights that are looked at: a regular expression that their whole paths match
 * @param factor what they are multiplied with
 * @param statistics which statistics normalizations use: with running ones nothing is invariant
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record ScaleInvariance(
    When when, String layers, double factor, Statistics statistics, ProbedBatch batch)
    implements BatchProbe {

  public ScaleInvariance {
    new LayerPattern(ScaleInvariance.class, layers);
    Components.positive(ScaleInvariance.class, "factor", factor);
  }

  /** At initialization, every weight times 2, as training sees them. */
  public ScaleInvariance() {
    this(new AtStart(), ".*", 2, Statistics.BATCH_FROZEN_RUNNING, ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return InvarianceQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of(need());
  }

  private Need need() {
    return new Need(statistics, Penalty.EXCLUDED, Set.of(Part.GRADIENT));
  }

  @Override
  public void check(Site site) {
    weights(site);
  }

  private Parameters<TensorType> weights(Site site) {
    return ChosenWeights.types(ScaleInvariance.class, layers, site.objective(Penalty.EXCLUDED));
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Scaler(site);
  }

  private final class Scaler implements Instrument {

    private final Parameters<TensorType> weights;
    private final NamedExecutable scaled;
    private final Parameters<Comparison> comparisons;
    private final Finder finder;

    Scaler(Site site) {
      this.weights = weights(site);
      this.scaled =
          NamedProgram.trace(weights, all -> all.map(weight -> weight.times(factor)))
              .compile(site.backend(), site.numerics());
      this.comparisons = ChosenWeights.comparisons(weights, site);
      this.finder =
          Needs.of(site.objectives(), List.of(need())).compile(site.backend(), site.numerics());
    }

    @Override
    public MeasuredInvariance measure(Situation situation) {
      Found here = situation.found(need());
      Parameters<Array> values = chosen(situation.point().parameters());
      Map<String, MeasuredInvariance.Weight> found = new LinkedHashMap<>();
      try (Owner owner = new Owner()) {
        Parameters<Array> multiples = scaled.run(values, owner);
        for (String path : weights.paths()) {
          found.put(path, weight(situation, here, path, multiples.get(path)));
        }
      }
      return new MeasuredInvariance(factor, new Parameters<>(found));
    }

    private MeasuredInvariance.Weight weight(
        Situation situation, Found here, String path, Array multiple) {
      Point<Array> point = situation.point();
      Parameters<Array> value = one(path, point.parameters());
      Parameters<Array> gradient = one(path, here.gradient());
      Point<Array> moved =
          new Point<>(point.parameters().replacedBy(Parameters.of(path, multiple)), point.state());
      try (Owner owner = new Owner()) {
        Found there = finder.find(moved, situation.batch(), owner).of(need());
        Comparison comparison = comparisons.get(path);
        Compared gradients = comparison.of(gradient, one(path, there.gradient()));
        return new MeasuredInvariance.Weight(
            here.loss(),
            there.loss(),
            gradients.norm(),
            gradients.otherNorm(),
            comparison.of(value, gradient).cosine());
      }
    }

    private Parameters<Array> chosen(Parameters<Array> all) {
      return all.where((path, value) -> weights.find(path).isPresent());
    }

    private static Parameters<Array> one(String path, Parameters<Array> all) {
      return Parameters.of(path, all.get(path));
    }

    @Override
    public void close() {
      scaled.close();
      comparisons.values().forEach(Comparison::close);
      finder.close();
    }
  }
}
