package org.normscape.bench.question;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Gauge;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Read;
import org.normscape.bench.measure.Scale;
import org.normscape.bench.measure.Unit;
import org.normscape.bench.measure.Work;
import org.normscape.bench.trainer.Engine;
import org.normscape.bench.trainer.Setting;
import org.normscape.nn.Statistics;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.Penalty;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.activation.Detail;
import org.normscape.probe.curvature.Curvature;
import org.normscape.probe.curvature.HessianEigenvalues;
import org.normscape.probe.direction.Granularity;
import org.normscape.probe.direction.NormalizedRandom;
import org.normscape.probe.direction.Passes;
import org.normscape.probe.landscape.Landscape;
import org.normscape.probe.plane.Plane;
import org.normscape.probe.sharpness.CriticalSharpness;
import org.normscape.probe.shift.CovariateShift;
import org.normscape.probe.signal.GradientAlignment;
import org.normscape.probe.when.Every;

/**
 * What do probes cost, in what they are made of? Each sample is a ratio of two times that one
 * process took in turn, or a number of vectors, and each piece of work says what is wanted at most.
 */
final class ProbeRatios implements Question {

  private static final String TWO_LAYERS = "block(3|6)\\.conv1";

  @Override
  public String name() {
    return "probes";
  }

  @Override
  public String sentence() {
    return "What do probes of a ResNet-20 with batch normalization cost, in what they are made of?";
  }

  @Override
  public Unit unit() {
    return Unit.RATIO;
  }

  @Override
  public List<Case> cases(Scale scale) {
    return prices(scale).flatMap(price -> Engine.ours().stream().map(price::by)).toList();
  }

  private static Setting network(Scale scale, int batch) {
    return Setting.resNet(20, scale.of(16, 2), new BatchNorm(), scale.of(batch, 8), Numerics.FAST);
  }

  private static Stream<Price> prices(Scale scale) {
    Setting setting = network(scale, 128);
    int places = scale.of(51, 5);
    int products = scale.of(50, 6);
    return Stream.of(
        new Price(
            "landscape of 8 step lengths, in 8 forward and backward passes",
            1.05,
            setting,
            ProbeTimes.of(landscape(), Probed::measure, Probed::gradient, 8, 4)::open),
        new Price(
            "largest eigenvalue by 20 Lanczos steps from a random vector, in gradients",
            65,
            setting,
            ProbeTimes.of(
                    eigenvalue(20, Double.MIN_NORMAL), Probed::measureAnew, Probed::gradient, 1, 5)
                ::open),
        new Price(
            "largest eigenvalue one step after the last, in gradients",
            15,
            setting,
            new ProbeTimes(
                    eigenvalue(30, 1e-2), Probed::advance, Probed::measure, Probed::gradient, 1, 5)
                ::open),
        new Price(
            "spectral density by %s × %s products, in vectors of parameters held at once"
                .formatted(scale.of(10, 2), products),
            products + 10,
            network(scale, 8),
            (engine, given) -> new HeldVectors(engine, given, scale.of(10, 2), products)),
        new Price(
            "critical sharpness, in forward passes",
            10,
            setting,
            ProbeTimes.of(new CriticalSharpness(), Probed::measure, Probed::forward, 1, 5)::open),
        new Price(
            "gradient alignment of every weight, in steps",
            2,
            setting,
            ProbeTimes.of(alignment(), Probed::measure, Probed::step, 1, 2)::open),
        new Price(
            "covariate shift of two layers, in steps",
            2,
            setting,
            ProbeTimes.of(shift(), Probed::measure, Probed::step, 1, 2)::open),
        new Price(
            "plane of %s × %s places, in as many forward passes".formatted(places, places),
            1.03,
            network(scale, 32),
            ProbeTimes.of(plane(places), Probed::measure, Probed::forward, places * places, places)
                ::open));
  }

  private static Probe landscape() {
    return new Landscape(
        new Every(),
        DoubleStream.iterate(0.5, x -> x + 0.5).limit(8).boxed().toList(),
        new ProbedLoss());
  }

  private static Probe eigenvalue(int iterations, double tolerance) {
    return new HessianEigenvalues(new Every(), new Curvature(), 1, 0, iterations, tolerance);
  }

  private static Probe alignment() {
    return new GradientAlignment(
        new Every(), ".*", Statistics.BATCH_FROZEN_RUNNING, Detail.SUMMARY);
  }

  private static Probe shift() {
    return new CovariateShift(
        new Every(),
        TWO_LAYERS,
        Penalty.EXCLUDED,
        Statistics.BATCH_FROZEN_RUNNING,
        Optional.empty());
  }

  private static Probe plane(int places) {
    return new Plane(
        new Every(),
        new NormalizedRandom(Granularity.FILTER, 1),
        new NormalizedRandom(Granularity.FILTER, 2),
        1,
        places,
        Passes.FORWARD,
        ProbedLoss.ofWeights());
  }

  /**
   * What something costs.
   *
   * @param what what, and in what
   * @param wanted what it may cost at most
   * @param setting of which network
   * @param gauge opens what tells
   */
  private record Price(
      String what, double wanted, Setting setting, BiFunction<Engine, Setting, Gauge> gauge) {

    Case by(Engine engine) {
      return Case.ours(
          Work.uncounted("%s (at most %s wanted): %s".formatted(what, wanted, setting.title())),
          engine.label(),
          new Read(() -> gauge.apply(engine, setting)));
    }
  }
}
