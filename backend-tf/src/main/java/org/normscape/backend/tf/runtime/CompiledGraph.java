package org.normscape.backend.tf.runtime;

import java.util.List;

/**
 * A graph that is ready to run on a device, from several threads at once.
 *
 * @param <T> a tensor that lives on the device
 */
public interface CompiledGraph<T> {

  /**
   * Runs the graph once.
   *
   * @param arguments one tensor for each parameter; they stay as they are
   * @return tensors that belong to the caller
   */
  List<T> run(List<T> arguments);

  /** Waits for runs under way, and gives the graph's memory back. */
  void close();
}
