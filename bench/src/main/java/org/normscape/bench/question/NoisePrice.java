package org.normscape.bench.question;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Steady;
import org.normscape.bench.measure.Work;
import org.normscape.bench.trainer.Engine;
import org.normscape.bench.trainer.Setting;
import org.normscape.model.Vgg;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.Normalization;
import org.normscape.norm.batch.NoisyBatchNorm;

/**
 * What does noise cost that is drawn anew for each activation at each step? Drawing it is to take
 * at most a fifth of a step; what the step does with it comes on top.
 */
final class NoisePrice implements Question {

  @Override
  public String name() {
    return "noise";
  }

  @Override
  public String sentence() {
    return "How long does a training step of VGG-A take with noisy batch normalization, and drawing its noise alone? Wanted: drawing at most 0.2 of a step without noise.";
  }

  @Override
  public List<Case> cases(Effort scale) {
    return Engine.ours().stream().flatMap(engine -> cases(scale, engine)).toList();
  }

  private static Stream<Case> cases(Effort scale, Engine engine) {
    Setting plain = setting(scale, new BatchNorm());
    Setting noisy = setting(scale, new NoisyBatchNorm());
    Work work =
        Work.uncounted(
            "VGG-A of width %s, batch %s, on %s"
                .formatted(scale.of(16, 8), plain.batch(), engine.label()));
    return Stream.of(
        Case.rival(work, "without noise", training(engine, plain)),
        Case.ours(work, "noise", training(engine, noisy)),
        Case.ours(
            work, "drawing alone", new Steady(() -> new NoiseDrawing(engine.label(), noisy))));
  }

  private static Steady training(Engine engine, Setting setting) {
    return new Steady(() -> new Unwatched(Workloads.training(engine, setting)));
  }

  /** So narrow that little is computed for each number that is drawn. */
  private static Setting setting(Effort scale, Normalization normalization) {
    return Setting.vgg(
        Vgg.Variant.VGG_A, scale.of(16, 8), normalization, scale.of(128, 16), Numerics.FAST);
  }
}
