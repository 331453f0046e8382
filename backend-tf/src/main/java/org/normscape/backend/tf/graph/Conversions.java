package org.normscape.backend.tf.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.tensorflow.Operand;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TNumber;

/** The words of programs in those of TensorFlow, and back. */
public final class Conversions {

  private Conversions() {}

  /** TensorFlow's class of an element type. */
  public static Class<? extends TNumber> type(DType dtype) {
    return switch (dtype) {
      case FLOAT32 -> TFloat32.class;
      case FLOAT64 -> TFloat64.class;
      case INT32 -> TInt32.class;
    };
  }

  /** TensorFlow's protocol constant of an element type. */
  public static DataType dataType(DType dtype) {
    return switch (dtype) {
      case FLOAT32 -> DataType.DT_FLOAT;
      case FLOAT64 -> DataType.DT_DOUBLE;
      case INT32 -> DataType.DT_INT32;
    };
  }

  /** The element type of a node. */
  public static DType dtype(Operand<?> operand) {
    return switch (operand.asOutput().dataType()) {
      case DT_FLOAT -> DType.FLOAT32;
      case DT_DOUBLE -> DType.FLOAT64;
      case DT_INT32 -> DType.INT32;
      default -> throw new IllegalArgumentException("dtype: no program has " + operand + ".");
    };
  }

  /** Forgets the element type, which TensorFlow's nodes know by themselves. */
  @SuppressWarnings("unchecked")
  public static Operand<TNumber> untyped(Operand<? extends TNumber> operand) {
    return (Operand<TNumber>) operand;
  }

  /** A shape in TensorFlow's words. */
  public static org.tensorflow.ndarray.Shape shape(Shape shape) {
    return org.tensorflow.ndarray.Shape.of(longs(shape.dims()));
  }

  /** A shape in those of programs. */
  public static Shape shape(org.tensorflow.ndarray.Shape shape) {
    return new Shape(LongStream.of(shape.asArray()).mapToObj(Math::toIntExact).toList());
  }

  static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The same numbers as an array of longs. */
  public static long[] longs(List<Integer> values) {
    return values.stream().mapToLong(Integer::longValue).toArray();
  }

  /** The same numbers as longs. */
  public static List<Long> longs(int... values) {
    return Arrays.stream(values).mapToObj(Long::valueOf).toList();
  }

  /** The shape of {@code rank} axes of extent 1. */
  public static Shape ones(int rank) {
    return new Shape(IntStream.range(0, rank).mapToObj(a -> 1).toList());
  }
}
