package org.normscape.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

/** What every executable does, whatever the program. */
interface ExecutableContract {

  /** Two numbers. */
  TensorType PAIR = TensorType.float64(2);

  /** The backend under test. */
  Backend backend();

  private Executable compile(List<TensorType> types, UnaryOperator<List<Tensor>> body) {
    return backend().compile(Trace.program(types, body), Compilation.of(Numerics.PRECISE));
  }

  private Executable donating(List<TensorType> types, UnaryOperator<List<Tensor>> body) {
    Compilation compilation = new Compilation(Numerics.PRECISE, Set.of(0));
    return backend().compile(Trace.program(types, body), compilation);
  }

  private Array pair(double first, double second) {
    return backend().array(PAIR, first, second);
  }

  @Test
  default void saysWhatItCompiled() {
    Program program = Trace.program(List.of(PAIR), in -> List.of(in.get(0).negate()));
    Compilation compilation = Compilation.of(Numerics.PRECISE).donating(0, 1);
    try (Executable executable = backend().compile(program, compilation)) {
      assertThat(executable.program()).isEqualTo(program);
      assertThat(executable.compilation()).isEqualTo(compilation);
    }
  }

  @Test
  default void resultsOutliveArgumentsAndExecutable() {
    Executable executable = compile(List.of(PAIR), in -> List.of(in.get(0).plus(1)));
    Array x = pair(1, 2);
    Array y = executable.run(List.of(x)).get(0);
    x.close();
    executable.close();
    assertThat(y.toDoubles()).containsExactly(2, 3);
    y.close();
  }

  @Test
  default void argumentsOutliveResults() {
    try (Executable executable = compile(List.of(PAIR), in -> List.of(in.get(0).negate()));
        Array x = pair(1, 2)) {
      executable.run(List.of(x)).forEach(Array::close);
      assertThat(Runs.take(executable.run(List.of(x))).get(0)).containsExactly(-1, -2);
      assertThat(x.toDoubles()).containsExactly(1, 2);
    }
  }

  @Test
  default void laterRunsLeaveEarlierResultsAlone() {
    try (Executable executable = compile(List.of(PAIR), in -> List.of(in.get(0).times(2)));
        Array x = pair(1, 2);
        Array z = pair(5, 6)) {
      Array first = executable.run(List.of(x)).get(0);
      Array second = executable.run(List.of(z)).get(0);
      assertThat(Runs.take(List.of(first, second)))
          .containsExactly(new double[] {2, 4}, new double[] {10, 12});
    }
  }

  @Test
  default void aResultMayBeAParameter() {
    Array x = pair(1, 2);
    try (Executable executable = compile(List.of(PAIR), in -> List.of(in.get(0), in.get(0)))) {
      List<Array> same = executable.run(List.of(x));
      same.get(0).close();
      x.close();
      assertThat(same.get(1).toDoubles()).containsExactly(1, 2);
      same.get(1).close();
    }
  }

  @Test
  default void theSameResultMayComeTwice() {
    UnaryOperator<List<Tensor>> twice =
        in -> {
          Tensor y = in.get(0).negate();
          return List.of(y, y, y.plus(1));
        };
    try (Executable executable = compile(List.of(PAIR), twice);
        Array x = pair(1, 2)) {
      List<Array> results = executable.run(List.of(x));
      results.get(0).close();
      assertThat(results.get(1).toDoubles()).containsExactly(-1, -2);
      assertThat(results.get(2).toDoubles()).containsExactly(0, -1);
      results.forEach(Array::close);
    }
  }

  @Test
  default void resultsMayBeConstant() {
    UnaryOperator<List<Tensor>> constant =
        in -> List.of(in.get(0).trace().fill(0.1, PAIR), in.get(0).zeros());
    try (Executable executable = compile(List.of(PAIR), constant);
        Array x = pair(1, 2)) {
      executable.run(List.of(x)).forEach(Array::close);
      assertThat(Runs.take(executable.run(List.of(x))))
          .containsExactly(new double[] {0.1, 0.1}, new double[] {0, 0});
    }
  }

