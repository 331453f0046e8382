package org.normscape.experiments.data.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a tape archive (POSIX.1-1988, ustar) that is packed by gzip, file after file. */
final class Tar implements AutoCloseable {

  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int CHECKSUM = 148;
  private static final int CHECKSUM_LENGTH = 8;
  private static final int TYPE = 156;

  private final InputStream in;
  private long left;

  private Tar(InputStream in) {
    this.in = in;
  }

  /**
   * A file, or something else, of an archive.
   *
   * @param name the last part of its path
   * @param isFile whether it is a regular file
   * @param size the number of its bytes
   */
  record Entry(String name, boolean isFile, long size) {}

  /**
   * Opens an archive at its start.
   *
   * @throws DamagedArchive when it is not packed by gzip
   */
  static Tar open(Path archive) throws IOException {
    InputStream packed = new BufferedInputStream(Files.newInputStream(archive));
    try {
      return new Tar(new GZIPInputStream(packed));
    } catch (IOException e) {
      packed.close();
      throw damaged("it is not packed by gzip", e);
    }
  }

  /**
   * What comes next, if anything.
   *
   * @throws DamagedArchive when the archive is broken
   */
  Optional<Entry> next() throws DamagedArchive {
    byte[] header = nextHeader();
    if (header.length == 0 || (header.length == BLOCK && header[0] == 0)) {
      return Optional.empty();
    }
    Entry entry = entry(header);
    left = (entry.size() + BLOCK - 1) / BLOCK * BLOCK;
    return Optional.of(entry);
  }

  private byte[] nextHeader() throws DamagedArchive {
    try {
      in.skipNBytes(left);
      return in.readNBytes(BLOCK);
    } catch (IOException e) {
      throw damaged("it ends too early or is damaged", e);
    }
  }

  /**
   * The bytes of the entry that came last.
   *
   * @throws DamagedArchive when the archive is broken
   */
  byte[] content(Entry entry) throws DamagedArchive {
    try {
      byte[] content = in.readNBytes(Math.toIntExact(entry.size()));
      left -= content.length;
      return content;
    } catch (IOException e) {
      throw damaged("it ends too early or is damaged", e);
    }
  }

  private static Entry entry(byte[] header) throws DamagedArchive {
    if (header.length < BLOCK || octal(header, CHECKSUM, CHECKSUM_LENGTH) != checksum(header)) {
      throw damaged("it is not a tape archive", null);
    }
    String path = text(header, 0, NAME_LENGTH);
    boolean isFile = header[TYPE] == '0' || header[TYPE] == 0;
    return new Entry(
        path.substring(path.lastIndexOf('/') + 1), isFile, octal(header, SIZE, SIZE_LENGTH));
  }

  /** The sum of the header's bytes, those of the checksum taken as blanks. */
  private static long checksum(byte[] header) {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean blank = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH;
      sum += blank ? ' ' : Byte.toUnsignedInt(header[i]);
    }
    return sum;
  }

  private static long octal(byte[] header, int offset, int length) throws DamagedArchive {
    String digits = text(header, offset, length);
    if (!digits.matches("[0-7]{1,12}")) {
      throw damaged("it is not a tape archive", null);
    }
    return Long.parseLong(digits, 8);
  }

  private static String text(byte[] header, int offset, int length) {
    int end = offset;
    while (end < offset + length && header[end] != 0) {
      end++;
    }
    return new String(header, offset, end - offset, StandardCharsets.ISO_8859_1).strip();
  }

  private static DamagedArchive damaged(String fault, @Nullable Throwable cause) {
    return new DamagedArchive(fault, cause);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
