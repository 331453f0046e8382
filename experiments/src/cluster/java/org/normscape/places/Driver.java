package org.normscape.places;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The driver of a run as a place calls it: each call says the token and one wish.
 *
 * @param host where it waits
 * @param port the port at which it does
 * @param token what shows that a caller may
 */
record Driver(String host, int port, String token) {

  private static final int CHUNK = 1 << 16;

  /** How many tasks wait for a worker; none where the driver is gone. */
  long waiting() throws IOException {
    try (Socket call = call("waiting")) {
      return new DataInputStream(call.getInputStream()).readLong();
    }
  }

  /** Fetches a file by the SHA-256 of what it holds. */
  void fetch(String sha256, Path into) throws IOException {
    try (Socket call = call(sha256);
        DataInputStream in = new DataInputStream(new BufferedInputStream(call.getInputStream()));
        OutputStream out = Files.newOutputStream(into)) {
      long left = in.readLong();
      if (left < 0) {
        throw new FileNotFoundException("the driver has no file with SHA-256 " + sha256);
      }
      byte[] chunk = new byte[CHUNK];
      while (left > 0) {
        int count = in.read(chunk, 0, (int) Math.min(CHUNK, left));
        if (count < 0) {
          throw new EOFException("the driver hung up in the middle of a file");
        }
        out.write(chunk, 0, count);
        left -= count;
      }
    }
  }

  private Socket call(String wish) throws IOException {
    Socket socket;
    try {
      socket = new Socket(host, port);
    } catch (IOException e) {
      throw new IOException(
          "%sthis executor: it must reach the driver at %s:%s, but it does not (%s)"
              .formatted(Place.FAULT, host, port, e),
          e);
    }
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeUTF(token);
    out.writeUTF(wish);
    out.flush();
    return socket;
  }
}
