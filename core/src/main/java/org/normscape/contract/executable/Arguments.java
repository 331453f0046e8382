package org.normscape.contract.executable;

import static org.normscape.contract.executable.Rule.PAIR;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Executable;
import org.normscape.contract.Runs;
import org.normscape.contract.executable.Rule.Lab;
import org.normscape.ir.TensorType;

/** Rules for what executables take. */
final class Arguments {

  private Arguments() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("parameters may be unused", Arguments::mayBeUnused),
        new Rule("one array may be two arguments", Arguments::mayBeTheSame),
        new Rule("wrong arguments are refused", Arguments::ofAnotherType),
        new Rule("what is closed is refused", Arguments::thatAreClosed));
  }

  private static void mayBeUnused(Lab lab, Expectations expect) {
    List<TensorType> types = List.of(PAIR, TensorType.int32(3), PAIR);
    try (Executable executable = lab.compile(types, in -> List.of(in.get(2).negate()))) {
      List<double[]> arguments =
          List.of(new double[2], new double[] {1, 2, 3}, new double[] {4, 5});
      expect.numbers("the result", Runs.run(lab.backend(), executable, arguments).get(0), -4, -5);
    }
  }

  private static void mayBeTheSame(Lab lab, Expectations expect) {
    try (Executable executable =
            lab.compile(List.of(PAIR, PAIR), in -> List.of(in.get(0).times(in.get(1))));
        Array x = lab.pair(3, -2)) {
      expect.numbers("the result", Runs.take(executable.run(List.of(x, x))).get(0), 9, 4);
    }
  }

  private static void ofAnotherType(Lab lab, Expectations expect) {
    try (Executable executable = lab.negation();
        Array x = lab.pair(1, 2);
        Array longer = lab.backend().array(TensorType.float64(3), 1, 2, 3);
        Array narrow = lab.backend().array(TensorType.float32(2), 1, 2)) {
      for (List<Array> wrong :
          List.of(List.<Array>of(), List.of(x, x), List.of(longer), List.of(narrow))) {
        expect.refusal(
            "arguments " + wrong.stream().map(Array::type).toList(),
            IllegalArgumentException.class,
            () -> executable.run(wrong),
            "run: ",
            "To fix:");
      }
    }
  }

  private static void thatAreClosed(Lab lab, Expectations expect) {
    Executable executable = lab.negation();
    Array closed = lab.pair(1, 2);
    closed.close();
    closed.close();
    expect.refusal("reading a closed array", IllegalStateException.class, closed::toDoubles);
    expect.refusal(
        "a closed argument", IllegalStateException.class, () -> executable.run(List.of(closed)));
    executable.close();
    executable.close();
    try (Array x = lab.pair(1, 2)) {
      expect.refusal(
          "running a closed executable",
          IllegalStateException.class,
          () -> executable.run(List.of(x)));
    }
  }
}
