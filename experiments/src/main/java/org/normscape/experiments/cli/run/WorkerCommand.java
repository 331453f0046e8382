package org.normscape.experiments.cli.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.normscape.backend.Backend;
import org.normscape.backend.Device;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.option.DataOption;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.cluster.Address;
import org.normscape.experiments.cluster.ClusterWorker;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.ExperimentSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code normscape worker}: carries out tasks for a run on another machine. A cluster starts it:
 * the first line of its standard input shows the driver that it may, and where the input ends it
 * ends.
 */
@Command(
    name = "worker",
    hidden = true,
    description = "Carries out tasks of a run; \"normscape sweep --spark\" has clusters start it.",
    mixinStandardHelpOptions = true)
public final class WorkerCommand implements Callable<Integer> {

  /** What it says when it can work. */
  private static final String READY = "ready";

  private final Surroundings surroundings;

  @Option(
      names = "--driver",
      paramLabel = "HOST:PORT",
      required = true,
      description = "Where the run waits for workers.")
  private String driver = "";

  @Mixin private DataOption data = new DataOption();

  public WorkerCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Address address = Address.parse(driver);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      String token = in.readLine();
      Thread watch = new Thread(() -> endWith(in), "worker-watch");
      watch.setDaemon(true);
      watch.start();
      ClusterWorker.work(
          new ClusterWorker.Post(
              address,
              token == null ? "" : token,
              this::open,
              new Datasets(data.context(surroundings)),
              this::sayReady,
              WorkerCommand::end));
      return 0;
    } catch (IOException e) {
      throw UserError.failure(
          "--driver: must be where a run waits for workers, but %s does not answer (%s). To fix: leave this command to \"normscape sweep --spark\"."
              .formatted(address, e),
          e);
    }
  }

  private Backend open(ExperimentSpec spec, Map<String, String> methods, Progress progress) {
    return surroundings
        .backends(Device.parse(spec.device()))
        .open(spec.backend(), surroundings.auditor(spec.audit(), progress::note).pinning(methods));
  }

  private void sayReady() {
    surroundings.out().println(READY);
    surroundings.out().flush();
  }

  private static void endWith(BufferedReader in) {
    try {
      while (in.read() >= 0) {}
    } catch (IOException gone) {
      // Then nobody is there either for whom to work.
    }
    end();
  }

  /** Whatever it does: nobody would get it. */
  private static void end() {
    Runtime.getRuntime().halt(UserError.Kind.INTERRUPTED.exitCode());
  }
}
