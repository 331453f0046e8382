package org.normscape.backend.nd4j.lending;

import java.util.List;

/**
 * Steps that are bound to memory. Not safe to use from several threads at once.
 *
 * @param <B> a piece of memory
 */
public interface BoundPlan<B> extends AutoCloseable {

  /**
   * Runs the steps.
   *
   * @param arguments the memory of each argument
   * @return the memory of each result; that of a donated argument may be among it
   */
  List<B> run(List<B> arguments);

  @Override
  void close();
}
