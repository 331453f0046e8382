package org.normscape.probe.activation;

import org.normscape.objective.Found;
import org.normscape.objective.Objective;
import org.normscape.probe.Instrument;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;

/** {@link ActivationStatistics} that are ready to be measured. */
final class ActivationInstrument implements Instrument {

  private final ActivationStatistics probe;
  private final LayerPattern layers;
  private final MomentsProgram program;

  ActivationInstrument(ActivationStatistics probe, Site site) {
    this.probe = probe;
    this.layers = probe.pattern();
    Objective objective = site.objective(probe.need().penalty());
    this.program =
        new MomentsProgram(
            ChosenActivations.types(layers, objective, probe.statistics()),
            site.backend(),
            site.numerics());
  }

  @Override
  public ActivationProfile measure(Situation situation) {
    Found found = situation.found(probe.need());
    return new ActivationProfile(
        program.run(layers.of(found.activations()), layers.of(found.activationGradients())),
        probe.statistics());
  }

  @Override
  public void close() {
    program.close();
  }
}
