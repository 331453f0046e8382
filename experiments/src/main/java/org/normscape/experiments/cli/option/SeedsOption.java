package org.normscape.experiments.cli.option;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;
import org.normscape.experiments.spec.Catalog;
import picocli.CommandLine.Option;

/** The option that names the seeds of an experiment. */
public final class SeedsOption {

  @Option(
      names = "--seeds",
      paramLabel = "SEED",
      split = ",",
      converter = Seeds.Converter.class,
      description = "One repetition for each of these seeds, such as 1,2,3 or 1..5.")
  private List<Seeds> seeds = new ArrayList<>();

  /** What it changes in an experiment: nothing where it is not given. */
  public List<Config> overrides() {
    return seeds.isEmpty()
        ? List.of()
        : List.of(
            Catalog.override("--seeds", "seeds", seeds.stream().flatMap(Seeds::all).toList()));
  }
}
