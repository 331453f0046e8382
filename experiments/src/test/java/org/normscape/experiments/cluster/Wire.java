package org.normscape.experiments.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The network between one worker and the driver, which may break after so many bytes. */
final class Wire implements AutoCloseable {

  private final ServerSocket near = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final int driver;
  private final long breaksAfter;

  /**
   * A wire to the driver.
   *
   * @param driver its port
   * @param breaksAfter how many bytes a worker can say
   */
  Wire(int driver, long breaksAfter) throws IOException {
    this.driver = driver;
    this.breaksAfter = breaksAfter;
    daemon(this::carry);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  Address address() {
    return new Address("127.0.0.1", near.getLocalPort());
  }

  private void carry() {
    try (Socket worker = near.accept();
        Socket desk = new Socket(InetAddress.getLoopbackAddress(), driver)) {
      daemon(() -> copy(desk, worker, Long.MAX_VALUE));
      copy(worker, desk, breaksAfter);
    } catch (IOException e) {
      // The wire was taken away before anybody spoke.
    }
  }

  private static void copy(Socket from, Socket to, long bytes) {
    byte[] chunk = new byte[1 << 10];
    long left = bytes;
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      while (left > 0) {
        int count = in.read(chunk, 0, (int) Math.min(chunk.length, left));
        if (count < 0) {
          return;
        }
        out.write(chunk, 0, count);
        left -= count;
      }
    } catch (IOException e) {
      // One side hung up.
    }
  }

  @Override
  public void close() throws IOException {
    near.close();
  }
}
