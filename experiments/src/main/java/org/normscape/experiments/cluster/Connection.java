package org.normscape.experiments.cluster;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.Socket;

/** Messages between the driver and one worker. Several threads may send, one receives. */
final class Connection implements AutoCloseable {

  /** What a worker asks for where others ask for a file. */
  static final String WORK = "work";

  /** Nothing is read from the other side but messages and what they consist of. */
  private static final ObjectInputFilter FILTER =
      ObjectInputFilter.Config.createFilter("org.normscape.experiments.**;java.base/*;!*");

  /** How long the driver waits for a word of a worker that has a task: it says one each second. */
  private static final int SILENCE_MILLISECONDS = 60_000;

  private final Socket socket;
  private final ObjectOutputStream out;
  private final ObjectInputStream in;

  private Connection(Socket socket, ObjectOutputStream out, ObjectInputStream in) {
    this.socket = socket;
    this.out = out;
    this.in = in;
  }

  /** The worker's side: calls the driver, and shows that it may. */
  static Connection to(Address driver, String token) throws IOException {
    Socket socket = new Socket(driver.host(), driver.port());
    DataOutputStream greeting = new DataOutputStream(socket.getOutputStream());
    greeting.writeUTF(token);
    greeting.writeUTF(WORK);
    greeting.flush();
    return over(socket);
  }

  /** Either side, once the worker has shown that it may. */
  static Connection over(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setKeepAlive(true);
    ObjectOutputStream out =
        new ObjectOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    out.flush();
    ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(socket.getInputStream()));
    in.setObjectInputFilter(FILTER);
    return new Connection(socket, out, in);
  }

  /** Takes a worker that says nothing for a minute for lost. */
  void expectSignsOfLife() throws IOException {
    socket.setSoTimeout(SILENCE_MILLISECONDS);
  }

  /** Sends a message. */
  synchronized void send(Message message) throws IOException {
    out.writeObject(message);
    out.reset();
    out.flush();
  }

  /**
   * Waits for a message.
   *
   * @param <M> what the other side says
   * @throws IOException when the other side is gone
   */
  <M extends Message> M receive(Class<M> kind) throws IOException {
    try {
      return kind.cast(in.readObject());
    } catch (ClassNotFoundException | ClassCastException e) {
      throw new IOException("the other side is of another version", e);
    }
  }

  /** Hangs up: whoever waits for a message on either side gets an error. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
