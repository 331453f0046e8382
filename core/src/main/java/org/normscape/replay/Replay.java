package org.normscape.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.ir.Equation;
import org.normscape.ir.Program;
import org.normscape.ir.Var;

/**
 * One run of a program, done again equation by equation on two backends side by side. Each keeps
 * its own values, so operands are equal up to the first difference, but for denormals and −0 where
 * one backend has +0: these do not count between equations, since exact programs make them +0
 * before they matter.
 */
public final class Replay implements AutoCloseable {

  private final Program program;
  private final SingleEquations one;
  private final SingleEquations other;
  private final Map<Var, Pair> values = new HashMap<>();
  private final Map<Var, Integer> lastUse = new HashMap<>();

  private Replay(CapturedRun run, Backend one, Backend other) {
    this.program = run.prepared();
    this.one = new SingleEquations(one, run.compilation().numerics());
    this.other = new SingleEquations(other, run.compilation().numerics());
    for (int i = 0; i < run.arguments().size(); i++) {
      HostArray argument = run.arguments().get(i);
      values.put(program.parameters().get(i), new Pair(argument.on(one), argument.on(other)));
    }
    for (int i = 0; i < program.equations().size(); i++) {
      for (Var input : program.equations().get(i).inputs()) {
        lastUse.put(input, i);
      }
    }
  }

  /** A value on both backends. */
  private record Pair(Array one, Array other) {

    void close() {
      one.close();
      other.close();
    }
  }

  /**
   * The first equation whose result differs; empty when none differs by itself.
   *
   * @param run the run; its program is prepared first, as backends prepare it
   */
  public static Optional<EquationDifference> firstDifference(
      CapturedRun run, Backend one, Backend other) {
    try (Replay replay = new Replay(run, one, other)) {
      return replay.firstDifference();
    }
  }

  /** The results that differ when the program is run as a whole, as it was compiled. */
  public static List<ResultDifference> results(CapturedRun run, Backend one, Backend other) {
    List<Array> ours = run.on(one);
    List<Array> theirs = run.on(other);
    List<ResultDifference> differences = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      Optional<ArrayDifference> difference = ArrayDifference.of(ours.get(i), theirs.get(i));
      if (difference.isPresent()) {
        differences.add(new ResultDifference(i + 1, ours.size(), difference.get()));
      }
    }
    ours.forEach(Array::close);
    theirs.forEach(Array::close);
    return differences;
  }

  private Optional<EquationDifference> firstDifference() {
    for (int i = 0; i < program.equations().size(); i++) {
      Optional<EquationDifference> difference = step(i);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<EquationDifference> step(int index) {
    Equation equation = program.equations().get(index);
    List<Pair> operands =
        equation.inputs().stream().map(v -> Objects.requireNonNull(values.get(v))).toList();
    Pair result =
        new Pair(
            one.run(equation, operands.stream().map(Pair::one).toList()),
            other.run(equation, operands.stream().map(Pair::other).toList()));
    values.put(equation.outputs().get(0), result);
    if (!ArrayDifference.equalWhenFlushed(result.one, result.other)) {
      return ArrayDifference.of(result.one, result.other)
          .map(difference -> difference(equation, index, operands, difference));
    }
    forgetUnused(index, equation);
    return Optional.empty();
  }

  private EquationDifference difference(
      Equation equation, int index, List<Pair> operands, ArrayDifference difference) {
    return new EquationDifference(
        equation,
        index + 1,
        program.equations().size(),
        operands.stream().map(pair -> OperandSummary.of(pair.one)).toList(),
        difference);
  }

  private void forgetUnused(int index, Equation equation) {
    List<Var> unused = new ArrayList<>(equation.inputs());
    unused.addAll(equation.outputs());
    for (Var var : unused) {
      if (lastUse.getOrDefault(var, index) <= index) {
        Optional.ofNullable(values.remove(var)).ifPresent(Pair::close);
      }
    }
  }

  @Override
  public void close() {
    values.values().forEach(Pair::close);
    one.close();
    other.close();
  }
}
