package org.normscape.probe.theory;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.ir.TensorType;
import org.normscape.linalg.Comparison;
import org.normscape.linalg.Comparison.Compared;
import org.normscape.objective.Need;
import org.normscape.objective.Penalty;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.When;
import org.normscape.probe.when.LogSpaced;

/**
 * How far each weight is from where it was at the first measurement, and how much nearer the
 * nearest multiple of it is (Santurkar et al., NeurIPS 2018, Lemma 4.5). Where a normalization
 * undoes the scale of a weight W, every multiple k W is the same network, and for {@code k =
 * ⟨W,W₀⟩/‖W‖²}
 *
 * <pre>
 *   ‖W₀ − kW‖² = ‖W₀ − W‖² − (‖W‖² − ⟨W,W₀⟩)²/‖W‖²
 * </pre>
 *
 * <p>which the lemma states for a solution W and positive ⟨W,W₀⟩. It remembers the first weights,
 * and runs no pass: there are no batch, no statistics and no penalty to choose.
 *
 * <p>Costs: no pass; a copy of the weights.
 *
 * <p>Confounded by: the length of weights: the distance to a multiple is shorter by definition,
 * whatever was trained. It is from the first measurement, which is the start only where it measures
 * at step 0.
 *
 * @param when at which steps; the first one is what all others are held against
 * @param layers the weights that are looked at: a regular expression that their whole paths match
 */
@AutoService(Probe.class)
public record DistanceFromStart(When when, String layers) implements Probe {

  public DistanceFromStart {
    new LayerPattern(DistanceFromStart.class, layers);
  }

  /** At twenty steps, each by about the same factor later than the one before, of every weight. */
  public DistanceFromStart() {
    this(new LogSpaced(), ".*");
  }

  @Override
  public List<Quantity> quantities() {
    return StartQuantities.ALL;
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public void check(Site site) {
    weights(site);
  }

  private Parameters<TensorType> weights(Site site) {
    return ChosenWeights.types(DistanceFromStart.class, layers, site.objective(Penalty.INCLUDED));
  }

  @Override
  public Instrument prepare(Site site) {
    return new Watch(weights(site), site);
  }

  private static final class Watch implements Instrument {

    private final Backend backend;
    private final Parameters<Comparison> comparisons;
    private Owner owner = new Owner();
    private Parameters<Array> start = Parameters.none();

    Watch(Parameters<TensorType> weights, Site site) {
      this.backend = site.backend();
      this.comparisons = ChosenWeights.comparisons(weights, site);
    }

    @Override
    public DistancesFromStart measure(Situation situation) {
      Parameters<Array> here =
          situation.point().parameters().where((path, value) -> comparisons.find(path).isPresent());
      if (start.size() == 0) {
        recall(here);
      }
      Map<String, Compared> found = new LinkedHashMap<>();
      comparisons
          .byPath()
          .forEach(
              (path, comparison) ->
                  found.put(
                      path,
                      comparison.of(
                          Parameters.of(path, here.get(path)),
                          Parameters.of(path, start.get(path)))));
      return new DistancesFromStart(new Parameters<>(found));
    }

    @Override
    public Parameters<Array> memory() {
      return start;
    }

    @Override
    public void recall(Parameters<Array> memory) {
      owner.close();
      owner = new Owner();
      start = owner.own(memory.map(array -> backend.array(array.type(), array.toDoubles())));
    }

    @Override
    public void close() {
      owner.close();
      comparisons.values().forEach(Comparison::close);
    }
  }
}
