package org.normscape.bench.question;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.bench.deeplinear.DeepLinearStep;
import org.normscape.bench.deeplinear.DeepLinearTask;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Cost;
import org.normscape.bench.measure.Descent;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Steady;
import org.normscape.bench.measure.Work;
import org.normscape.nn.Statistics;

/**
 * What does an operation cost before it computes anything? A training step of the deep linear
 * network of Santurkar et al. (2018), section 2: a hundred products of a few thousand
 * floating-point operations each. Among the rivals is the reference backend, which dispatches
 * nothing.
 */
final class Dispatch implements Question {

  @Override
  public String name() {
    return "dispatch";
  }

  @Override
  public String sentence() {
    return "What does an operation cost before it computes anything?";
  }

  @Override
  public List<Case> cases(Effort scale) {
    Work work =
        Work.of(
            "deep linear network, 25 layers of 10 by 10, batch 32",
            () -> Cost.of(DeepLinearTask.OBJECTIVE.lossAndGradient(Statistics.BATCH).program()));
    return Stream.concat(
            DeepLinearStep.OURS.stream().map(name -> Case.ours(work, name, steady(name))),
            DeepLinearStep.RIVALS.stream().map(name -> Case.rival(work, name, steady(name))))
        .toList();
  }

  private static Steady steady(String contender) {
    return new Steady(() -> watched(DeepLinearStep.open(contender)));
  }

  private static Descent watched(DeepLinearStep step) {
    return new Descent(
        () -> {
          step.run();
          return step.loss();
        },
        step::close);
  }
}
