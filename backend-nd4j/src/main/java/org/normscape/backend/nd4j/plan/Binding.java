package org.normscape.backend.nd4j.plan;

import java.util.List;
import org.bytedeco.javacpp.LongPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.nativeblas.NativeOps;

/** Where steps get their memory when a plan is bound. */
public interface Binding {

  /** The native operations. */
  NativeOps operations();

  /** The threads for loops in Java. */
  Workers workers();

  /** Elements of a slot, read as a type of the same width, from {@code offset} on. */
  Handle handle(Slot slot, DataType dtype, int offset);

  /** ND4J's description of a view. */
  LongPointer shape(View view);

  /** The number by which ND4J finds an operation. */
  long hash(String operation);

  /** Something native that lives as long as the plan. */
  <T extends AutoCloseable> T keep(T resource);

  /** The elements of a view. */
  default Handle handle(View view) {
    return handle(view.slot(), view.dtype(), view.offset());
  }

  /** The elements of some views. */
  default List<Handle> handles(List<View> views) {
    return views.stream().map(this::handle).toList();
  }
}
