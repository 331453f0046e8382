package org.normscape.backend.tf.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextAddFunction;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphImportGraphDef;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphOperationByName;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphToFunction;

import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.TF_Function;
import org.tensorflow.internal.c_api.TF_FunctionOptions;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_ImportGraphDefOptions;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Output;
import org.tensorflow.types.family.TNumber;

/** How a graph becomes a function of a context. */
final class FunctionDefinition {

  /** TensorFlow's word for the whole graph. */
  private static final int ALL_OPERATIONS = -1;

  private static final byte WITHOUT_HASH = 0;

  private FunctionDefinition() {}

  /**
   * Adds a graph as a function. The graph goes through its serial form, since the Java library
   * shows nobody the handle of its own.
   */
  static void add(
      EagerContext context,
      String name,
      Graph graph,
      List<Operand<TNumber>> parameters,
      List<Operand<TNumber>> results) {
    try (NativeCall call = new NativeCall()) {
      TF_Graph body = imported(graph, call);
      TF_Function function =
          TF_GraphToFunction(
              body,
              name,
              WITHOUT_HASH,
              ALL_OPERATIONS,
              (TF_Operation) null,
              parameters.size(),
              outputs(body, parameters),
              results.size(),
              outputs(body, results),
              (BytePointer) null,
              (TF_FunctionOptions) null,
              "",
              call.status());
      call.check();
      TFE_ContextAddFunction(context.handle(), function.withDeallocator(), call.status());
      call.check();
    }
  }

  private static TF_Graph imported(Graph graph, NativeCall call) {
    TF_Graph body = TF_Graph.newGraph();
    TF_GraphImportGraphDef(
        body,
        TF_Buffer.newBufferFromString(graph.toGraphDef()),
        TF_ImportGraphDefOptions.newImportGraphDefOptions(),
        call.status());
    call.check();
    return body;
  }

  /** The outputs of {@code body} that have the names of these operands. */
  private static TF_Output outputs(TF_Graph body, List<Operand<TNumber>> operands) {
    TF_Output outputs = new TF_Output(Math.max(1, operands.size()));
    for (int i = 0; i < operands.size(); i++) {
      Operand<TNumber> operand = operands.get(i);
      outputs
          .position(i)
          .oper(TF_GraphOperationByName(body, operand.op().name()))
          .index(operand.asOutput().index());
    }
    return outputs.position(0);
  }
}
