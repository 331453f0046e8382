package org.normscape.probe.distribution;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.component.Flat;
import org.normscape.ir.TensorType;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Objective;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.LossProbe;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.Units;
import org.normscape.probe.When;
import org.normscape.probe.when.AtStart;

/**
 * Histograms and quantiles of the entries of the gradient in each parameter, on one batch (Bjorck
 * et al., NeurIPS 2018, Figure 2: at initialization, without normalization, most are small and a
 * few enormous).
 *
 * <p>Costs: no pass of its own; the gradients that are looked at are read back and sorted.
 *
 * <p>Confounded by: the range: bins follow it, and a single far entry makes them all wide; and the
 * batch, of which the gradient is.
 *
 * @param when at which steps
 * @param layers the parameters that are looked at: a regular expression that their whole paths
 *     match, such as {@code conv55\.weight}
 * @param loss of which function, in which parameters
 * @param binning how a distribution is written down
 */
@AutoService(Probe.class)
public record GradientHistograms(
    When when, String layers, @Flat ProbedLoss loss, @Flat Binning binning) implements LossProbe {

  private static final Binning.Of QUANTITIES =
      Binning.Of.numbers(
          "gradient",
          "entries of the gradient",
          "gradient_bin",
          Units.GRADIENT,
          "Bjorck et al. (NeurIPS 2018), Figure 2");

  public GradientHistograms {
    new LayerPattern(GradientHistograms.class, layers);
  }

  /** At initialization, of all weights. */
  public GradientHistograms() {
    this(new AtStart(), ".*", ProbedLoss.ofWeights(), new Binning());
  }

  @Override
  public List<Quantity> quantities() {
    return QUANTITIES.all();
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of(loss.need(Part.GRADIENT));
  }

  @Override
  public void check(Site site) {
    chosen(site);
  }

  private Parameters<TensorType> chosen(Site site) {
    Objective objective = loss.objective(site);
    return new LayerPattern(GradientHistograms.class, layers)
        .someOf(loss.moving(objective, objective.types().parameters()), "a parameter");
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Reader(chosen(site));
  }

  private final class Reader implements Instrument {

    private final Parameters<TensorType> chosen;

    Reader(Parameters<TensorType> chosen) {
      this.chosen = chosen;
    }

    @Override
    public Distributions measure(Situation situation) {
      Parameters<Array> gradient = situation.found(loss.need(Part.GRADIENT)).gradient();
      return new Distributions(
          binning,
          QUANTITIES,
          gradient
              .where((path, value) -> chosen.find(path).isPresent())
              .map(value -> Sample.of(value.toDoubles())));
    }

    @Override
    public void close() {
      // Nothing was compiled.
    }
  }
}
