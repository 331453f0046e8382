package org.normscape.backend.nd4j.plan;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.OpaqueDataBuffer;
import org.normscape.backend.nd4j.memory.Lane;

/** Elements of a slot as native calls take them; it can be pointed at other memory between runs. */
public final class Handle implements AutoCloseable {

  private final NativeOps operations;
  private final OpaqueDataBuffer buffer;
  private final long length;
  private final long shift;
  private final DataType dtype;
  private Pointer base;
  private Pointer start;
  private @Nullable Lane lane;

  /**
   * @param length the number of elements from {@code offset} on
   */
  public Handle(NativeOps operations, DataType dtype, Pointer base, long offset, long length) {
    this.operations = operations;
    this.length = length;
    this.dtype = dtype;
    this.shift = offset * dtype.width();
    this.base = base;
    this.start = shifted(base, shift);
    this.buffer = OpaqueDataBuffer.externalizedDataBuffer(length, dtype, start, null);
  }

  /** Points at the same elements of another copy of the slot. */
  void point(Pointer other) {
    if (!other.equals(base)) {
      base = other;
      start = shifted(other, shift);
      lane = null;
      buffer.setPrimaryBuffer(start, length);
    }
  }

  /** Points at the elements of another handle from {@code offset} on. */
  void follow(Handle other, long offset) {
    point(shifted(other.start, offset * dtype.width()));
  }

  /** As ND4J's operations take it. */
  public OpaqueDataBuffer buffer() {
    return buffer;
  }

  /** As functions on float32 take it. */
  public FloatPointer floats() {
    return new FloatPointer(start);
  }

  /** As functions on float64 take it. */
  public DoublePointer doubles() {
    return new DoublePointer(start);
  }

  /** As loops in Java take it. */
  public Lane lane() {
    if (lane == null) {
      lane = Lane.of(dtype, start, (int) length);
    }
    return lane;
  }

  /** The first byte. */
  public Pointer start() {
    return start;
  }

  @Override
  public void close() {
    operations.deleteDataBuffer(buffer);
  }

  private static Pointer shifted(Pointer base, long bytes) {
    return new BytePointer(base).getPointer(bytes);
  }
}
