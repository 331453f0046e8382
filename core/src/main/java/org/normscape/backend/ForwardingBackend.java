package org.normscape.backend;

import org.normscape.ir.TensorType;

/**
 * A backend around another one: everything but compiling is the other's. A program that it compiles
 * runs on arrays of either.
 */
public interface ForwardingBackend extends Backend {

  /** What this is around. */
  Backend backend();

  @Override
  default BackendInfo info() {
    return backend().info();
  }

  @Override
  default Array array(TensorType type, double... values) {
    return backend().array(type, values);
  }

  @Override
  default Array array(TensorType type, float[] values) {
    return backend().array(type, values);
  }

  @Override
  default Array array(TensorType type, int[] values) {
    return backend().array(type, values);
  }

  @Override
  default Array array(TensorType type, FloatSource source) {
    return backend().array(type, source);
  }

  @Override
  default void close() {
    backend().close();
  }
}