  @Test
  default void aProgramMayTakeNothing() {
    Program program = Trace.program(List.of(), (trace, in) -> List.of(trace.fill(3, PAIR).plus(1)));
    assertThat(Runs.once(backend(), program, List.of())).containsExactly(new double[] {4, 4});
  }

  @Test
  default void parametersMayBeUnused() {
    List<TensorType> types = List.of(PAIR, TensorType.int32(3), PAIR);
    try (Executable executable = compile(types, in -> List.of(in.get(2).negate()))) {
      List<double[]> arguments =
          List.of(new double[2], new double[] {1, 2, 3}, new double[] {4, 5});
      assertThat(Runs.run(backend(), executable, arguments).get(0)).containsExactly(-4, -5);
    }
  }

  @Test
  default void oneArrayMayBeTwoArguments() {
    try (Executable executable =
            compile(List.of(PAIR, PAIR), in -> List.of(in.get(0).times(in.get(1))));
        Array x = pair(3, -2)) {
      assertThat(Runs.take(executable.run(List.of(x, x))).get(0)).containsExactly(9, 4);
    }
  }

  @Test
  default void donatedArgumentsAreClosedAndOthersAreNot() {
    try (Executable executable =
            donating(List.of(PAIR, PAIR), in -> List.of(in.get(0).plus(in.get(1))));
        Array step = pair(1, 10)) {
      Array x = pair(1, 2);
      Array y = executable.run(List.of(x, step)).get(0);
      assertThatThrownBy(x::toDoubles).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> executable.run(List.of(x, step)))
          .isInstanceOf(IllegalStateException.class);
      assertThat(step.toDoubles()).containsExactly(1, 10);
      assertThat(Runs.take(List.of(y)).get(0)).containsExactly(2, 12);
    }
  }

  @Test
  default void aDonatedArgumentIsReadBeforeItIsOverwritten() {
    UnaryOperator<List<Tensor>> rotate =
        in -> {
          Tensor x = in.get(0);
          Tensor turned = x.slice(0, 1, 2).concatenate(x.slice(0, 0, 1), 0);
          return List.of(turned, x, turned.minus(x));
        };
    try (Executable executable = donating(List.of(PAIR), rotate)) {
      assertThat(Runs.take(executable.run(List.of(pair(1, 5)))))
          .containsExactly(new double[] {5, 1}, new double[] {1, 5}, new double[] {4, -4});
    }
  }

  @Test
  default void aDonatedStateIsCarriedOverManySteps() {
    TensorType state = TensorType.float64(64, 64);
    try (Executable executable = donating(List.of(state), in -> List.of(in.get(0).plus(1)))) {
      Array x = backend().array(state, new double[64 * 64]);
      for (int step = 0; step < 200; step++) {
        x = executable.run(List.of(x)).get(0);
      }
      assertThat(x.toDoubles()).containsOnly(200);
      x.close();
    }
  }

  @Test
  default void refusesADonatedArgumentGivenTwice() {
    try (Executable executable =
            donating(List.of(PAIR, PAIR), in -> List.of(in.get(0).plus(in.get(1))));
        Array x = pair(1, 2)) {
      assertThatThrownBy(() -> executable.run(List.of(x, x)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("donated")
          .hasMessageContaining("To fix:");
      assertThat(x.toDoubles()).containsExactly(1, 2);
    }
  }

  @Test
  default void refusesDonationOfWhatIsNoParameter() {
    Program program = Trace.program(List.of(PAIR), in -> in);
    assertThatThrownBy(
            () -> backend().compile(program, new Compilation(Numerics.PRECISE, Set.of(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("To fix:");
  }

  @Test
  default void refusesWrongArguments() {
    try (Executable executable = compile(List.of(PAIR), in -> List.of(in.get(0).negate()));
        Array x = pair(1, 2);
        Array longer = backend().array(TensorType.float64(3), 1, 2, 3);
        Array narrow = backend().array(TensorType.float32(2), 1, 2)) {
      for (List<Array> wrong :
          List.of(List.<Array>of(), List.of(x, x), List.of(longer), List.of(narrow))) {
        assertThatThrownBy(() -> executable.run(wrong))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("run: ")
            .hasMessageContaining("To fix:");
      }
    }
  }

  @Test
  default void refusesWhatIsClosed() {
    Executable executable = compile(List.of(PAIR), in -> List.of(in.get(0).negate()));
    Array closed = pair(1, 2);
    closed.close();
    closed.close();
    assertThatThrownBy(closed::toDoubles).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> executable.run(List.of(closed)))
        .isInstanceOf(IllegalStateException.class);
    executable.close();
    executable.close();
    try (Array x = pair(1, 2)) {
      assertThatThrownBy(() -> executable.run(List.of(x)))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  default void refusesAWrongCountOfNumbers() {
    assertThatThrownBy(() -> backend().array(PAIR, 1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("To fix:");
    assertThatThrownBy(() -> backend().array(PAIR, new float[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> backend().array(PAIR, new int[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void convertsNumbersToTheTypeOfTheArray() {
    for (DType dtype : DType.values()) {
      TensorType type = TensorType.float64(2).withDType(dtype);
      List<Array> arrays =
          List.of(
              backend().array(type, 3, -16777216),
              backend().array(type, new float[] {3, -16777216}),
              backend().array(type, new int[] {3, -16777216}));
      assertThat(arrays).allSatisfy(array -> assertThat(array.type()).isEqualTo(type));
      assertThat(Runs.take(arrays)).containsOnly(new double[] {3, -16777216});
    }
    try (Array rounded = backend().array(TensorType.float32(2), 0.1, 16777217);
        Array kept = pair(0.1, 16777217)) {
      assertThat(rounded.toDoubles()).containsExactly((float) 0.1, 16777216);
      assertThat(kept.toDoubles()).containsExactly(0.1, 16777217);
    }
  }

  @Test
  default void onlyOneNumberIsAScalar() {
    try (Array scalar = backend().array(TensorType.float64(), 2.5);
        Array one = backend().array(TensorType.float64(1, 1), -3);
        Array two = pair(1, 2)) {
      assertThat(scalar.toScalar()).isEqualTo(2.5);
      assertThat(one.toScalar()).isEqualTo(-3);
      assertThatThrownBy(two::toScalar).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  default void resultsAreArgumentsOfOtherPrograms() {
    try (Executable turn =
            compile(
                List.of(TensorType.float64(2, 3)),
                in -> List.of(in.get(0).transpose(List.of(1, 0))));
        Executable scale =
            compile(List.of(TensorType.float64(3, 2)), in -> List.of(in.get(0).times(10)));
        Array x = backend().array(TensorType.float64(2, 3), 1, 2, 3, 4, 5, 6);
        Array turned = turn.run(List.of(x)).get(0)) {
      assertThat(Runs.take(scale.run(List.of(turned))).get(0))
          .containsExactly(10, 40, 20, 50, 30, 60);
    }
  }

  @Test
  default void runsFromSeveralThreadsAtOnce() throws InterruptedException, ExecutionException {
    TensorType matrix = TensorType.float64(40, 40);
    try (Executable shared = compile(List.of(matrix), ExecutableContract::chain);
        Executable other = compile(List.of(matrix), in -> chain(chain(in)))) {
      ExecutorService pool = Executors.newFixedThreadPool(4);
      try {
        List<Future<?>> workers = new ArrayList<>();
        for (int worker = 0; worker < 8; worker++) {
          double start = worker;
          workers.add(
              worker % 3 == 2
                  ? pool.submit(() -> repeat(other, start, 4))
                  : pool.submit(() -> repeat(shared, start, 2)));
        }
        for (Future<?> worker : workers) {
          worker.get();
        }
      } finally {
        pool.shutdown();
      }
    }
  }

  private static List<Tensor> chain(List<Tensor> in) {
    Tensor x = in.get(0).times(0.5).plus(1);
    return List.of(x.plus(x.transpose(List.of(1, 0))));
  }

  private void repeat(Executable executable, double start, double offset) {
    double[] numbers = new double[40 * 40];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = start + i;
    }
    double[] first = Runs.run(backend(), executable, List.of(numbers)).get(0);
    assertThat(first[0]).isEqualTo(start + offset);
    assertThat(first[1]).isEqualTo(start + offset + 20.5);
    for (int run = 0; run < 20; run++) {
      assertThat(Runs.run(backend(), executable, List.of(numbers)).get(0)).isEqualTo(first);
    }
  }
}
