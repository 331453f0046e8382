package org.normscape.contract.executable;

import static org.normscape.contract.executable.Rule.PAIR;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.contract.Runs;
import org.normscape.contract.executable.Rule.Lab;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

/** Rules for what executables give back, and how long it lives. */
final class Results {

  private Results() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("says what it compiled", Results::saysWhatItCompiled),
        new Rule("results outlive arguments and executable", Results::outliveArguments),
        new Rule("arguments outlive results", Results::argumentsOutliveResults),
        new Rule("later runs leave earlier results alone", Results::areLeftAlone),
        new Rule("a result may be a parameter", Results::mayBeAParameter),
        new Rule("the same result may come twice", Results::mayComeTwice),
        new Rule("results may be constant", Results::mayBeConstant),
        new Rule("a program may take nothing", Results::mayComeFromNothing),
        new Rule("results are arguments of other programs", Results::areArguments));
  }

  private static void saysWhatItCompiled(Lab lab, Expectations expect) {
    Program program = Trace.program(List.of(PAIR), in -> List.of(in.get(0).negate()));
    Compilation compilation = Compilation.of(Numerics.PRECISE).donating(0, 1);
    try (Executable executable = lab.backend().compile(program, compilation)) {
      expect.that("program() must be what was compiled", executable.program().equals(program));
      expect.that("compilation() must be how it was", executable.compilation().equals(compilation));
    }
  }

  private static void outliveArguments(Lab lab, Expectations expect) {
    Executable executable = lab.compile(List.of(PAIR), in -> List.of(in.get(0).plus(1)));
    Array x = lab.pair(1, 2);
    Array y = executable.run(List.of(x)).get(0);
    x.close();
    executable.close();
    expect.numbers("the result", y, 2, 3);
    y.close();
  }

  private static void argumentsOutliveResults(Lab lab, Expectations expect) {
    try (Executable executable = lab.negation();
        Array x = lab.pair(1, 2)) {
      executable.run(List.of(x)).forEach(Array::close);
      expect.numbers("the second result", Runs.take(executable.run(List.of(x))).get(0), -1, -2);
      expect.numbers("the argument", x, 1, 2);
    }
  }

  private static void areLeftAlone(Lab lab, Expectations expect) {
    try (Executable executable = lab.compile(List.of(PAIR), in -> List.of(in.get(0).times(2)));
        Array x = lab.pair(1, 2);
        Array z = lab.pair(5, 6);
        Array first = executable.run(List.of(x)).get(0);
        Array second = executable.run(List.of(z)).get(0)) {
      expect.numbers("the first result", first, 2, 4);
      expect.numbers("the second result", second, 10, 12);
    }
  }

  private static void mayBeAParameter(Lab lab, Expectations expect) {
    Array x = lab.pair(1, 2);
    try (Executable executable = lab.compile(List.of(PAIR), in -> List.of(in.get(0), in.get(0)))) {
      List<Array> same = executable.run(List.of(x));
      same.get(0).close();
      x.close();
      expect.numbers("the other result", same.get(1), 1, 2);
      same.get(1).close();
    }
  }

  private static void mayComeTwice(Lab lab, Expectations expect) {
    try (Executable executable = lab.compile(List.of(PAIR), Results::twice);
        Array x = lab.pair(1, 2)) {
      List<Array> results = executable.run(List.of(x));
      results.get(0).close();
      expect.numbers("the second result", results.get(1), -1, -2);
      expect.numbers("the third result", results.get(2), 0, -1);
      results.forEach(Array::close);
    }
  }

  private static List<Tensor> twice(List<Tensor> in) {
    Tensor y = in.get(0).negate();
    return List.of(y, y, y.plus(1));
  }

  private static void mayBeConstant(Lab lab, Expectations expect) {
    try (Executable executable =
            lab.compile(
                List.of(PAIR),
                in -> List.of(in.get(0).trace().fill(0.1, PAIR), in.get(0).zeros()));
        Array x = lab.pair(1, 2)) {
      executable.run(List.of(x)).forEach(Array::close);
      List<double[]> again = Runs.take(executable.run(List.of(x)));
      expect.numbers("the first result", again.get(0), 0.1, 0.1);
      expect.numbers("the second result", again.get(1), 0, 0);
    }
  }

  private static void mayComeFromNothing(Lab lab, Expectations expect) {
    Program program = Trace.program(List.of(), (trace, in) -> List.of(trace.fill(3, PAIR).plus(1)));
    expect.numbers("the result", Runs.once(lab.backend(), program, List.of()).get(0), 4, 4);
  }

  private static void areArguments(Lab lab, Expectations expect) {
    TensorType wide = TensorType.float64(2, 3);
    try (Executable turn =
            lab.compile(List.of(wide), in -> List.of(in.get(0).transpose(List.of(1, 0))));
        Executable scale =
            lab.compile(List.of(TensorType.float64(3, 2)), in -> List.of(in.get(0).times(10)));
        Array x = lab.backend().array(wide, 1, 2, 3, 4, 5, 6);
        Array turned = turn.run(List.of(x)).get(0)) {
      expect.numbers(
          "the result", Runs.take(scale.run(List.of(turned))).get(0), 10, 40, 20, 50, 30, 60);
    }
  }
}
