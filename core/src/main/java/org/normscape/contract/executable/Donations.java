package org.normscape.contract.executable;

import static org.normscape.contract.executable.Rule.PAIR;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

/** Rules for arguments that a run uses up. */
final class Donations {

  private static final int SIDE = 64;
  private static final int STEPS = 200;

  private Donations() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("donated arguments are closed and others are not", Donations::areClosed),
        new Rule("a donated argument is read before it is overwritten", Donations::areReadFirst),
        new Rule("a donated state is carried over many steps", Donations::areCarriedOver),
        new Rule("a donated argument given twice is refused", Donations::givenTwice),
        new Rule("donation of what is no parameter is refused", Donations::ofNoParameter));
  }

  private static Executable sum(Lab lab) {
    return lab.donating(List.of(PAIR, PAIR), in -> List.of(in.get(0).plus(in.get(1))));
  }

  private static void areClosed(Lab lab, Expectations expect) {
    try (Executable executable = sum(lab);
        Array step = lab.pair(1, 10)) {
      Array x = lab.pair(1, 2);
      Array y = executable.run(List.of(x, step)).get(0);
      expect.refusal("reading what was donated", IllegalStateException.class, x::toDoubles);
      expect.refusal(
          "running on what was donated",
          IllegalStateException.class,
          () -> executable.run(List.of(x, step)));
      expect.numbers("the argument that was kept", step, 1, 10);
      expect.numbers("the result", Runs.take(List.of(y)).get(0), 2, 12);
    }
  }

  private static void areReadFirst(Lab lab, Expectations expect) {
    try (Executable executable = lab.donating(List.of(PAIR), Donations::turned)) {
      List<double[]> results = Runs.take(executable.run(List.of(lab.pair(1, 5))));
      expect.numbers("the first result", results.get(0), 5, 1);
      expect.numbers("the second result", results.get(1), 1, 5);
      expect.numbers("the third result", results.get(2), 4, -4);
    }
  }

  private static List<Tensor> turned(List<Tensor> in) {
    Tensor x = in.get(0);
    Tensor turned = x.slice(0, 1, 2).concatenate(x.slice(0, 0, 1), 0);
    return List.of(turned, x, turned.minus(x));
  }

  private static void areCarriedOver(Lab lab, Expectations expect) {
    TensorType state = TensorType.float64(SIDE, SIDE);
    try (Executable executable = lab.donating(List.of(state), in -> List.of(in.get(0).plus(1)))) {
      Array x = lab.backend().array(state, new double[SIDE * SIDE]);
      for (int step = 0; step < STEPS; step++) {
        x = executable.run(List.of(x)).get(0);
      }
      expect.that(
          "every number must be the number of steps",
          Arrays.stream(x.toDoubles()).allMatch(sum -> sum == STEPS));
      x.close();
    }
  }

  private static void givenTwice(Lab lab, Expectations expect) {
    try (Executable executable = sum(lab);
        Array x = lab.pair(1, 2)) {
      expect.refusal(
          "a donated argument given twice",
          IllegalArgumentException.class,
          () -> executable.run(List.of(x, x)),
          "donated",
          "To fix:");
      expect.numbers("the argument", x, 1, 2);
    }
  }

  private static void ofNoParameter(Lab lab, Expectations expect) {
    Program program = Trace.program(List.of(PAIR), in -> in);
    expect.refusal(
        "donating a parameter that is not there",
        IllegalArgumentException.class,
        () -> lab.backend().compile(program, new Compilation(Numerics.PRECISE, Set.of(1))),
        "To fix:");
  }
}
