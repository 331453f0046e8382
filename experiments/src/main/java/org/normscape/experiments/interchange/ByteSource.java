package org.normscape.experiments.interchange;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Bytes that are read where they are wanted: a file of any length, or an array. No more of it is in
 * memory than what is read.
 *
 * @param size how many there are
 * @param reading reads some of them
 */
record ByteSource(long size, Reading reading) {

  /** Reads bytes from a place on, as many as a buffer has room for. */
  @FunctionalInterface
  interface Reading {

    /** Fills a buffer; gives how many bytes came, -1 where there are none any more. */
    int read(ByteBuffer into, long at) throws IOException;
  }

  /** The bytes of a file. */
  static ByteSource of(FileChannel file) throws IOException {
    return new ByteSource(file.size(), file::read);
  }

  /** The bytes of an array. */
  static ByteSource of(byte[] all) {
    return new ByteSource(
        all.length,
        (into, at) -> {
          int count = (int) Math.min(into.remaining(), all.length - at);
          into.put(all, (int) at, count);
          return count;
        });
  }

  /**
   * Fills a buffer from a place on, and makes it ready to be read.
   *
   * @throws IOException when there are not so many bytes
   */
  ByteBuffer fill(ByteBuffer into, long at) throws IOException {
    if (at + into.remaining() > size) {
      throw new EOFException("it ends before it should");
    }
    int start = into.position();
    while (into.hasRemaining()) {
      if (reading.read(into, at + into.position() - start) <= 0) {
        throw new EOFException("it ends before it should");
      }
    }
    return into.flip().position(start);
  }
}
