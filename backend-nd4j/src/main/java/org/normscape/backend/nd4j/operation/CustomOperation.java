package org.normscape.backend.nd4j.operation;

import java.util.List;
import org.bytedeco.javacpp.LongPointer;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.OpaqueContext;
import org.normscape.backend.nd4j.plan.Binding;
import org.normscape.backend.nd4j.plan.PlanStep;
import org.normscape.backend.nd4j.plan.View;

/** A call of one of ND4J's custom operations, which go by name and take a context of arguments. */
public final class CustomOperation {

  private CustomOperation() {}

  /** The step that calls one with integer arguments. */
  public static PlanStep step(
      String name, List<View> inputs, List<View> outputs, long... arguments) {
    return new PlanStep(
        inputs.stream().map(View::slot).toList(),
        outputs.stream().map(View::slot).toList(),
        List.of(),
        binding -> {
          OpaqueContext context = binding.keep(new Context(binding, arguments)).context();
          NativeOps operations = binding.operations();
          for (int i = 0; i < inputs.size(); i++) {
            View v = inputs.get(i);
            operations.setGraphContextInputBuffer(
                context, i, binding.handle(v).buffer(), binding.shape(v), null);
          }
          for (int i = 0; i < outputs.size(); i++) {
            View v = outputs.get(i);
            operations.setGraphContextOutputBuffer(
                context, i, binding.handle(v).buffer(), binding.shape(v), null);
          }
          long hash = binding.hash(name);
          return () -> operations.execCustomOp2(null, hash, context);
        });
  }

  /** The native side of one call of a custom operation. */
  private record Context(NativeOps operations, OpaqueContext context) implements AutoCloseable {
    Context(Binding binding, long... arguments) {
      this(binding.operations(), binding.operations().createGraphContext(1));
      try (LongPointer integers = new LongPointer(arguments)) {
        operations.setGraphContextIArguments(context, integers, arguments.length);
      }
    }

    @Override
    public void close() {
      operations.deleteGraphContext(context);
    }
  }
}
