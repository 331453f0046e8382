package org.normscape.probe.weight;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.linalg.Comparison;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.objective.Need;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.optim.Descent;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.When;
import org.normscape.probe.when.Every;

/**
 * How fast each weight turns: its norm, the effective learning rate η/‖w‖², how long the update is
 * beside it and by which angle it turns. Where a normalization rescales again what a layer gives,
 * only the direction of its weights matters, and networks should be compared at equal rates of
 * these (van Laarhoven, 2017; Kosson et al., ICML 2024). Beside the angle stands the one that the
 * optimizer leads to in the end. It looks at weights and their update alone: there are no batch, no
 * statistics and no penalty to choose.
 *
 * <p>Costs: nothing but sums.
 *
 * <p>Confounded by: weights that no normalization rescales again: of those the rate η/‖w‖² says
 * little; weight decay and time: the angle of equilibrium is approached after about 1/(ηλ) steps.
 *
 * @param when at which steps
 */
@AutoService(Probe.class)
public record EffectiveRate(When when) implements Probe {

  /** Every step. */
  public EffectiveRate() {
    this(new Every());
  }

  @Override
  public List<Quantity> quantities() {
    return RateQuantities.ALL;
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public Instrument prepare(Site site) {
    return new Reader(site);
  }

  private static final class Reader implements Instrument {

    private final Parameters<Comparison> weights;
    private final Descent descent;

    Reader(Site site) {
      this.descent = site.descent();
      Objective objective = site.objective(Penalty.INCLUDED);
      Parameters<ParameterSpec> specs =
          objective.parameters().where((path, spec) -> spec.role() == Role.WEIGHT);
      Map<String, Comparison> compared = new LinkedHashMap<>();
      for (String path : specs.paths()) {
        compared.put(
            path,
            new Comparison(
                site.backend(),
                site.numerics(),
                Parameters.of(path, specs.get(path).type(objective.dtype()))));
      }
      this.weights = new Parameters<>(compared);
    }

    @Override
    public Turning measure(Situation situation) {
      Parameters<Array> here = situation.point().parameters();
      Parameters<Array> there = situation.update().parameters();
      Map<String, Comparison.Compared> found = new LinkedHashMap<>();
      weights
          .byPath()
          .forEach(
              (path, comparison) ->
                  found.put(
                      path,
                      comparison.of(
                          Parameters.of(path, here.get(path)),
                          Parameters.of(path, there.get(path)))));
      double rate = situation.learningRate();
      return new Turning(
          rate,
          descent.rule().equilibriumAngle(rate, descent.weightDecay().factor()),
          new Parameters<>(found));
    }

    @Override
    public void close() {
      weights.values().forEach(Comparison::close);
    }
  }
}
