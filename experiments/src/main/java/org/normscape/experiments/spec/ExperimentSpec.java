package org.normscape.experiments.spec;

import java.util.List;
import java.util.Optional;
import org.normscape.backend.Numerics;
import org.normscape.backend.audit.Audit;
import org.normscape.component.Components;
import org.normscape.experiments.UserError;
import org.normscape.experiments.claim.Claim;
import org.normscape.experiments.report.figure.Figure;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantities;

/**
 * Everything that decides what a run does. Two runs with equal specifications on the same data do
 * the same.
 *
 * @param name the word by which it is run
 * @param title one line
 * @param description what is done and what to look at
 * @param source where it comes from
 * @param scale the size at which it is run
 * @param backend the word by which the backend is chosen: tensorflow, nd4j or reference
 * @param device cpu, gpu or gpu:N; a GPU with +tf32 for products of float32 in TF32
 * @param numerics what is promised about the numbers
 * @param audit when the backend's kernels are held against plain Java
 * @param checkpoint how often a task keeps what it needs to go on
 * @param successiveHalving which tasks are trained on at some steps; all when it is not set
 * @param seeds one repetition for each
 * @param cells the networks that are compared, each complete
 * @param figures what is drawn
 * @param claims what is judged
 */
public record ExperimentSpec(
    String name,
    String title,
    String description,
    Optional<SourceSpec> source,
    String scale,
    String backend,
    String device,
    Numerics numerics,
    Audit audit,
    CheckpointSpec checkpoint,
    Optional<SuccessiveHalving> successiveHalving,
    List<Long> seeds,
    List<CellSpec> cells,
    List<Figure> figures,
    List<Claim> claims) {

  /** What holds where an experiment's file says nothing. */
  public ExperimentSpec() {
    this(
        "experiment",
        "",
        "",
        Optional.empty(),
        "full",
        "tensorflow",
        "cpu",
        Numerics.FAST,
        Audit.FIRST_USE,
        new CheckpointSpec(),
        Optional.empty(),
        List.of(1L),
        List.of(new CellSpec()),
        List.of(),
        List.of());
  }

  public ExperimentSpec {
    seeds = List.copyOf(seeds);
    cells = List.copyOf(cells);
    figures = List.copyOf(figures);
    claims = List.copyOf(claims);
    Components.require(
        name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"),
        ExperimentSpec.class,
        "name",
        "must be a word of letters, digits, dots and hyphens",
        "\"" + name + "\"",
        "rename the experiment");
    Components.require(
        !seeds.isEmpty() && seeds.stream().distinct().count() == seeds.size(),
        ExperimentSpec.class,
        "seeds",
        "must be different whole numbers, at least one",
        seeds);
    List<String> names = cells.stream().map(CellSpec::name).toList();
    Components.require(
        !names.isEmpty() && names.stream().distinct().count() == names.size(),
        ExperimentSpec.class,
        "cells",
        "must have different names, at least one",
        names);
  }

  /** The cell of a name. */
  public CellSpec cell(String wanted) {
    return cells.stream().filter(cell -> cell.name().equals(wanted)).findFirst().orElseThrow();
  }

  /** The same with other figures. */
  public ExperimentSpec with(List<Figure> drawn) {
    return new ExperimentSpec(
        name,
        title,
        description,
        source,
        scale,
        backend,
        device,
        numerics,
        audit,
        checkpoint,
        successiveHalving,
        seeds,
        cells,
        drawn,
        claims);
  }

  /**
   * Everything that is measured: by training and tests, and by the probes of every cell.
   *
   * @throws UserError when probes of two cells mean something else by one name
   */
  public Quantities quantities() {
    List<Probe> all =
        cells.stream()
            .flatMap(cell -> Quantities.toldApart(cell.probes()).values().stream())
            .distinct()
            .toList();
    try {
      return Quantities.of(all);
    } catch (IllegalArgumentException e) {
      throw UserError.usage("cells: probes of all cells share their names. " + e.getMessage());
    }
  }
}
