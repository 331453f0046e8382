package org.normscape.experiments.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Reads regular files from a tape archive (POSIX.1-1988, ustar). */
final class Tar {

  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE_OFFSET = 124;
  private static final int SIZE_LENGTH = 12;

  private Tar() {}

  /** Writes those files of the archive whose last name is among {@code names} into a folder. */
  static void extract(InputStream archive, Set<String> names, Path folder) throws IOException {
    byte[] header = archive.readNBytes(BLOCK);
    while (header.length == BLOCK && header[0] != 0) {
      String path = text(header, 0, NAME_LENGTH);
      String name = path.substring(path.lastIndexOf('/') + 1);
      long size = Long.parseLong(text(header, SIZE_OFFSET, SIZE_LENGTH), 8);
      if (names.contains(name)) {
        copy(archive, size, folder.resolve(name));
      } else {
        archive.skipNBytes(size);
      }
      archive.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
      header = archive.readNBytes(BLOCK);
    }
  }

  private static void copy(InputStream archive, long size, Path file) throws IOException {
    byte[] content = archive.readNBytes(Math.toIntExact(size));
    if (content.length != size) {
      throw new EOFException("the archive ends inside " + file.getFileName());
    }
    Files.write(file, content);
  }

  private static String text(byte[] header, int offset, int length) {
    int end = offset;
    while (end < offset + length && header[end] != 0) {
      end++;
    }
    return new String(header, offset, end - offset, StandardCharsets.US_ASCII).strip();
  }
}
