package org.normscape.backend.nd4j.portable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One of ND4J's custom operations, which go by name on every device.
 *
 * @param name as ND4J lists it
 * @param integers its integer arguments
 * @param numbers its floating-point arguments
 * @param tables matrices of int32 that are the same in each run, behind its other inputs
 */
record NamedOperation(
    String name, List<Long> integers, List<Double> numbers, List<List<List<Integer>>> tables)
    implements Operation {

  NamedOperation {
    integers = List.copyOf(integers);
    numbers = List.copyOf(numbers);
    tables = List.copyOf(tables);
  }

  /** An operation with integer arguments. */
  static NamedOperation of(String name, Integer... integers) {
    return of(name, List.of(integers));
  }

  /** As {@link #of(String, Integer...)}. */
  static NamedOperation of(String name, List<Integer> integers) {
    return new NamedOperation(
        name, integers.stream().map(Integer::longValue).toList(), List.of(), List.of());
  }

  /** This operation with a floating-point argument. */
  NamedOperation with(double number) {
    return new NamedOperation(name, integers, List.of(number), tables);
  }

  /** This operation with a table. */
  NamedOperation with(List<List<Integer>> table) {
    return new NamedOperation(name, integers, numbers, List.of(table));
  }

  @Override
  public Call bind() {
    OpContext context = Nd4j.getExecutioner().buildContext();
    context.setIArguments(integers.stream().mapToLong(Long::longValue).toArray());
    context.setTArguments(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    return new NamedCall(
        DynamicCustomOp.builder(name).build(), context, tables.stream().map(this::array).toList());
  }

  private INDArray array(List<List<Integer>> table) {
    return Nd4j.createFromArray(
        table.stream()
            .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new));
  }

  /** The arrays of a context stay as they are until others are given. */
  private static final class NamedCall implements Call {

    private final OpExecutioner executioner = Nd4j.getExecutioner();
    private final DynamicCustomOp operation;
    private final OpContext context;
    private final List<INDArray> tables;
    private List<INDArray> arrays = List.of();

    NamedCall(DynamicCustomOp operation, OpContext context, List<INDArray> tables) {
      this.operation = operation;
      this.context = context;
      this.tables = tables;
    }

    @Override
    public void run(List<INDArray> inputs, List<INDArray> outputs) {
      List<INDArray> given = Stream.concat(inputs.stream(), outputs.stream()).toList();
      if (!isSame(given, arrays)) {
        arrays = given;
        context.purge();
        List<INDArray> all = new ArrayList<>(inputs);
        all.addAll(tables);
        for (int i = 0; i < all.size(); i++) {
          context.setInputArray(i, all.get(i));
        }
        for (int i = 0; i < outputs.size(); i++) {
          context.setOutputArray(i, outputs.get(i));
        }
      }
      executioner.exec(operation, context);
    }

    @SuppressWarnings("ReferenceEquality") // Arrays of ND4J are equal when their numbers are.
    private static boolean isSame(List<INDArray> some, List<INDArray> others) {
      if (some.size() != others.size()) {
        return false;
      }
      for (int i = 0; i < some.size(); i++) {
        if (some.get(i) != others.get(i)) {
          return false;
        }
      }
      return true;
    }
  }
}
