package org.normscape.experiments.cluster;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where the driver waits for workers, and for whoever starts them. Who calls says the token, then
 * what it wants: to know how many tasks wait, a file by its SHA-256, or work.
 */
final class Desk implements AutoCloseable {

  /** What is asked before a worker is started: for how many tasks there is none. */
  private static final String WAITING = "waiting";

  private static final int TOKEN_BYTES = 32;
  private static final int BACKLOG = 1000;
  private static final int GREETING_MILLISECONDS = 10_000;

  private final Drive drive;
  private final Map<String, Path> files;
  private final ServerSocket server;
  private final String token;
  private final Set<Socket> callers = ConcurrentHashMap.newKeySet();
  private final Set<Attendant> attendants = ConcurrentHashMap.newKeySet();
  private final AtomicInteger workers = new AtomicInteger();

  private Desk(Drive drive, Map<String, Path> files, ServerSocket server, String token) {
    this.drive = drive;
    this.files = files;
    this.server = server;
    this.token = token;
  }

  /**
   * Opens a desk at a free port.
   *
   * @param at the address of this machine at which it is
   * @param files what can be fetched, by the SHA-256 of what they hold
   */
  static Desk open(Drive drive, InetAddress at, Map<String, Path> files) throws IOException {
    byte[] secret = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(secret);
    Desk desk =
        new Desk(drive, files, new ServerSocket(0, BACKLOG, at), HexFormat.of().formatHex(secret));
    thread("cluster-desk", desk::accept);
    return desk;
  }

  private static void thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** The port at which it is. */
  int port() {
    return server.getLocalPort();
  }

  /** What a caller says first. */
  String token() {
    return token;
  }

  /** How many workers have come so far. */
  int workers() {
    return workers.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        callers.add(caller);
        thread("cluster-attendant", () -> serve(caller));
      } catch (IOException e) {
        if (!server.isClosed()) {
          drive.progress().note("a worker could not be let in: " + e);
        }
      }
    }
  }

  /** What goes wrong with one caller is that caller's end; its task is given to another one. */
  private void serve(Socket caller) {
    try (caller) {
      caller.setSoTimeout(GREETING_MILLISECONDS);
      DataInputStream in = new DataInputStream(caller.getInputStream());
      byte[] said = in.readUTF().getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(said, token.getBytes(StandardCharsets.UTF_8))) {
        serve(caller, in.readUTF());
      }
    } catch (IOException e) {
      System.getLogger(Desk.class.getName()).log(System.Logger.Level.DEBUG, "a caller is gone", e);
    } catch (RuntimeException e) {
      drive.progress().note("a worker was sent away: " + e);
    } finally {
      callers.remove(caller);
    }
  }

  private void serve(Socket caller, String wish) throws IOException {
    if (wish.equals(WAITING)) {
      new DataOutputStream(caller.getOutputStream()).writeLong(drive.dispatch().waiting());
    } else if (wish.equals(Connection.WORK)) {
      caller.setSoTimeout(0);
      workers.incrementAndGet();
      String host = caller.getInetAddress().getHostName();
      attend(new Attendant(drive, Connection.over(caller), host));
    } else {
      send(caller, files.get(wish));
    }
  }

  private void attend(Attendant attendant) throws IOException {
    attendants.add(attendant);
    try {
      attendant.attend();
    } finally {
      attendants.remove(attendant);
    }
  }

  /** Sends a file, after its length; where there is none of this hash, its length is -1. */
  private static void send(Socket caller, @Nullable Path file) throws IOException {
    DataOutputStream out = new DataOutputStream(caller.getOutputStream());
    out.writeLong(file == null ? -1 : Files.size(file));
    if (file != null) {
      Files.copy(file, out);
    }
    out.flush();
  }

  /** Has all workers end after the step that is going on; each is asked once. */
  void endAll() {
    attendants.forEach(Attendant::end);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket caller : callers) {
      caller.close();
    }
  }
}
