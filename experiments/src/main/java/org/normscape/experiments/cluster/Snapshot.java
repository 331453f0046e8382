package org.normscape.experiments.cluster;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A whole file as it is now, held open: what is sent of it is that, whatever takes its place in the
 * meantime. A file of any length is sent in pieces.
 *
 * @param name what the other side calls it
 * @param channel its bytes
 */
record Snapshot(String name, FileChannel channel) implements AutoCloseable {

  private static final int PIECE = 1 << 20;

  /** A file as it is now. */
  static Snapshot of(String name, Path file) throws IOException {
    return new Snapshot(name, FileChannel.open(file, StandardOpenOption.READ));
  }

  /** Sends all of it. */
  void sendTo(Connection other) throws IOException {
    long length = channel.size();
    long sent = 0;
    do {
      ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, length - sent));
      while (piece.hasRemaining()) {
        if (channel.read(piece, sent + piece.position()) < 0) {
          throw new EOFException("\"%s\" was cut while it was sent".formatted(name));
        }
      }
      other.send(new Message.Piece(name, sent, new Content(piece.array()), length));
      sent += piece.capacity();
    } while (sent < length);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
