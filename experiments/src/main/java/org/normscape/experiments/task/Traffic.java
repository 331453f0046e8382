package org.normscape.experiments.task;

import org.normscape.ir.Equation;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;
import org.normscape.ir.Var;

/** How many bytes a program reads and writes where each equation is carried out by itself. */
final class Traffic {

  /** What starting an operation costs, in bytes that could be moved meanwhile. */
  private static final double START = 50_000;

  private Traffic() {}

  /** The bytes: what tells programs that take long from those that do not. */
  static double of(Program program) {
    return program.equations().stream().mapToDouble(Traffic::of).sum();
  }

  private static double of(Equation equation) {
    return START
        + equation.inputs().stream().map(Var::type).mapToDouble(TensorType::bytes).sum()
        + equation.outputs().stream().map(Var::type).mapToDouble(TensorType::bytes).sum();
  }
}
