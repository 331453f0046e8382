package org.normscape.experiments.cluster;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.normscape.experiments.run.checkpoint.Stop;

/**
 * What the driver has said to a worker and the worker has not dealt with yet. That it is to end is
 * passed on at once, whatever it does.
 */
final class Inbox {

  private final Connection driver;
  private final Stop stop;
  private final Runnable whenCutOff;
  private final BlockingQueue<Message.ToWorker> waiting = new LinkedBlockingQueue<>();

  private Inbox(Connection driver, Stop stop, Runnable whenCutOff) {
    this.driver = driver;
    this.stop = stop;
    this.whenCutOff = whenCutOff;
  }

  /**
   * Listens from now on.
   *
   * @param whenCutOff what is done when the driver says nothing more
   */
  static Inbox of(Connection driver, Stop stop, Runnable whenCutOff) {
    Inbox inbox = new Inbox(driver, stop, whenCutOff);
    Thread listener = new Thread(inbox::listen, "cluster-inbox");
    listener.setDaemon(true);
    listener.start();
    return inbox;
  }

  private void listen() {
    try {
      while (true) {
        Message.ToWorker message = driver.receive(Message.ToWorker.class);
        message.atOnce(stop);
        waiting.add(message);
      }
    } catch (IOException e) {
      waiting.add(new Message.NothingLeft());
      whenCutOff.run();
    }
  }

  /** The next message, for which this waits. */
  Message.ToWorker take() throws IOException {
    try {
      return waiting.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the driver was waited for", e);
    }
  }
}
