package org.normscape.bench.question;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.Once;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Read;
import org.normscape.bench.measure.Unit;
import org.normscape.bench.measure.Work;
import org.normscape.bench.trainer.Engine;
import org.normscape.bench.trainer.Setting;
import org.normscape.nn.Statistics;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.Penalty;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.activation.Detail;
import org.normscape.probe.curvature.Curvature;
import org.normscape.probe.curvature.spectrum.HessianEigenvalues;
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
 * What do probes cost, in what they are made of? Each sample is a ratio: of two times that one
 * process took in turn, or of the operations of the programs that were run; or a number of vectors.
 * Each piece of work says what is wanted at most, and what others publish.
 */
final class ProbeRatios implements Question {

  private static final String COUNTED = "counted operations";
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
  public List<Case> cases(Effort scale) {
    return Stream.concat(
            prices(scale).flatMap(Price::cases), Stream.of(density(scale)).flatMap(Held::cases))
        .toList();
  }

  private static Setting network(Effort scale, int batch) {
    return Setting.resNet(20, scale.of(16, 2), new BatchNorm(), scale.of(batch, 8), Numerics.FAST);
  }

  private static Stream<Price> prices(Effort scale) {
    Setting setting = network(scale, 128);
    int places = scale.of(7, 3);
    return Stream.of(
        new Price(
            "landscape of 8 step lengths, in 8 forward and backward passes",
            "at most 1.05 wanted",
            setting,
            ProbeComparison.of(landscape(), Probed::measure, Probed::gradient, 8, 4)),
        new Price(
            "largest eigenvalue by 20 Lanczos steps from a random vector, in gradients",
            "at most 65 wanted, curvlinops' 20 products 63",
            setting,
            ProbeComparison.of(
                eigenvalue(20, Double.MIN_NORMAL), Probed::measureAnew, Probed::gradient, 1, 3)),
        new Price(
            "largest eigenvalue by 4 products from the last step's, in gradients",
            "at most 15 wanted, no other tool starts from the last",
            setting,
            new ProbeComparison(
                eigenvalue(4, 1e-2),
                Probed::measureAndAdvance,
                Probed::measure,
                Probed::gradient,
                1,
                3)),
        new Price(
            "critical sharpness, in forward passes",
            "at most 10 wanted",
            setting,
            ProbeComparison.of(new CriticalSharpness(), Probed::measure, Probed::forward, 1, 5)),
        new Price(
            "gradient alignment of every weight, in steps",
            "at most 2 wanted",
            setting,
            ProbeComparison.of(alignment(), Probed::measure, Probed::step, 1, 2)),
        new Price(
            "covariate shift of two layers, in steps",
            "at most 2 wanted",
            setting,
            ProbeComparison.of(shift(), Probed::measure, Probed::step, 1, 2)),
        new Price(
            "plane, by %s × %s of its 51 × 51 places, in as many forward passes"
                .formatted(places, places),
            "at most 1.03 wanted",
            network(scale, 512),
            ProbeComparison.of(
                plane(places), Probed::measure, Probed::forward, places * places, places)));
  }

  private static Held density(Effort scale) {
    int samples = scale.of(10, 2);
    int products = scale.of(50, 6);
    return new Held(
        "spectral density by %s × %s products, in vectors of parameters held at once"
            .formatted(samples, products),
        "at most %s wanted, hessian-eigenthings keeps one for each product"
            .formatted(products + 10),
        network(scale, 8),
        samples,
        products);
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
        new Every(), ".*", Statistics.BATCH_FROZEN_RUNNING, Detail.SUMMARY, ProbedBatch.STEP);
  }

  private static Probe shift() {
    return new CovariateShift(
        new Every(),
        TWO_LAYERS,
        Penalty.EXCLUDED,
        Statistics.BATCH_FROZEN_RUNNING,
        Optional.empty(),
        ProbedBatch.STEP);
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

  private static Work work(String what, String beside, Setting setting) {
    return Work.uncounted("%s (%s): %s".formatted(what, beside, setting.title()));
  }

  /**
   * What a probe costs.
   *
   * @param what what, and in what
   * @param beside what is wanted, and what others publish
   * @param setting of which network
   * @param comparison with what
   */
  private record Price(String what, String beside, Setting setting, ProbeComparison comparison) {

    Stream<Case> cases() {
      Work work = work(what, beside, setting);
      return Stream.concat(
          Engine.ours().stream()
              .map(
                  engine ->
                      Case.ours(
                          work, engine.label(), new Read(() -> comparison.timed(engine, setting)))),
          Stream.of(Case.ours(work, COUNTED, new Once(() -> comparison.counted(setting)))));
    }
  }

  /**
   * What a spectral density holds.
   *
   * @param what what
   * @param beside what is wanted, and what others publish
   * @param setting of which network
   * @param samples how many random vectors it starts from
   * @param products how many products it takes from each
   */
  private record Held(String what, String beside, Setting setting, int samples, int products) {

    Stream<Case> cases() {
      return Engine.ours().stream()
          .map(
              engine ->
                  Case.ours(
                      work(what, beside, setting),
                      engine.label(),
                      new Once(() -> new HeldVectors(engine, setting, samples, products))));
    }
  }
}
