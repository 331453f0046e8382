package org.normscape.experiments.run.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there whole or not at all: written beside its place, put on the disk, then
 * renamed. Whoever reads sees the old one or the new one, even after the power failed.
 */
public final class WholeFile {

  /** Writes what a file is to hold. */
  @FunctionalInterface
  public interface Writing {
    /** Writes all of it, in whatever pieces. */
    void to(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /** Writes a file, in place of what stood there. */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, out -> out.write(content));
  }

  /** The same with a file of any length. */
  public static void write(Path file, Writing content) throws IOException {
    try (OutputStream out = Files.newOutputStream(beside(file))) {
      content.to(out);
    }
    putInPlace(file);
  }

  /** Where a file is written before it is put in its place. */
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  /** Puts what was written beside a file's place on the disk, and then in its place. */
  public static void putInPlace(Path file) throws IOException {
    Path beside = beside(file);
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    settle(file.toAbsolutePath().resolveSibling(""));
  }

  /** Puts the names in a folder on the disk, where the system lets a folder be opened. */
  private static void settle(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
