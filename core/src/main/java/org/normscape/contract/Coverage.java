package org.normscape.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.normscape.contract.cases.Case;
import org.normscape.ir.Composite;
import org.normscape.ir.DType;
import org.normscape.ir.Primitive;
import org.normscape.ir.Program;

/** Which operations the rows look at. */
public final class Coverage {

  private Coverage() {}

  /** The names of all primitives there are. */
  public static Set<String> primitives() {
    Set<String> names = new TreeSet<>();
    records(Primitive.class).map(Class::getName).forEach(names::add);
    return names;
  }

  /** The names of the primitives that have a row of their own, in which nothing else stands. */
  public static Set<String> primitivesIn(List<Case> rows) {
    Set<String> names = new TreeSet<>();
    rows.stream()
        .map(row -> row.program(DType.FLOAT64))
        .map(Program::equations)
        .filter(equations -> equations.size() == 1)
        .forEach(equations -> names.add(equations.get(0).operation().getClass().getName()));
    return names;
  }

  /** The names of the composites that stand in the rows, those in their derivatives included. */
  public static Set<String> compositesIn(List<Case> rows) {
    Set<String> names = new TreeSet<>();
    rows.stream()
        .filter(DerivativeProgram::exists)
        .map(row -> DerivativeProgram.of(row, DType.FLOAT64, row.body()).program())
        .flatMap(program -> program.equations().stream())
        .filter(e -> e.operation() instanceof Composite)
        .forEach(e -> names.add(e.operation().getClass().getName()));
    return names;
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Coverage::records)
        : Stream.of(type);
  }
}
