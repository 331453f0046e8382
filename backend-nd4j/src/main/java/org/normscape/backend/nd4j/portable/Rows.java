package org.normscape.backend.nd4j.portable;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.normscape.backend.BackendException;
import org.normscape.backend.nd4j.lending.Lender;

/** The memory of one backend: rows on one device. */
final class Rows implements Lender<Row>, AutoCloseable {

  private final int device;
  private final Set<Row> lent = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean closed;

  /**
   * Memory of which nothing is lent.
   *
   * @param device its number, as ND4J counts devices
   */
  Rows(int device) {
    this.device = device;
  }

  /** Says to ND4J, which remembers it for each thread, that the calling thread works here. */
  void enter() {
    Nd4j.getAffinityManager().unsafeSetDevice(device);
  }

  /** A row with arbitrary contents. */
  Row allocate(DataType dtype, int length) {
    return lend((long) length * dtype.width(), () -> Row.of(dtype, length));
  }

  /** A row that is made from numbers. */
  Row lend(long bytes, Supplier<Row> make) {
    enter();
    Row row;
    try {
      row = make.get();
    } catch (RuntimeException | OutOfMemoryError e) {
      throw new BackendException(
          String.format(
              Locale.ROOT,
              "nd4j: %s bytes must be free on the device, but ND4J says: %s. To fix: use smaller batches, or a smaller network.",
              bytes,
              e.getMessage()),
          e);
    }
    return keep(row);
  }

  private synchronized Row keep(Row row) {
    if (closed) {
      row.close();
      throw new IllegalStateException(
          "nd4j: the backend must be open, but it was closed. To fix: close it last.");
    }
    lent.add(row);
    return row;
  }

  /** How many rows are lent. */
  synchronized int lent() {
    return lent.size();
  }

  @Override
  public synchronized void free(Row row) {
    if (lent.remove(row)) {
      row.close();
    }
  }

  @Override
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    lent.forEach(Row::close);
    lent.clear();
  }
}
