package org.normscape.backend.nd4j.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.nativeblas.NativeOps;
import org.normscape.backend.nd4j.lending.Lender;

/**
 * The memory of one backend. Blocks that are given back wait, up to a bound, for the next request
 * of their size: a training step asks for the same sizes again and again.
 */
public final class Memory implements Lender<Block>, AutoCloseable {

  private static final long POOLED_BYTES = 256L << 20;

  private final NativeOps operations;
  private final Set<Block> lent = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Long, Deque<Block>> pool = new HashMap<>();
  private long pooledBytes;
  private boolean closed;

  /** Memory of which nothing is lent. */
  public Memory(NativeOps operations) {
    this.operations = operations;
  }

  /** A block of at least this size, with arbitrary contents. */
  public synchronized Block allocate(long bytes) {
    if (closed) {
      throw new IllegalStateException(
          "nd4j: the backend must be open, but it was closed. To fix: close it last.");
    }
    long size = Block.aligned(Math.max(bytes, 1));
    Deque<Block> waiting = pool.get(size);
    Block block = waiting == null || waiting.isEmpty() ? fresh(size) : reuse(waiting);
    lent.add(block);
    return block;
  }

  @Override
  public synchronized void free(Block block) {
    if (!lent.remove(block)) {
      return;
    }
    if (pooledBytes + block.bytes() > POOLED_BYTES) {
      operations.freeHost(block.raw());
      return;
    }
    pool.computeIfAbsent(block.bytes(), size -> new ArrayDeque<>()).push(block);
    pooledBytes += block.bytes();
  }

  @Override
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    new ArrayList<>(lent).forEach(b -> operations.freeHost(b.raw()));
    lent.clear();
    pool.values().forEach(blocks -> blocks.forEach(b -> operations.freeHost(b.raw())));
    pool.clear();
  }

  private Block reuse(Deque<Block> waiting) {
    Block block = waiting.pop();
    pooledBytes -= block.bytes();
    return block;
  }

  private Block fresh(long size) {
    Pointer raw = operations.mallocHost(size + Block.LINE, 0);
    if (raw == null || raw.isNull()) {
      throw new OutOfMemoryError(
          "nd4j: %s bytes outside the Java heap must be available, but they are not. To fix: use smaller batches."
              .formatted(size));
    }
    long ahead = Block.aligned(raw.address()) - raw.address();
    return new Block(raw, new BytePointer(raw).getPointer(ahead), size);
  }
}
