package org.normscape.backend.tf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.backend.tf.graph.Conversions;
import org.normscape.backend.tf.runtime.CompiledGraph;
import org.normscape.backend.tf.runtime.FunctionRuntime;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.internal.c_api.TFE_TensorHandle;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.family.TNumber;

/** TensorFlow runs the operations that it is given, and no others. */
final class RewritingTest {

  private static final TensorType TYPE = TensorType.float64(2);

  /** Numbers that are added to it are rounded to integers. */
  private static final double ROUNDING = 0x1.8p52;

  /** Constants that are added up would leave x as it is; a third is not representable. */
  @ParameterizedTest
  @EnumSource
  void arithmeticIsNotSimplified(Place place) {
    Program program =
        Trace.program(
            List.of(TYPE),
            (trace, in) -> {
              Tensor shift = trace.fill(ROUNDING, TYPE);
              return List.of(
                  in.get(0).plus(shift).minus(shift), in.get(0).dividedBy(trace.fill(3, TYPE)));
            });
    try (Backend backend = place.open();
        Executable executable = backend.compile(program, Compilation.of(Numerics.PRECISE));
        Array x = backend.array(TYPE, 0.3, 5)) {
      List<Array> results = executable.run(List.of(x));
      assertThat(results.get(0).toDoubles()).containsExactly(0, 5);
      assertThat(results.get(1).toDoubles()).containsExactly(0.3 / 3, 5.0 / 3);
    }
  }

  /** Nothing is folded, shared or left out. */
  @Test
  void aFunctionConsistsOfTheOperationsOfItsGraph() {
    FunctionRuntime runtime = SecondProcessor.runtime();
    Graph graph = new Graph();
    Ops tf = Ops.create(graph).withDevice(runtime.placement());
    Operand<TNumber> x = Conversions.untyped(tf.placeholder(TFloat64.class));
    Operand<TNumber> two = Conversions.untyped(tf.constant(2.0));
    Operand<TNumber> five = tf.math.add(two, Conversions.untyped(tf.constant(3.0)));
    Operand<TNumber> twice = tf.math.add(tf.math.mul(x, five), tf.math.mul(x, five));
    Operand<TNumber> result = tf.identity(tf.identity(tf.math.sub(twice, two)));
    List<String> given = new ArrayList<>();
    graph.operations().forEachRemaining(operation -> given.add(operation.type()));

    CompiledGraph<TFE_TensorHandle> function = runtime.compile(graph, List.of(x), List.of(result));
    TFE_TensorHandle argument =
        runtime.put(TensorType.float64(), data -> data.asDoubles().write(new double[] {7}));
    List<GraphDef> parts =
        Recording.of(runtime, () -> function.run(List.of(argument)).forEach(runtime::free));

    given.remove("Placeholder");
    given.addAll(List.of("_Arg", "_Retval"));
    assertThat(parts).hasSize(1);
    assertThat(parts.get(0).getNodeList())
        .extracting(NodeDef::getOp)
        .containsExactlyInAnyOrderElementsOf(given);
    runtime.free(argument);
    function.close();
    runtime.close();
  }
}
