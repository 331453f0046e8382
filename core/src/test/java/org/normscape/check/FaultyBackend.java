package org.normscape.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.ForwardingBackend;
import org.normscape.backend.Numerics;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.Trace;
import org.normscape.rewrite.Rewrite;

/**
 * Another backend, but some of its primitives are wrong: in the equations that are really run, the
 * results of operations that are struck are spoilt.
 *
 * @param backend what computes
 * @param struck which operations are wrong
 * @param fault what becomes of their results
 */
public record FaultyBackend(
    Backend backend, Predicate<Operation> struck, UnaryOperator<Tensor> fault)
    implements ForwardingBackend {

  /** Adding a number's multiple by this gives the next number, away from 0. */
  private static final double HALF_AN_ULP = 0x1.0000000000001p-53;

  /** Every element is the next number, away from 0. */
  public static Tensor nextNumbers(Tensor right) {
    return right.plus(right.times(HALF_AN_ULP));
  }

  /** The first element is the next number, away from 0. */
  public static Tensor nextNumberAtTheFirst(Tensor right) {
    Shape shape = right.shape();
    List<Integer> zeros = shape.axes().stream().map(axis -> 0).toList();
    List<Integer> rest = shape.dims().stream().map(dim -> dim - 1).toList();
    List<Integer> ones = shape.axes().stream().map(axis -> 1).toList();
    Tensor first =
        right
            .trace()
            .fill(HALF_AN_ULP, right.type().withShape(new Shape(ones)))
            .pad(zeros, rest, zeros);
    return right.plus(right.times(first));
  }

  @Override
  public Executable compile(Program program, Compilation compilation) {
    Program wrong = Rewrite.rewrite(compilation.prepare(program), List.of(this::spoil));
    Numerics numerics =
        compilation.numerics() == Numerics.EXACT ? Numerics.PRECISE : compilation.numerics();
    Executable executable =
        backend.compile(wrong, new Compilation(numerics, compilation.donated()));
    return new Wrong(program, compilation, executable);
  }

  private Optional<List<Tensor>> spoil(Trace trace, Operation operation, List<Tensor> inputs) {
    return struck.test(operation)
        ? Optional.of(trace.apply(operation, inputs).stream().map(fault).toList())
        : Optional.empty();
  }

  private record Wrong(Program program, Compilation compilation, Executable executable)
      implements Executable {

    @Override
    public List<Array> run(List<Array> arguments) {
      return executable.run(arguments);
    }

    @Override
    public void close() {
      executable.close();
    }
  }

  @Override
  public BackendInfo info() {
    BackendInfo info = backend.info();
    return new BackendInfo("faulty", info.version(), info.device(), info.details());
  }
}
