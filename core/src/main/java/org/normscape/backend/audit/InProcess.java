package org.normscape.backend.audit;

import java.util.List;
import java.util.Optional;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;
import org.normscape.backend.MethodChoice;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;

/** Examines methods in this process. */
final class InProcess implements Examiner {

  /** A short kernel is timed again for so long. */
  private static final double LONG_ENOUGH = 0.02;

  private final Backend backend;
  private final Backend oracle;
  private Optional<Sample> last = Optional.empty();

  /**
   * An examiner of a backend.
   *
   * @param backend whose methods are examined
   * @param oracle what computes the right numbers, in plain Java
   */
  InProcess(Backend backend, Backend oracle) {
    this.backend = backend;
    this.oracle = oracle;
  }

  @Override
  public Verdict examine(KernelCall call, Method method, int timings) {
    Sample sample = sample(call);
    Compilation compilation = Compilation.of(numerics(call)).with(MethodChoice.of(call, method));
    List<Array> arguments = sample.arguments(backend);
    try (Executable executable = backend.compile(call.program(), compilation)) {
      return examine(sample, method, executable, arguments, timings);
    } catch (RuntimeException refused) {
      return Verdict.failed(method, String.valueOf(refused.getMessage()));
    } finally {
      arguments.forEach(Array::close);
    }
  }

  /** The sample of a call, drawn once for all its methods. */
  private Sample sample(KernelCall call) {
    Sample sample =
        last.filter(s -> s.call().equals(call)).orElseGet(() -> Sample.of(call, oracle));
    last = Optional.of(sample);
    return sample;
  }

  private static Numerics numerics(KernelCall call) {
    return call.inputs().stream().anyMatch(type -> type.dtype() == DType.FLOAT32)
        ? Numerics.FAST
        : Numerics.PRECISE;
  }

  private Verdict examine(
      Sample sample, Method method, Executable executable, List<Array> arguments, int timings) {
    long start = System.nanoTime();
    List<Array> results = executable.run(arguments);
    double seconds = seconds(start);
    Difference found;
    try {
      found = difference(sample, results);
    } finally {
      results.forEach(Array::close);
    }
    return Verdict.of(
        method,
        found,
        found.isRight() ? fastest(executable, arguments, seconds, timings) : seconds);
  }

  /** What seems wrong is looked at again, with what its definition loses: that is seldom asked. */
  private Difference difference(Sample sample, List<Array> results) {
    Difference found = sample.difference(results);
    return found.isRight() ? found : sample.withLosses(oracle).difference(results);
  }

  private static double fastest(
      Executable executable, List<Array> arguments, double first, int timings) {
    double fastest = first;
    double spent = first;
    for (int run = 0; run < timings && spent < LONG_ENOUGH; run++) {
      long start = System.nanoTime();
      executable.run(arguments).forEach(Array::close);
      double seconds = seconds(start);
      fastest = Math.min(fastest, seconds);
      spent += seconds;
    }
    return fastest;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }
}
