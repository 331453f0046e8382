package org.normscape.contract.certificate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.RandomAccessFile;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Objects that one process writes into a file while another one reads them: each with its length
 * before it, so that one whose writer died is not taken for whole.
 */
final class Messages implements Closeable {

  private final RandomAccessFile file;

  /** What is written into a file. */
  Messages(Path file) throws IOException {
    this.file = new RandomAccessFile(file.toFile(), "r");
  }

  /** Writes one. */
  static void append(Path file, Serializable message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(message);
    }
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    DataOutputStream frame = new DataOutputStream(framed);
    frame.writeInt(bytes.size());
    bytes.writeTo(frame);
    Files.write(file, framed.toByteArray(), StandardOpenOption.APPEND);
  }

  /** Reads those that were written since the last time. */
  void forEachNew(Consumer<Object> reader) throws IOException {
    while (file.length() - file.getFilePointer() >= Integer.BYTES) {
      long start = file.getFilePointer();
      int length = file.readInt();
      if (file.length() - file.getFilePointer() < length) {
        file.seek(start);
        return;
      }
      byte[] bytes = new byte[length];
      file.readFully(bytes);
      reader.accept(read(bytes));
    }
  }

  private static Object read(byte[] bytes) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException("the two processes must have the same classes", e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
