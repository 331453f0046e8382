package org.normscape.experiments.data.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Tape archives, right and wrong ones. */
final class Archives {

  private static final int BLOCK = 512;

  private Archives() {}

  /** An archive of regular files, packed by gzip. */
  static byte[] of(Map<String, byte[]> files) throws IOException {
    return packed(tar(files, '0'));
  }

  static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  /** An archive of entries of this type. */
  static byte[] tar(Map<String, byte[]> files, char type) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      byte[] content = file.getValue();
      bytes.write(header(file.getKey(), String.format(Locale.ROOT, "%011o", content.length), type));
      bytes.write(content);
      bytes.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }
    bytes.write(new byte[2 * BLOCK]);
    return bytes.toByteArray();
  }

  static byte[] header(String name, String size, char type) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 124, size);
    put(header, 148, "        ");
    header[156] = (byte) type;
    int sum = 0;
    for (byte b : header) {
      sum += Byte.toUnsignedInt(b);
    }
    put(header, 148, String.format(Locale.ROOT, "%06o\0", sum));
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, header, at, ascii.length);
  }
}
