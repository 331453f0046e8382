package org.normscape.experiments.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.normscape.experiments.run.file.WholeFile;

/**
 * A task's folder on this machine that follows one on another machine. Small files are whole at any
 * moment, as those are that a task of this machine writes.
 *
 * @param folder where it is
 */
record FolderCopy(Path folder) {

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize())) {
      throw new IOException("\"%s\" does not lie in the folder of a task".formatted(name));
    }
    Files.createDirectories(file.resolveSibling(""));
    return file;
  }

  /** Takes a piece of a file, and puts the file in place when it is the last one. */
  void add(Message.Piece piece) throws IOException {
    Path file = file(piece.file());
    Path beside = WholeFile.beside(file);
    if (piece.offset() == 0) {
      Files.deleteIfExists(beside);
    }
    try (FileChannel channel =
        FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (channel.size() != piece.offset()) {
        throw new IOException("a piece of \"%s\" is missing".formatted(file));
      }
      write(channel, piece.offset(), piece.bytes().bytes());
    }
    if (piece.offset() + piece.bytes().bytes().length == piece.length()) {
      WholeFile.putInPlace(file);
    }
  }

  private static void write(FileChannel channel, long offset, byte[] bytes) throws IOException {
    channel.position(offset);
    for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
      channel.write(left);
    }
  }

  /** Takes a file away, and the folder that it was the last one in. */
  void delete(String name) throws IOException {
    Path file = file(name);
    Files.deleteIfExists(file);
    Path parent = file.resolveSibling("").normalize();
    String[] left = parent.toFile().list();
    if (!parent.equals(folder.normalize()) && left != null && left.length == 0) {
      Files.delete(parent);
    }
  }

  /** Appends lines. What is there already is left alone: a checkpoint may rest on it. */
  void grow(Message.Grown grown) throws IOException {
    Path file = file(grown.file());
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      byte[] bytes = grown.bytes().bytes();
      if (channel.size() < grown.offset()) {
        throw new IOException("a part of \"%s\" is missing".formatted(file));
      }
      if (!isThere(channel, grown.offset(), bytes)) {
        channel.truncate(grown.offset());
        write(channel, grown.offset(), bytes);
      }
      channel.truncate(Math.max(grown.length(), grown.offset() + bytes.length));
    }
  }

  private static boolean isThere(FileChannel channel, long offset, byte[] bytes)
      throws IOException {
    if (channel.size() < offset + bytes.length) {
      return false;
    }
    ByteBuffer there = ByteBuffer.allocate(bytes.length);
    while (there.hasRemaining()) {
      if (channel.read(there, offset + there.position()) < 0) {
        return false;
      }
    }
    return Arrays.equals(there.array(), bytes);
  }
}
