package org.normscape.experiments.cluster;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.run.progress.Progress;

/**
 * What a worker tells the driver each second: how far its task is, and what changed in its folder.
 * The driver hears from this too that the worker lives.
 */
final class Reporter implements Progress {

  private final Connection driver;
  private final Runnable whenCutOff;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "cluster-reporter");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable FolderSender sender;
  private long units;
  private String detail = "";

  /**
   * Tells from now on.
   *
   * @param whenCutOff what is done when the driver does not hear any more
   */
  @SuppressWarnings("FutureReturnValueIgnored") // Nothing is thrown out of it.
  Reporter(Connection driver, Runnable whenCutOff) {
    this.driver = driver;
    this.whenCutOff = whenCutOff;
    clock.scheduleAtFixedRate(this::report, 1, 1, TimeUnit.SECONDS);
  }

  private void report() {
    try {
      send();
    } catch (IOException e) {
      whenCutOff.run();
    } catch (RuntimeException e) {
      System.getLogger(Reporter.class.getName())
          .log(System.Logger.Level.ERROR, "the driver cannot be told what is done", e);
      whenCutOff.run();
    }
  }

  /** Follows a task's folder from now on. */
  synchronized void follow(FolderSender sender) {
    this.sender = sender;
  }

  /** Tells the last of a task. */
  synchronized void endOfTask() throws IOException {
    send();
    sender = null;
  }

  private synchronized void send() throws IOException {
    driver.send(new Message.Advanced(units, detail));
    units = 0;
    if (sender != null) {
      sender.send();
    }
  }

  @Override
  public void begin(String task, long units) {}

  @Override
  public synchronized void advance(long units, String detail) {
    this.units += units;
    this.detail = detail;
  }

  @Override
  public void note(String line) {
    try {
      driver.send(new Message.Said(line));
    } catch (IOException e) {
      whenCutOff.run();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
