package org.normscape.experiments.task;

import java.util.List;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.spec.EarlyStopping;

/** The watch over a training loss that may not fall any more. */
final class Patience {

  private final EarlyStopping rule;
  private double least = Double.POSITIVE_INFINITY;
  private int fellAt;

  /** A watch that has seen no loss yet. */
  Patience(EarlyStopping rule) {
    this.rule = rule;
  }

  /** Whether it has to know the losses before. */
  boolean isNeeded() {
    return rule.patience().isPresent();
  }

  /** Goes on from where the steps before had these losses. */
  void recall(List<Series.Sample> losses) {
    losses.forEach(loss -> see(loss.step(), loss.value()));
  }

  /** Looks at the loss of a step; whether it has not fallen for as long as the rule allows. */
  boolean look(int step, double loss) {
    see(step, loss);
    return rule.patience().filter(most -> step - fellAt >= most).isPresent();
  }

  private void see(int step, double loss) {
    if (loss < least - rule.minDelta()) {
      least = loss;
      fellAt = step;
    }
  }

  /** What it has seen, in words. */
  String said() {
    return "the training loss has not fallen by more than %s below %s of step %s in %s steps"
        .formatted(
            rule.minDelta(), least, fellAt, rule.patience().map(String::valueOf).orElse("any"));
  }
}
