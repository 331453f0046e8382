package org.normscape.backend.nd4j.lending;

/**
 * Who has the memory of a backend's arrays.
 *
 * @param <B> a piece of memory
 */
public interface Lender<B> {

  /** Takes a piece back; one that is not lent out any more is left alone. */
  void free(B piece);

  /** Whether the backend was closed, and all its memory with it. */
  boolean isClosed();
}
