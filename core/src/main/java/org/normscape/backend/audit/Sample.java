package org.normscape.backend.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.random.RandomStream;

/**
 * A call of a kernel on few distinct numbers, with the right results: what the whole call is held
 * against, once the numbers are repeated to its size.
 *
 * @param call the whole call
 * @param periods how it is made small
 * @param inputs the inputs of the small call
 * @param expected its results, computed in float64 in plain Java
 * @param lost for each result, what rounding makes of its definition, as {@link Rounding} says
 */
record Sample(
    KernelCall call,
    Periods periods,
    List<double[]> inputs,
    List<double[]> expected,
    List<Double> lost) {

  private static final int DIFFERENT = 65_537;

  /**
   * Draws a sample of a call.
   *
   * @param oracle what computes the right results
   */
  static Sample of(KernelCall call, Backend oracle) {
    Periods periods = Periods.of(call);
    List<TensorType> drawn = periods.inputs().stream().map(Sample::wide).toList();
    Program program =
        Trace.program(
            drawn,
            (trace, in) -> {
              List<Tensor> inputs = call.operation().consistent(rounded(in, call));
              List<Tensor> all = new ArrayList<>(inputs);
              all.addAll(trace.apply(call.operation(), rounded(inputs, call)));
              return all;
            });
    List<double[]> numbers = drawn(drawn, RandomStream.of(1, call.toString()));
    List<double[]> results = run(oracle, program, Numerics.PRECISE, arrays(oracle, drawn, numbers));
    int inputs = drawn.size();
    List<double[]> expected = results.subList(inputs, results.size());
    return new Sample(
        call,
        periods,
        results.subList(0, inputs),
        expected,
        Collections.nCopies(expected.size(), 0.0));
  }

  /**
   * The same, with what rounding makes of the definition.
   *
   * @param oracle what computes it, in plain Java, in float32
   */
  Sample withLosses(Backend oracle) {
    List<TensorType> types = periods.inputs().stream().map(Sample::narrow).toList();
    Program program =
        Trace.program(types, (trace, in) -> trace.apply(call.operation(), List.copyOf(in)));
    List<double[]> rounded = run(oracle, program, Numerics.FAST, arrays(oracle, types, inputs));
    List<Double> losses =
        IntStream.range(0, rounded.size())
            .mapToObj(i -> farthest(rounded.get(i), expected.get(i)))
            .toList();
    return new Sample(call, periods, inputs, expected, losses);
  }

  private static double farthest(double[] numbers, double[] right) {
    return IntStream.range(0, right.length)
        .mapToDouble(i -> Math.abs(numbers[i] - right[i]))
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  private static TensorType wide(TensorType type) {
    return type.dtype().isFloating() ? type.withDType(DType.FLOAT64) : type;
  }

  private static TensorType narrow(TensorType type) {
    return type.dtype().isFloating() ? type.withDType(DType.FLOAT32) : type;
  }

  /** What the backend is given: numbers of the call's own types, here carried in float64. */
  private static List<Tensor> rounded(List<Tensor> in, KernelCall call) {
    List<Tensor> rounded = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      Tensor x = in.get(i);
      rounded.add(x.cast(call.inputs().get(i).dtype()).cast(x.type().dtype()));
    }
    return rounded;
  }

  private static List<double[]> drawn(List<TensorType> types, RandomStream random) {
    return types.stream()
        .map(
            type ->
                type.dtype().isFloating()
                    ? drawn(random, type.shape().size())
                    : new double[type.shape().size()])
        .toList();
  }

  private static List<Array> arrays(
      Backend oracle, List<TensorType> types, List<double[]> numbers) {
    return IntStream.range(0, types.size())
        .mapToObj(i -> oracle.array(types.get(i), numbers.get(i)))
        .toList();
  }

  /** Closes the arguments. */
  private static List<double[]> run(
      Backend oracle, Program program, Numerics numerics, List<Array> arguments) {
    try (Executable executable = oracle.compile(program, Compilation.of(numerics))) {
      List<Array> results = executable.run(arguments);
      List<double[]> numbers = results.stream().map(Array::toDoubles).toList();
      results.forEach(Array::close);
      return numbers;
    } finally {
      arguments.forEach(Array::close);
    }
  }

  /**
   * Uniform numbers of both signs, of which long sums do not cancel: what rounding makes of a sum
   * is small next to it. Many numbers repeat a prime number of different ones.
   */
  private static double[] drawn(RandomStream random, int count) {
    double[] different = random.uniform(Math.min(count, DIFFERENT), -0.5, 1);
    double[] numbers = new double[count];
    for (int start = 0; start < count; start += different.length) {
      int length = Math.min(different.length, count - start);
      System.arraycopy(different, 0, numbers, start, length);
    }
    return numbers;
  }

  /** The inputs of the whole call, as arrays of a backend. */
  List<Array> arguments(Backend backend) {
    List<Array> arguments = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      TensorType type = call.inputs().get(i);
      Tiling tiling = new Tiling(periods.inputs().get(i).shape(), type.shape());
      arguments.add(
          type.dtype() == DType.FLOAT32
              ? backend.array(type, (float[]) tiling.fill(floats(inputs.get(i))))
              : backend.array(type, (double[]) tiling.fill(inputs.get(i))));
    }
    return arguments;
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  /** How far the results of the whole call are from the right ones. */
  Difference difference(List<Array> results) {
    Difference worst = Difference.NONE;
    for (int i = 0; i < results.size(); i++) {
      Shape small = periods.outputs().get(i).shape();
      Tiling tiling = new Tiling(small, results.get(i).type().shape());
      Rounding rounding = new Rounding(places(), lost.get(i));
      worst =
          worst.or(
              Difference.of(
                  results.get(i), expected.get(i), periods.sums().get(i), tiling, rounding));
    }
    return worst;
  }

  /** Over how many places of an input a sum may run. */
  private double places() {
    return call.inputs().stream()
        .map(TensorType::shape)
        .mapToDouble(shape -> shape.rank() == 0 ? 1 : shape.size() / (double) shape.dim(-1))
        .max()
        .orElse(1);
  }
}
