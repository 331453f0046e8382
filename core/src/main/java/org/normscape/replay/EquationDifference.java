package org.normscape.replay;

import java.util.List;
import org.normscape.ir.Equation;

/**
 * An equation whose result differs between two backends on equal operands.
 *
 * @param equation the equation, as it stands in the program that was run
 * @param number which of the equations, from 1
 * @param count how many there are
 * @param operands what its operands are like
 * @param difference how its result differs
 */
public record EquationDifference(
    Equation equation,
    int number,
    int count,
    List<OperandSummary> operands,
    ArrayDifference difference) {

  public EquationDifference {
    operands = List.copyOf(operands);
  }

  /** The same in lines, with the names of the two backends. */
  public String describe(String nameOfOne, String nameOfOther) {
    StringBuilder text = new StringBuilder();
    text.append("equation %s of %s: %s%n".formatted(number, count, equation));
    text.append("  %s%n".formatted(difference.describe(nameOfOne, nameOfOther)));
    for (int i = 0; i < operands.size(); i++) {
      text.append("  operand %s:%s%n".formatted(equation.inputs().get(i), operands.get(i)));
    }
    return text.toString();
  }
}
