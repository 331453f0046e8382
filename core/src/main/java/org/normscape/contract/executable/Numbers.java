package org.normscape.contract.executable;

import static org.normscape.contract.executable.Rule.PAIR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendException;
import org.normscape.backend.Executable;
import org.normscape.backend.FloatSource;
import org.normscape.contract.Runs;
import org.normscape.contract.executable.Rule.Lab;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

/** Rules for the numbers of arrays, and for runs at the same time. */
final class Numbers {

  private static final int SIDE = 40;
  private static final int WORKERS = 8;
  private static final int RUNS = 20;
  private static final double LARGE = 16777216;

  private Numbers() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("a wrong count of numbers is refused", Numbers::ofAnotherCount),
        new Rule("numbers are converted to the type of the array", Numbers::areConverted),
        new Rule("numbers are rounded to the type of the array", Numbers::areRounded),
        new Rule("numbers come in blocks, to the last one", Numbers::comeInBlocks),
        new Rule("only one number is a scalar", Numbers::thatAreScalars),
        new Rule("runs from several threads at once", Numbers::fromSeveralThreads));
  }

  private static void ofAnotherCount(Lab lab, Expectations expect) {
    Backend backend = lab.backend();
    expect.refusal(
        "three numbers for a pair",
        IllegalArgumentException.class,
        () -> backend.array(PAIR, 1, 2, 3),
        "To fix:");
    expect.refusal(
        "one float32 for a pair",
        IllegalArgumentException.class,
        () -> backend.array(PAIR, new float[] {1}));
    expect.refusal(
        "one int32 for a pair",
        IllegalArgumentException.class,
        () -> backend.array(PAIR, new int[] {1}));
  }

  private static void areConverted(Lab lab, Expectations expect) {
    for (DType dtype : DType.values()) {
      TensorType type = PAIR.withDType(dtype);
      List<Array> arrays =
          List.of(
              lab.backend().array(type, 3, -LARGE),
              lab.backend().array(type, new float[] {3, (float) -LARGE}),
              lab.backend().array(type, new int[] {3, (int) -LARGE}));
      for (Array array : arrays) {
        expect.that("the type must be " + type, array.type().equals(type));
        expect.numbers("numbers as " + type, array, 3, -LARGE);
        array.close();
      }
    }
  }

  private static void areRounded(Lab lab, Expectations expect) {
    try (Array rounded = lab.backend().array(TensorType.float32(2), 0.1, LARGE + 1);
        Array kept = lab.pair(0.1, LARGE + 1)) {
      expect.numbers("numbers as float32", rounded, (float) 0.1, LARGE);
      expect.numbers("numbers as float64", kept, 0.1, LARGE + 1);
    }
  }

  /** The last block is short; behind its end lies what must not be seen. */
  private static void comeInBlocks(Lab lab, Expectations expect) {
    FloatSource places =
        (block, numbers) -> {
          for (int i = 0; i < numbers.length; i++) {
            numbers[i] = block * numbers.length + i;
          }
        };
    int count = 2 * FloatSource.BLOCK + 3;
    double[] expected = IntStream.range(0, count).asDoubleStream().toArray();
    for (DType dtype : DType.values()) {
      try (Array array = lab.backend().array(new TensorType(dtype, Shape.of(count)), places);
          Array few = lab.backend().array(PAIR.withDType(dtype), places)) {
        expect.numbers("places as " + dtype, array, expected);
        expect.numbers("two places as " + dtype, few, 0, 1);
      }
    }
  }

  private static void thatAreScalars(Lab lab, Expectations expect) {
    try (Array scalar = lab.backend().array(TensorType.float64(), 2.5);
        Array one = lab.backend().array(TensorType.float64(1, 1), -3);
        Array two = lab.pair(1, 2)) {
      expect.numbers("a scalar", new double[] {scalar.toScalar()}, 2.5);
      expect.numbers("one number", new double[] {one.toScalar()}, -3);
      expect.refusal("two numbers as a scalar", IllegalStateException.class, two::toScalar);
    }
  }

  private static void fromSeveralThreads(Lab lab, Expectations expect) {
    TensorType matrix = TensorType.float64(SIDE, SIDE);
    ExecutorService pool = Executors.newFixedThreadPool(WORKERS / 2);
    try (Executable shared = lab.compile(List.of(matrix), Numbers::chain);
        Executable other = lab.compile(List.of(matrix), in -> chain(chain(in)))) {
      List<Future<String>> workers = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        double start = worker;
        boolean rare = worker % 3 == 2;
        Executable executable = rare ? other : shared;
        workers.add(pool.submit(() -> repeated(lab.backend(), executable, start, rare ? 4 : 2)));
      }
      for (Future<String> worker : workers) {
        String complaint = complaint(worker);
        expect.that(complaint, complaint.isEmpty());
      }
    } finally {
      pool.shutdown();
    }
  }

  private static String complaint(Future<String> worker) {
    try {
      return worker.get();
    } catch (ExecutionException e) {
      return "a thread must get results, and it threw %s".formatted(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException("certify: was interrupted. To fix: run it again.", e);
    }
  }

  private static List<Tensor> chain(List<Tensor> in) {
    Tensor x = in.get(0).times(0.5).plus(1);
    return List.of(x.plus(x.transpose(List.of(1, 0))));
  }

  /** Runs many times; what was wrong, if anything. */
  private static String repeated(
      Backend backend, Executable executable, double start, double offset) {
    double[] numbers = new double[SIDE * SIDE];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = start + i;
    }
    double step = (SIDE + 1) / 2.0;
    double[] first = Runs.run(backend, executable, List.of(numbers)).get(0);
    if (first[0] != start + offset || first[1] != start + offset + step) {
      return "a thread must get %s first, and it gets %s".formatted(start + offset, first[0]);
    }
    for (int run = 0; run < RUNS; run++) {
      if (!Arrays.equals(Runs.run(backend, executable, List.of(numbers)).get(0), first)) {
        return "run %s of a thread must give what the first gave".formatted(run);
      }
    }
    return "";
  }
}
