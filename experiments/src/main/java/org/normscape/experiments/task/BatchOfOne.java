package org.normscape.experiments.task;

import org.normscape.composite.Standardization;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.ir.Equation;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;

/**
 * The check that no normalization takes its statistics over one number, where a batch has one
 * example: it would give its shift whatever the input, and whatever is measured would be of that.
 */
final class BatchOfOne {

  private BatchOfOne() {}

  /**
   * Checks what a training step computes.
   *
   * @throws IllegalArgumentException when a normalization has one number
   */
  static void check(CellSpec cell, Program program) {
    if (cell.data().batch() == 1 && program.equations().stream().anyMatch(BatchOfOne::isOfOne)) {
      throw new IllegalArgumentException(
          "data.batch: must be at least 2 where a normalization has no other number to take its statistics over, but it is 1. To fix: take a larger batch, or a normalization within an example.");
    }
  }

  private static boolean isOfOne(Equation equation) {
    return equation.operation() instanceof Standardization rule
        && equation.inputs().get(0).type().shape().size()
            == kept(rule, equation.inputs().get(0).type().shape());
  }

  private static int kept(Standardization rule, Shape input) {
    return rule.keptAxes().stream().mapToInt(input::dim).reduce(1, (a, b) -> a * b);
  }
}
