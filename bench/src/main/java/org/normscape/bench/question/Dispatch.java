package org.normscape.bench.question;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Cost;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Scale;
import org.normscape.bench.measure.Steady;
import org.normscape.bench.measure.Work;
import org.normscape.nn.Statistics;

/**
 * What does an operation cost before it computes anything? A training step of the deep linear
 * network of Santurkar et al. (2018), section 2: some hundred operations of a few thousand
 * floating-point operations each. The reference backend, which dispatches nothing, is the rival.
 */
final class Dispatch implements Question {

  private static final String REFERENCE = "reference";

  @Override
  public String name() {
    return "dispatch";
  }

  @Override
  public String sentence() {
    return "What does an operation cost before it computes anything?";
  }

  @Override
  public List<Case> cases(Scale scale) {
    Work work =
        Work.of(
            "deep linear network, 25 layers of 10 by 10, batch 32",
            () -> Cost.of(DeepLinearStep.OBJECTIVE.lossAndGradient(Statistics.BATCH).program()));
    return Stream.concat(
            Stream.of("tensorflow", "nd4j").map(b -> Case.ours(work, b, steady(b))),
            Stream.of(Case.rival(work, REFERENCE, steady(REFERENCE))))
        .toList();
  }

  private static Steady steady(String backend) {
    return new Steady(() -> new DeepLinearStep(backend));
  }
}
