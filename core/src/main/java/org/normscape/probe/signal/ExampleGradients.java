package org.normscape.probe.signal;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.objective.Need;
import org.normscape.objective.Objective;
import org.normscape.probe.Instrument;
import org.normscape.probe.LossProbe;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.when.Every;

/**
 * Whether the gradients of single examples point the same way: their cosines (gradient confusion,
 * Sankararaman et al., ICML 2020), how much of them is left in their mean (what Bjorck et al.,
 * NeurIPS 2018, call input-independent), and how noisy the gradient of a batch is (Bjorck et al.,
 * section 2.1; McCandlish et al., 2018). The gradient of an example is n times the part of the
 * gradient that goes through its output, as the empirical Fisher matrix has it; statistics of the
 * batch are shared.
 *
 * <p>Costs: a forward and a backward pass for each example, and its gradient in memory.
 *
 * <p>Confounded by: the statistics of the batch, which examples share: through a batch
 * normalization, the gradient of one example depends on all; the number of examples, for in few
 * directions there is little confusion; and the population: without replacement the noise of a
 * batch is smaller.
 *
 * @param when at which steps
 * @param examples how many examples of the batch, the first ones; at least 2
 * @param population how many examples there are to draw batches from, where they are drawn without
 *     replacement; 0 where they are drawn with it
 * @param loss of which function, in which parameters
 */
@AutoService(Probe.class)
public record ExampleGradients(When when, int examples, int population, @Flat ProbedLoss loss)
    implements LossProbe {

  public ExampleGradients {
    Components.require(
        examples >= 2, ExampleGradients.class, "examples", "must be at least 2", examples);
    Components.notNegative(ExampleGradients.class, "population", population);
  }

  /** Every hundredth step, of all parameters, of four examples. */
  public ExampleGradients() {
    this(new Every(100, 0), 4, 0, new ProbedLoss());
  }

  @Override
  public List<Quantity> quantities() {
    return NoiseQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of();
  }

  @Override
  public void check(Site site) {
    batch(loss.objective(site));
  }

  /**
   * How many examples a batch has.
   *
   * @throws IllegalArgumentException when there are too few
   */
  int batch(Objective objective) {
    int batch = examplesOf(objective).orElse(0);
    Components.require(
        examples <= batch,
        ExampleGradients.class,
        "examples",
        "must be at most %s, those of a batch".formatted(batch),
        examples);
    Components.require(
        population == 0 || population >= batch,
        ExampleGradients.class,
        "population",
        "must be 0 or at least %s, those of a batch".formatted(batch),
        population);
    return batch;
  }

  private static OptionalInt examplesOf(Objective objective) {
    return objective.batch().values().stream()
        .filter(type -> type.shape().rank() > 0)
        .mapToInt(type -> type.shape().dim(0))
        .findFirst();
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new ExampleGradientsInstrument(this, site);
  }
}
