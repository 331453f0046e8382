package org.normscape.experiments.cli.option;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.normscape.backend.Device;
import org.normscape.backend.Numerics;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.ExperimentSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that lie over an experiment's file. */
public final class SpecOptions {

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      completionCandidates = BackendNames.class,
      description = "What runs the programs: tensorflow, nd4j or reference.")
  private Optional<String> backend = Optional.empty();

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description =
          "Where they run: cpu, gpu or gpu:N; with +tf32, products of float32 are rounded to TF32.")
  private Optional<String> device = Optional.empty();

  @Option(
      names = "--numerics",
      paramLabel = "WORD",
      completionCandidates = NumericsWords.class,
      description =
          "fast (float32, best kernels), precise (float64) or exact (float64, the same bits on every backend).")
  private Optional<String> numerics = Optional.empty();

  @Option(
      names = "--audit",
      paramLabel = "WORD",
      description =
          "When the backend's kernels are held against plain Java: first-use (once on this machine), always (once in each run) or off.")
  private Optional<String> audit = Optional.empty();

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      completionCandidates = ScaleNames.class,
      description =
          "How large: tiny (for the reference backend), smoke (seconds), laptop (minutes) or paper (the paper's own size); laptop if not given.")
  private Optional<String> scale = Optional.empty();

  @Mixin private SeedsOption seeds = new SeedsOption();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Changes one setting, such as optimizer.learning-rate=0.01, or cells.batch-norm.optimizer.learning-rate=0.5 in one cell; \"normscape describe\" shows them all. May be repeated; the last one wins.")
  private List<String> settings = new ArrayList<>();

  /**
   * The specification of an experiment under these options.
   *
   * @param beneath configuration between the file and these options; the first wins
   * @throws UserError when a word or a value is not allowed
   */
  ExperimentSpec resolve(String experiment, List<Config> beneath, Surroundings surroundings) {
    List<Config> overrides = new ArrayList<>();
    backend.ifPresent(word -> overrides.add(Catalog.override("--backend", "backend", word)));
    device.ifPresent(word -> overrides.add(Catalog.override("--device", "device", word)));
    numerics.ifPresent(word -> overrides.add(Catalog.override("--numerics", "numerics", word)));
    audit.ifPresent(word -> overrides.add(Catalog.override("--audit", "audit", word)));
    overrides.addAll(seeds.overrides());
    overrides.addAll(settings(settings));
    overrides.addAll(beneath);
    ExperimentSpec spec =
        Catalog.resolve(
            experiment, scale.orElseGet(() -> Catalog.defaultScale(experiment)), overrides);
    check(spec, surroundings);
    return spec;
  }

  /**
   * The settings of {@code --set}, of which the last wins, as overrides, of which the first does.
   */
  public static List<Config> settings(List<String> settings) {
    List<Config> overrides = new ArrayList<>();
    settings.forEach(setting -> overrides.add(0, Catalog.override("--set", setting)));
    return overrides;
  }

  private static void check(ExperimentSpec spec, Surroundings surroundings) {
    try {
      Device device = Device.parse(spec.device());
      surroundings.backends(device).check(spec.backend());
      if (device.products() == Device.Products.TF32 && spec.numerics() != Numerics.FAST) {
        throw UserError.usage(
            "device: TF32 is for numerics = fast, which are float32, but they are %s. To fix: use gpu without +tf32, or numerics = fast."
                .formatted(spec.numerics().name().toLowerCase(Locale.ROOT)));
      }
    } catch (IllegalArgumentException e) {
      throw UserError.usage(String.valueOf(e.getMessage()));
    }
  }
}
