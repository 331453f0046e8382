package org.normscape.experiments.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.Backend;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.Conduct;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.KernelRecord;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.SpecJson;

/**
 * A worker on some machine: asks the driver for one task after the other, and does each in a
 * temporary folder as it would be done here. What changes there is sent each second.
 */
public final class ClusterWorker implements WorkerSide {

  /** Opens what computes. */
  @FunctionalInterface
  public interface Opening {

    /**
     * Opens the backend of an experiment; the worker closes it.
     *
     * @param methods for calls of kernels whose methods were chosen elsewhere, their names
     * @param progress takes a sentence for each kernel that is wrong
     */
    Backend open(ExperimentSpec spec, Map<String, String> methods, Progress progress);
  }

  /**
   * How a worker gets at its work.
   *
   * @param driver where the driver waits
   * @param token what shows that it may
   * @param opening opens the backend
   * @param data what cells are trained and tested on
   * @param whenReady what is done once it can work
   * @param whenCutOff what is done when the driver is gone
   */
  public record Post(
      Address driver,
      String token,
      Opening opening,
      Datasets data,
      Runnable whenReady,
      Runnable whenCutOff) {}

  private final Post post;
  private final Connection driver;
  private final Conduct conduct;
  private final Reporter reporter;
  private final Path folder;
  private @Nullable Workbench bench;
  private boolean stays = true;

  private ClusterWorker(Post post, Connection driver, Conduct conduct, Path folder) {
    this.post = post;
    this.driver = driver;
    this.conduct = conduct;
    this.folder = folder;
    this.reporter = new Reporter(driver, post.whenCutOff());
  }

  /**
   * Works until the driver has nothing left.
   *
   * @throws UserError when it cannot work here; the driver is told too
   * @throws IOException when the driver is lost
   */
  public static void work(Post post) throws IOException {
    Conduct conduct = new Conduct();
    Path folder = Files.createTempDirectory("normscape-worker");
    try (Connection driver = Connection.to(post.driver(), post.token())) {
      Inbox inbox = Inbox.of(driver, conduct.stop(), post.whenCutOff());
      new ClusterWorker(post, driver, conduct, folder).work(inbox);
    } finally {
      delete(folder);
    }
  }

  private void work(Inbox inbox) throws IOException {
    try {
      while (stays) {
        inbox.take().reach(this);
      }
    } finally {
      reporter.close();
      if (bench != null) {
        bench.close();
      }
    }
  }

  @Override
  public void setUp(Message.Setup setup) throws IOException {
    ExperimentSpec spec = SpecJson.read(setup.config(), "what the driver said");
    KernelRecord kernels = KernelRecord.parse(setup.kernels().getBytes(StandardCharsets.UTF_8));
    try {
      Backend backend = post.opening().open(spec, kernels.methods(), reporter);
      bench = new Workbench(spec, setup.fingerprints(), backend, post.data(), reporter, driver);
    } catch (UserError e) {
      driver.send(new Message.Unable(e.getMessage()));
      throw e;
    }
    post.whenReady().run();
    driver.send(new Message.Ready(null));
  }

  @Override
  public void given(Message.Given task) throws IOException {
    bench().take(folder, task);
  }

  @Override
  public void changed(Message.FileChange change) throws IOException {
    change.on(new FolderCopy(bench().taskFolder()));
  }

  @Override
  public void begin() throws IOException {
    bench().carryOut(conduct);
    delete(bench().taskFolder());
    driver.send(new Message.Ready(bench().cellName()));
  }

  @Override
  public void nothingIsLeft() {
    stays = false;
  }

  @Override
  public void end() {
    // The inbox has passed it on, and the task that was going on has ended.
  }

  private Workbench bench() throws IOException {
    if (bench == null) {
      throw new IOException("the driver gives a task before it says what of");
    }
    return bench;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.delete(file);
        }
      }
    }
  }
}
