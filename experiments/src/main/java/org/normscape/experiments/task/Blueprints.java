package org.normscape.experiments.task;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Device;
import org.normscape.component.InvalidComponent;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;
import org.normscape.experiments.claim.Claim;
import org.normscape.experiments.claim.evidence.CellSettings;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.config.kind.Names;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.DataSpec;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.SpecJson;
import org.normscape.experiments.spec.SuccessiveHalving;
import org.normscape.ir.Program;
import org.normscape.nn.Statistics;
import org.normscape.objective.Objective;
import org.normscape.objective.Variants;
import org.normscape.optim.Descent;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;

/**
 * The check that an experiment can be carried out: every cell is built, every tensor sized and
 * every quantity that is drawn or judged looked up, before anything is compiled or written.
 */
public final class Blueprints {

  /**
   * What was found about a cell.
   *
   * @param layers the paths of the parts of its network
   * @param step the memory that a training step takes
   * @param traffic the bytes that a training step reads and writes
   * @param note what has to be said of what is measured there
   */
  private record Found(Set<String> layers, Footprint step, double traffic, Optional<String> note) {}

  private final Map<String, Found> cells;

  private Blueprints(Map<String, Found> cells) {
    this.cells = cells;
  }

  /**
   * Builds every cell.
   *
   * @throws UserError when one cannot be built, does not fit its data or the memory of the machine
   */
  public static Blueprints check(ExperimentSpec spec, Datasets data) {
    Quantities quantities = spec.quantities();
    List<String> cells = spec.cells().stream().map(CellSpec::name).toList();
    spec.figures().forEach(figure -> figure.check(quantities, cells));
    spec.successiveHalving().ifPresent(rule -> check(rule, spec, quantities));
    Map<String, Found> found = new LinkedHashMap<>();
    for (CellSpec cell : spec.cells()) {
      try {
        found.put(cell.name(), check(spec, cell, data.of(cell)));
      } catch (IllegalArgumentException e) {
        throw UserError.usage("cell \"%s\": %s".formatted(cell.name(), e.getMessage()));
      }
    }
    Blueprints blueprints = new Blueprints(found);
    checkClaims(
        spec.claims(),
        new Measurable(quantities, CellSettings.ofTree(SpecJson.tree(spec)), blueprints.layers()));
    return blueprints;
  }

  private Map<String, Set<String>> layers() {
    Map<String, Set<String>> layers = new LinkedHashMap<>();
    cells.forEach((name, cell) -> layers.put(name, cell.layers()));
    return layers;
  }

  private static void check(SuccessiveHalving rule, ExperimentSpec spec, Quantities quantities) {
    List<String> names = quantities.all().stream().map(Quantity::name).toList();
    if (!names.contains(rule.quantity())) {
      throw UserError.usage(
          "successive-halving.quantity: must be a quantity that is measured, but it is \"%s\". To fix: %s."
              .formatted(rule.quantity(), Nearest.remedy(rule.quantity(), names)));
    }
    int steps = spec.cells().stream().mapToInt(CellSpec::steps).min().orElseThrow();
    int last = rule.rungs().get(rule.rungs().size() - 1);
    if (last >= steps) {
      throw UserError.usage(
          "successive-halving.rungs: must be less than %s, the steps of the shortest cell, but the last is %s. To fix: take fewer updates, or more steps."
              .formatted(steps, last));
    }
  }

  private static void checkClaims(List<Claim> claims, Measurable measurable) {
    for (int i = 0; i < claims.size(); i++) {
      claims.get(i).check("claims." + i, measurable);
    }
  }

  private static Found check(ExperimentSpec spec, CellSpec cell, Dataset data) {
    checkExamples(cell.data(), data);
    Variants objectives = Objectives.of(cell, spec.numerics(), data, cell.data().batch());
    Objective trained = objectives.trained();
    if (trained.parameters().size() == 0) {
      throw new IllegalArgumentException(
          "model: must have parameters to train, but it has none. To fix: put a Dense or Conv2d layer into it.");
    }
    Footprint.ofParameters(trained).check();
    Program program = program(trained);
    Footprint step = Footprint.of(program);
    step.check();
    BatchOfOne.check(cell, program);
    checkRule(cell.optimizer(), trained);
    Objectives.weights(cell, data);
    checkProbes(spec, cell, objectives);
    Set<String> parts = LayerPaths.of(trained);
    Watches.check(cell, parts);
    return new Found(parts, step, Traffic.of(program), HeldValues.note(cell, trained));
  }

  /** The update rule may name parameters, which the network must have. */
  private static void checkRule(Descent optimizer, Objective trained) {
    try {
      optimizer.rule().state(trained.types().parameters());
    } catch (InvalidComponent e) {
      throw new IllegalArgumentException(
          "optimizer.%s: %s".formatted(Names.kebab(e.component()), e.said()), e);
    }
  }

  /** What has to be known of what is measured, in sentences: one for each cell that has some. */
  public List<String> notes() {
    return cells.values().stream().flatMap(cell -> cell.note().stream()).toList();
  }

  /** What a training step of each cell costs, up to a factor. */
  public Map<String, Double> costs() {
    Map<String, Double> costs = new LinkedHashMap<>();
    cells.forEach((name, cell) -> costs.put(name, cell.traffic()));
    return costs;
  }

  /** How much memory a training step of the largest cell takes, in words. */
  public String memory() {
    return cells.values().stream()
        .map(Found::step)
        .max(Comparator.comparingDouble(Footprint::bytes))
        .orElseThrow()
        .text();
  }

  /** The memory that a training step of the largest cell takes. */
  static Footprint largest(ExperimentSpec spec, Datasets data) {
    return spec.cells().stream()
        .map(
            cell ->
                Footprint.of(
                    program(
                        Objectives.of(cell, spec.numerics(), data.of(cell), cell.data().batch())
                            .trained())))
        .max(Comparator.comparingDouble(Footprint::bytes))
        .orElseThrow();
  }

  private static void checkProbes(ExperimentSpec spec, CellSpec cell, Variants objectives) {
    try (Backend plain = Backends.raw(Backends.REFERENCE, Device.CPU)) {
      Site site = new Site(plain, spec.numerics(), objectives, cell.optimizer(), cell.steps());
      cell.probes().forEach((name, probe) -> check(name, probe, site));
    }
  }

  private static void check(String name, Probe probe, Site site) {
    try {
      probe.check(site);
    } catch (InvalidComponent e) {
      throw new IllegalArgumentException(
          "probes.%s.%s: %s".formatted(name, Names.kebab(e.component()), e.said()), e);
    }
  }

  /** What a training step computes, and the state that it leaves. */
  private static Program program(Objective objective) {
    return objective.lossAndGradient(Statistics.BATCH).program();
  }

  private static void checkExamples(DataSpec spec, Dataset data) {
    if (spec.batch() > data.train().size()) {
      throw new IllegalArgumentException(
          "data.batch: must be at most %s, the number of training examples in use, but it is %s. To fix: take a smaller batch, or more examples with data.train-examples."
              .formatted(data.train().size(), spec.batch()));
    }
  }
}
