package org.normscape.backend.nd4j.memory;

import org.bytedeco.javacpp.Pointer;

/**
 * A piece of memory outside the Java heap.
 *
 * @param raw what was allocated
 * @param start its first byte on a cache line
 * @param bytes the usable size
 */
public record Block(Pointer raw, Pointer start, long bytes) {

  /** The size of a cache line, and of the widest vector. */
  static final long LINE = 64;

  /** The least multiple of a cache line that is not below {@code bytes}. */
  public static long aligned(long bytes) {
    return (bytes + LINE - 1) / LINE * LINE;
  }
}
