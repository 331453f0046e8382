package org.normscape.experiments.train;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.RunLog.Recorder;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.ProbeSpec;
import org.normscape.nn.Statistics;
import org.normscape.objective.Found;
import org.normscape.objective.Need;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.objective.Variants;
import org.normscape.params.Parameters;
import org.normscape.probe.landscape.Band;
import org.normscape.probe.landscape.GradientLine;
import org.normscape.probe.landscape.GradientLineProbe;
import org.normscape.probe.landscape.LinePoint;
import org.normscape.train.Step;

/** Measures along the gradient at the steps that a specification names, and records it. */
final class LandscapeMeter implements AutoCloseable {

  private final ProbeSpec.Landscape spec;
  private final Penalty penalty;
  private final GradientLineProbe probe;

  LandscapeMeter(
      ProbeSpec.Landscape spec, ExperimentSpec experiment, Variants variants, Backend backend) {
    this.spec = spec;
    this.penalty = Penalty.valueOf(spec.weightDecay().name());
    this.probe =
        new GradientLineProbe(
            backend,
            experiment.numerics(),
            variants.of(penalty),
            (path, parameter) -> spec.parameters().contains(parameter.role()),
            spec.statistics());
  }

  boolean measures(int step) {
    return spec.measures(step);
  }

  /** What it has to know of a step. */
  Set<Need> needs() {
    return spec.statistics() == Statistics.RUNNING ? Set.of() : Set.of(Need.gradient(penalty));
  }

  /** Records what it measures; the loss along the gradient that is highest. */
  double measure(
      int number,
      Point<Array> point,
      Step step,
      Parameters<Array> batch,
      double learningRate,
      Recorder recorder) {
    List<Double> lengths =
        spec.stepLengths().stream().map(length -> checked(length, learningRate)).toList();
    GradientLine line = line(point, step, batch, lengths);
    record(number, line, recorder);
    return line.lossBand().high();
  }

  private double checked(double factor, double learningRate) {
    double length = factor * learningRate;
    if (!probe.accepts(length)) {
      throw UserError.usage(
          "probe.landscape.step-lengths: times the learning rate they must be numbers other than 0 in the objective's type, but %s times %s is 0 or infinite there. To fix: change one of the two, or set numerics = precise."
              .formatted(factor, learningRate));
    }
    return length;
  }

  /**
   * The gradient of the step is that of the loss under the statistics of the batch. Under the
   * running ones it is another function that is probed, from its own loss and gradient.
   */
  private GradientLine line(
      Point<Array> point, Step step, Parameters<Array> batch, List<Double> lengths) {
    if (spec.statistics() == Statistics.RUNNING) {
      return probe.measure(point, batch, lengths);
    }
    Found found = step.found(Need.gradient(penalty));
    return probe.measure(point, found.loss(), found.gradient(), batch, lengths);
  }

  private static void record(int step, GradientLine line, Recorder recorder) {
    recorder.record(step, "probe_loss", line.loss());
    recorder.record(step, "gradient_norm", line.gradientNorm());
    record(step, "loss_band", line.lossBand(), recorder);
    record(step, "gradient_difference", line.gradientDifferenceBand(), recorder);
    recorder.record(step, "effective_beta_max", line.effectiveSmoothness());
    for (LinePoint point : line.points()) {
      Map<String, Double> at = Map.of("epsilon", point.stepLength());
      recorder.record(step, "loss_along_gradient", point.loss(), at);
      recorder.record(step, "gradient_difference", point.gradientDifference(), at);
      recorder.record(step, "effective_beta", point.effectiveSmoothness(), at);
      recorder.record(step, "gradient_cosine", point.cosine(), at);
      recorder.record(step, "relative_gradient_difference", point.relativeDifference(), at);
      recorder.record(step, "gradient_norm_along_gradient", point.gradientNorm(), at);
    }
  }

  private static void record(int step, String metric, Band band, Recorder recorder) {
    recorder.record(step, metric + "_low", band.low());
    recorder.record(step, metric + "_high", band.high());
  }

  @Override
  public void close() {
    probe.close();
  }
}
