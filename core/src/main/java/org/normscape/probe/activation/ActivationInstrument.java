package org.normscape.probe.activation;

import java.util.regex.Pattern;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.objective.Arguments;
import org.normscape.objective.Found;
import org.normscape.objective.Objective;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;

/** {@link ActivationStatistics} that are ready to be measured. */
final class ActivationInstrument implements Instrument {

  private final ActivationStatistics probe;
  private final Pattern layers;
  private final MomentsProgram program;

  ActivationInstrument(ActivationStatistics probe, Site site) {
    this.probe = probe;
    this.layers = Pattern.compile(probe.layers());
    this.program =
        new MomentsProgram(
            measured(types(site.objective(probe.need().penalty()))),
            site.backend(),
            site.numerics());
  }

  private Parameters<TensorType> types(Objective objective) {
    return NamedProgram.trace(
            new Arguments<>(objective.types(), objective.arguments(probe.statistics())).named(),
            tensors -> {
              Arguments<Tensor> at = Arguments.of(tensors);
              return objective.evaluate(at.point(), at.batch(), probe.statistics()).activations();
            })
        .results();
  }

  private Parameters<TensorType> measured(Parameters<TensorType> all) {
    Parameters<TensorType> measured = chosen(all);
    Components.require(
        measured.size() > 0,
        ActivationStatistics.class,
        "layers",
        "must match the path of an activation, one of " + String.join(", ", all.paths()),
        probe.layers());
    return measured;
  }

  private <T> Parameters<T> chosen(Parameters<T> all) {
    return all.where((path, value) -> layers.matcher(path).matches());
  }

  @Override
  public ActivationProfile measure(Situation situation) {
    Found found = situation.found(probe.need());
    return new ActivationProfile(
        program.run(chosen(found.activations()), chosen(found.activationGradients())),
        probe.statistics());
  }

  @Override
  public void close() {
    program.close();
  }
}
