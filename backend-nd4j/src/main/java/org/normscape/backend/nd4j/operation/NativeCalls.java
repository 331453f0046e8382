package org.normscape.backend.nd4j.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.OpaqueDataBuffer;
import org.normscape.backend.nd4j.plan.Binding;
import org.normscape.backend.nd4j.plan.Handle;
import org.normscape.backend.nd4j.plan.PlanStep;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.Slot;
import org.normscape.backend.nd4j.plan.View;

/**
 * Writes down calls of ND4J's operations. The numbers of operations are those of ND4J's tables
 * (legacy_ops.h); the elementwise loops take views of any strides.
 */
public final class NativeCalls {

  /** An entry point to a table of operations {@code z = operation(x)}. */
  interface OfOne {
    void call(
        NativeOps operations,
        @Nullable PointerPointer<?> extras,
        int operation,
        OpaqueDataBuffer x,
        LongPointer xShape,
        @Nullable LongPointer onDevice,
        OpaqueDataBuffer z,
        LongPointer zShape,
        @Nullable LongPointer zOnDevice,
        @Nullable Pointer arguments);
  }

  /** An entry point to a table of operations {@code z = operation(x, y)}. */
  private interface OfTwo {
    void call(
        NativeOps operations,
        @Nullable PointerPointer<?> extras,
        int operation,
        OpaqueDataBuffer x,
        LongPointer xShape,
        @Nullable LongPointer onDevice,
        OpaqueDataBuffer y,
        LongPointer yShape,
        @Nullable LongPointer yOnDevice,
        OpaqueDataBuffer z,
        LongPointer zShape,
        @Nullable LongPointer zOnDevice,
        @Nullable Pointer arguments);
  }

  /**
   * A table of operations on one view.
   *
   * @param entry calls the operation of a given number
   */
  public record Table(OfOne entry) {
    /** Of any type, which they keep. */
    public static final Table SAME = new Table(NativeOps::execTransformSame);

    /** Of floating-point numbers, whose type they keep. */
    public static final Table STRICT = new Table(NativeOps::execTransformStrict);

    /** Of any type, to floating-point numbers. */
    public static final Table FLOAT = new Table(NativeOps::execTransformFloat);

    static final Table ANY = new Table(NativeOps::execTransformAny);
  }

  /** Copies and converts: an operation of {@link Table#ANY}. */
  private static final int ASSIGN = 0;

  private final Recorder recorder;

  /** Calls that this recorder writes down. */
  public NativeCalls(Recorder recorder) {
    this.recorder = recorder;
  }

  private record Bound(NativeOps operations, List<Handle> handles, List<LongPointer> shapes) {
    OpaqueDataBuffer buffer(int i) {
      return handles.get(i).buffer();
    }

    LongPointer shape(int i) {
      return shapes.get(i);
    }

    /** Calls an operation on the first view, and writes to the second. */
    void call(OfOne entry, int operation) {
      entry.call(
          operations, null, operation, buffer(0), shape(0), null, buffer(1), shape(1), null, null);
    }

    /** Calls an operation on the first and the second view, and writes to the third. */
    void call(OfTwo entry, int operation) {
      entry.call(
          operations,
          null,
          operation,
          buffer(0),
          shape(0),
          null,
          buffer(1),
          shape(1),
          null,
          buffer(2),
          shape(2),
          null,
          null);
    }
  }

  /** {@code z = operation(x, y)}. */
  public void pairwise(int operation, View x, View y, View z) {
    OfTwo entry = NativeOps::execPairwiseTransform;
    elementwise(List.of(x, y), z, (b, binding) -> () -> b.call(entry, operation));
  }

  /** {@code z = operation(x, y)}, of booleans. */
  public void compare(int operation, View x, View y, View z) {
    OfTwo entry = NativeOps::execPairwiseTransformBool;
    elementwise(List.of(x, y), z, (b, binding) -> () -> b.call(entry, operation));
  }

  /** {@code z = operation(x, number)}. */
  public void scalar(int operation, View x, double number, View z) {
    View constant = View.flat(recorder.constant(x.dtype(), number));
    List<View> merged = View.merged(List.of(x, z));
    add(
        List.of(merged.get(0), constant, merged.get(1)),
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
  public void transform(Table table, int operation, View x, View z) {
    elementwise(List.of(x), z, (b, binding) -> () -> b.call(table.entry(), operation));
  }

  /** {@code z = x}, converted to the type of {@code z}. */
  public void copy(View x, View z) {
    List<View> merged = View.merged(List.of(x, z));
    ShortCopy copy = new ShortCopy(merged.get(0), merged.get(1));
    if (copy.isShort()) {
      List<Slot> replaceable = replaceable(List.of(x), z);
      recorder.add(new PlanStep(List.of(x.slot()), List.of(z.slot()), replaceable, copy::bind));
    } else {
      transform(Table.ANY, ASSIGN, x, z);
    }
  }

  /** {@code z = 0}, wholly. */
  public void clear(Slot z) {
    recorder.add(
        new PlanStep(
            List.of(),
            List.of(z),
            List.of(),
            binding -> {
              Handle handle = binding.handle(View.flat(z));
              return () -> Pointer.memset(handle.start(), 0, z.bytes());
            }));
  }

  /** {@code z = operation} over some axes of {@code x}, of the table of the same type. */
  public void reduce(int operation, View x, List<Integer> axes, View z) {
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
  public void custom(String name, List<View> inputs, List<View> outputs, long... arguments) {
    recorder.add(CustomOperation.step(name, inputs, outputs, arguments));
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
        new PlanStep(
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
