package org.normscape.experiments.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.Main;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.cluster.ClusterRun;
import org.normscape.experiments.cluster.spark.Installation;
import org.normscape.experiments.cluster.spark.Kit;
import org.normscape.experiments.cluster.spark.Master;
import org.normscape.experiments.cluster.spark.SparkCluster;
import org.normscape.experiments.run.Conduct;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.spec.ExperimentSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that have a run carried out on other machines, with the same results. */
public final class ClusterOptions {

  @Option(
      names = "--spark",
      paramLabel = "MASTER",
      description =
          "Carries out the tasks on Apache Spark: local[N], spark://HOST:PORT, yarn or k8s://URL. Spark is fetched the first time.")
  private Optional<String> master = Optional.empty();

  @Option(
      names = "--spark-conf",
      paramLabel = "KEY=VALUE",
      description = "A setting of Spark's own, such as spark.executor.memory=1g. May be repeated.")
  private List<String> settings = new ArrayList<>();

  /**
   * Surroundings in which runs are carried out where these options say.
   *
   * @param command the command that was given
   * @throws UserError when that cannot be
   */
  public Surroundings around(
      Surroundings surroundings,
      ExperimentSpec spec,
      Datasets data,
      Conduct conduct,
      CommandSpec command) {
    if (master.isEmpty()) {
      checkSettings();
      return surroundings;
    }
    check(conduct);
    SparkCluster cluster =
        new SparkCluster(
            Master.parse(master.get()),
            settings,
            Installation.found(surroundings.environment()),
            Kit.ofThisProgram(surroundings.environment(), jars(command), folder(data, spec)));
    return surroundings.carryingOut(new ClusterRun(cluster));
  }

  private void checkSettings() {
    if (!settings.isEmpty()) {
      throw UserError.usage(
          "--spark-conf: needs --spark, but that is not given. To fix: add --spark, or leave this out.");
    }
  }

  private void check(Conduct conduct) {
    for (String setting : settings) {
      if (!setting.matches("spark\\.[^=]+=.*")) {
        throw UserError.usage(
            "--spark-conf: must be spark.KEY=VALUE, but it is \"%s\". To fix: write it as in --spark-conf spark.executor.memory=1g."
                .formatted(setting));
      }
    }
    if (conduct.jobs() > 1) {
      throw UserError.usage(
          "--jobs: must not be given with --spark, since executors have places of their own, but it is %s. To fix: leave one of them out."
              .formatted(conduct.jobs()));
    }
  }

  private static List<Path> jars(CommandSpec command) {
    return ((Main) command.root().userObject()).jars();
  }

  /** Workers are given one folder. */
  private static Optional<Path> folder(Datasets data, ExperimentSpec spec) {
    List<Path> folders = data.folders(spec.cells());
    if (folders.size() > 1) {
      throw UserError.usage(
          "--spark: the data of all cells must lie in one folder, which workers are given, but they lie in %s. To fix: make a sweep for each."
              .formatted(folders));
    }
    return folders.stream().findFirst();
  }
}
