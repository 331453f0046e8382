package org.normscape.experiments.cli.verify;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.Device;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.Main;
import org.normscape.experiments.cli.option.DataOption;
import org.normscape.experiments.cli.option.ExperimentNames;
import org.normscape.experiments.cli.option.SeedsOption;
import org.normscape.experiments.cli.option.SpecOptions;
import org.normscape.experiments.cli.surroundings.Injection;
import org.normscape.experiments.cli.surroundings.Screens;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.task.Blueprints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code normscape verify}: whether every backend gives the same. */
@Command(
    name = "verify",
    description = "Runs experiments on several backends and says whether they give the same.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "With --numerics exact, every bit of every measurement and of the parameters after every step",
      "must be the same. Where it is not, the first place is named, and the step is done again equation",
      "by equation on both backends until the first one whose result differs. With precise and fast,",
      "each step of the first backend is done again on the others, from the same parameters, state and",
      "batch, and held against published tolerances; a figure shows how far runs get that each train by",
      "themselves.",
      "",
      "Examples:",
      "  normscape verify                                          everything, on every backend",
      "  normscape verify landscape --backends tensorflow,nd4j",
      "  normscape verify landscape --backends tensorflow,tensorflow@gpu --scale smoke",
      "  normscape verify landscape --numerics fast",
      "",
      "Every run leaves its folder, as \"normscape run\" does; \"normscape compare\" and \"normscape",
      "report\" read them.",
      "",
      "Exit codes: 0 the same, 3 different, 1 failed, 2 wrong usage."
    })
public final class VerifyCommand implements Callable<Integer> {

  /** The exit code when results differ. */
  static final int DIFFERENT = 3;

  /** The scale at which the reference backend takes part. */
  private static final String TINY = "tiny";

  private static final List<String> SCALES = List.of("smoke", TINY);

  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "EXPERIMENT",
      completionCandidates = ExperimentNames.class,
      arity = "0..*",
      description = "Some that \"normscape list\" shows; all of them if not given.")
  private List<String> experiments = new ArrayList<>();

  @Option(
      names = "--backends",
      paramLabel = "NAME",
      split = ",",
      description =
          "What is compared, at least two, such as tensorflow,nd4j,tensorflow@gpu; the first is what the others are held against. Every backend that works here if not given.")
  private List<String> backends = new ArrayList<>();

  @Option(
      names = "--numerics",
      paramLabel = "WORD",
      description = "exact, precise or fast; ${DEFAULT-VALUE} if not given.",
      defaultValue = "exact")
  private String numerics = "exact";

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      split = ",",
      description =
          "How large. Without it smoke, and tiny: there the reference backend takes part, which is plain loops. It takes part elsewhere where both it and the scale are named.")
  private List<String> scales = new ArrayList<>();

  @Mixin private SeedsOption seeds = new SeedsOption();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes one setting, as for \"normscape run\". May be repeated.")
  private List<String> settings = new ArrayList<>();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder that run folders go into; ${DEFAULT-VALUE} if not given.")
  private Path out = Path.of("runs");

  @Option(
      names = "--json",
      description = "Print JSON, at the end: whether all are the same, and every outcome.")
  private boolean json;

  @ParentCommand private @Nullable Main main;

  public VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    experiments.forEach(Catalog::defaultScale);
    try (Progress progress = Screens.progress(surroundings)) {
      progress.note("loading backends, which takes some seconds each");
      List<Verification.Task> tasks = tasks();
      Datasets datasets = new Datasets(data.context(surroundings));
      for (Verification.Task task : tasks) {
        Blueprints.check(task.specs().get(0), datasets).notes().forEach(progress::note);
      }
      tasks.stream()
          .flatMap(task -> datasets.describe(task.specs().get(0).cells()).stream())
          .distinct()
          .forEach(line -> progress.note("data: " + line));
      Verification verification =
          new Verification(
              surroundings,
              datasets,
              command.commandLine().getParent().getParseResult().originalArgs(),
              out,
              verdicts(),
              progress);
      return verification.carryOut(tasks) ? 0 : DIFFERENT;
    }
  }

  private Verdicts verdicts() {
    return json
        ? new JsonVerdicts(surroundings.out())
        : new PrintedVerdicts(surroundings.out(), digests());
  }

  private PrintedVerdicts.Digests digests() {
    return main != null && main.isVerbose()
        ? PrintedVerdicts.Digests.FULL
        : PrintedVerdicts.Digests.SHORT;
  }

  /** Every experiment at every scale at which there is something to compare. */
  private List<Verification.Task> tasks() {
    List<Candidate> candidates = candidates();
    List<Verification.Task> tasks = new ArrayList<>();
    for (String experiment : experiments.isEmpty() ? Catalog.names() : experiments) {
      for (String scale : scales.isEmpty() ? SCALES : scales) {
        List<Candidate> some = candidates.stream().filter(c -> takesPart(c, scale)).toList();
        if (some.size() > 1) {
          tasks.add(
              new Verification.Task(
                  some, some.stream().map(c -> resolve(experiment, scale, c)).toList()));
        }
      }
    }
    if (tasks.isEmpty()) {
      throw UserError.usage(
          "--backends: must be two or more that work here, but they are %s. To fix: name more, or see \"normscape doctor\"."
              .formatted(candidates));
    }
    return tasks;
  }

  private boolean takesPart(Candidate candidate, String scale) {
    boolean asked = !backends.isEmpty() && !scales.isEmpty();
    return asked || scale.equals(TINY) || !candidate.backend().equals(Injection.REFERENCE);
  }

  /** Those that were named, or all that open: the reference first, by which others are judged. */
  private List<Candidate> candidates() {
    if (!backends.isEmpty()) {
      return backends.stream().map(name -> Candidate.parse(name, surroundings)).toList();
    }
    return Candidate.working(Device.CPU, surroundings);
  }

  private ExperimentSpec resolve(String experiment, String scale, Candidate candidate) {
    List<Config> overrides = new ArrayList<>();
    overrides.add(Catalog.override("--backends", "backend", candidate.backend()));
    overrides.add(Catalog.override("--backends", "device", candidate.device().toString()));
    overrides.add(Catalog.override("--numerics", "numerics", numerics));
    overrides.addAll(seeds.overrides());
    overrides.addAll(SpecOptions.settings(settings));
    return Catalog.resolve(experiment, scale, overrides);
  }
}
