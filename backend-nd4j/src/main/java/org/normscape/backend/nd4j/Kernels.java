package org.normscape.backend.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.OpaqueContext;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/**
 * Writes down calls of ND4J's operations. The numbers of operations are those of ND4J's tables
 * (legacy_ops.h); the elementwise loops take views of any strides.
 */
final class Kernels {

  /** Tables of operations on one view. */
  enum Table {
    SAME,
    STRICT,
    FLOAT,
    ANY
  }

  /** Copies and converts: an operation of {@link Table#ANY}. */
  private static final int ASSIGN = 0;

  private final Recorder recorder;

  Kernels(Recorder recorder) {
    this.recorder = recorder;
  }

  private record Bound(NativeOps operations, List<Handle> handles, List<LongPointer> shapes) {
    OpaqueDataBuffer buffer(int i) {
      return handles.get(i).buffer();
    }

    LongPointer shape(int i) {
      return shapes.get(i);
    }
  }

  /** {@code z = operation(x, y)}. */
  void pairwise(int operation, View x, View y, View z) {
    elementwise(
        List.of(x, y),
        z,
        (b, binding) ->
            () ->
                b.operations()
                    .execPairwiseTransform(
                        null,
                        operation,
                        b.buffer(0),
                        b.shape(0),
                        null,
                        b.buffer(1),
                        b.shape(1),
                        null,
                        b.buffer(2),
                        b.shape(2),
                        null,
                        null));
  }

  /** {@code z = operation(x, y)}, of booleans. */
  void compare(int operation, View x, View y, View z) {
    elementwise(
        List.of(x, y),
        z,
        (b, binding) ->
            () ->
                b.operations()
                    .execPairwiseTransformBool(
                        null,
                        operation,
                        b.buffer(0),
                        b.shape(0),
                        null,
                        b.buffer(1),
                        b.shape(1),
                        null,
                        b.buffer(2),
                        b.shape(2),
                        null,
                        null));
  }

  /** {@code z = operation(x, number)}. */
  void scalar(int operation, View x, double number, View z) {
    View constant = View.flat(recorder.constant(x.dtype(), number));
    List<View> merged = View.merged(List.of(x, z));
    List<View> views = List.of(merged.get(0), constant, merged.get(1));
    add(
        views,
        replaceable(List.of(x), z),
        (b, binding) ->
            () ->
                b.operations()
                    .execScalar(
                        null,
                        operation,
                        b.buffer(0),
                        b.shape(0),
                        null,
                        b.buffer(2),
                        b.shape(2),
                        null,
                        b.buffer(1),
                        b.shape(1),
                        null,
                        null));
  }

  /** {@code z = operation(x)}. */
  void transform(Table table, int operation, View x, View z) {
    elementwise(
        List.of(x),
        z,
        (b, binding) ->
            switch (table) {
              case SAME ->
                  () ->
                      b.operations()
                          .execTransformSame(
                              null,
                              operation,
                              b.buffer(0),
                              b.shape(0),
                              null,
                              b.buffer(1),
                              b.shape(1),
                              null,
                              null);
              case STRICT ->
                  () ->
                      b.operations()
                          .execTransformStrict(
                              null,
                              operation,
                              b.buffer(0),
                              b.shape(0),
                              null,
                              b.buffer(1),
                              b.shape(1),
                              null,
                              null);
              case FLOAT ->
                  () ->
                      b.operations()
                          .execTransformFloat(
                              null,
                              operation,
                              b.buffer(0),
                              b.shape(0),
                              null,
                              b.buffer(1),
                              b.shape(1),
                              null,
                              null);
              case ANY ->
                  () ->
                      b.operations()
                          .execTransformAny(
                              null,
                              operation,
                              b.buffer(0),
                              b.shape(0),
                              null,
                              b.buffer(1),
                              b.shape(1),
                              null,
                              null);
            });
  }

  /** {@code z = x}, converted to the type of {@code z}. */
  void copy(View x, View z) {
    transform(Table.ANY, ASSIGN, x, z);
  }

  /** {@code z = 0}, wholly. */
  void clear(Slot z) {
    recorder.add(
        new Step(
            List.of(),
            List.of(z),
            List.of(),
            binding -> {
              Handle handle = binding.handle(View.flat(z));
              return () -> Pointer.memset(handle.start(), 0, z.bytes());
            }));
  }

  /** {@code z = operation} over some axes of {@code x}, of the table of the same type. */
  void reduce(int operation, View x, List<Integer> axes, View z) {
    add(
        List.of(x, z),
        List.of(),
        (b, binding) -> {
          Handle handle = axes(binding, axes);
          LongPointer axesShape = binding.shape(dims(axes.size()));
          return () ->
              b.operations()
                  .execReduceSame2(
                      null,
                      operation,
                      b.buffer(0),
                      b.shape(0),
                      null,
                      null,
                      b.buffer(1),
                      b.shape(1),
                      null,
                      handle.buffer(),
                      axesShape,
                      null);
        });
  }

  private static Handle axes(Binding binding, List<Integer> axes) {
    IntPointer numbers =
        binding.keep(new IntPointer(axes.stream().mapToInt(Integer::intValue).toArray()));
    return binding.keep(new Handle(binding.operations(), DataType.INT32, numbers, 0, axes.size()));
  }

  /** A description of {@code count} axes; nothing but its shape is ever used. */
  private static View dims(int count) {
    Slot none = new Slot(DataType.INT32, count, new Slot.Source.Constant(0, 0));
    return View.flat(none);
  }

  /** Calls a custom operation with integer arguments. */
  void custom(String name, List<View> inputs, List<View> outputs, long... arguments) {
    recorder.add(customStep(name, inputs, outputs, arguments));
  }

  /** The step that calls a custom operation with integer arguments. */
  static Step customStep(String name, List<View> inputs, List<View> outputs, long... arguments) {
    return new Step(
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

  private void elementwise(List<View> inputs, View z, BiFunction<Bound, Binding, Runnable> call) {
    List<View> all = new ArrayList<>(inputs);
    all.add(z);
    add(View.merged(all), replaceable(inputs, z), call);
  }

  /** Those inputs that lie exactly as the result will. */
  private static List<Slot> replaceable(List<View> inputs, View z) {
    return inputs.stream()
        .filter(x -> x.isDense() && z.isDense())
        .map(View::slot)
        .filter(s -> s != z.slot() && s.length() == z.size())
        .filter(s -> inputs.stream().allMatch(x -> x.slot() != s || x.isDense()))
        .toList();
  }

  private void add(
      List<View> views, List<Slot> replaceable, BiFunction<Bound, Binding, Runnable> call) {
    int last = views.size() - 1;
    recorder.add(
        new Step(
            views.subList(0, last).stream().map(View::slot).toList(),
            List.of(views.get(last).slot()),
            replaceable,
            binding ->
                call.apply(
                    new Bound(
                        binding.operations(),
                        binding.handles(views),
                        views.stream().map(binding::shape).toList()),
                    binding)));
  }
}
