package org.normscape.experiments.spec;

import java.util.List;
import org.normscape.backend.Numerics;
import org.normscape.backend.audit.Audit;

/**
 * Everything that decides what a run does. Two runs with equal specifications on the same data do
 * the same.
 *
 * @param name the word by which it is run
 * @param title one line
 * @param description what is done and what to look at
 * @param source where it comes from
 * @param scale the size at which it is run
 * @param backend the word by which the backend is chosen
 * @param device {@code cpu}, {@code gpu} or {@code gpu:N}
 * @param numerics what is promised about the numbers
 * @param audit when the backend's kernels are held against plain Java
 * @param seeds one repetition for each
 * @param steps the number of training steps
 * @param model the architecture
 * @param data what is trained and tested on
 * @param optimizer the update rule
 * @param cells the networks that are compared
 * @param probe what is measured on the way
 * @param evaluation how often the network is tested
 * @param figures the kinds of figures that are drawn
 * @param claims what is judged
 */
public record ExperimentSpec(
    String name,
    String title,
    String description,
    SourceSpec source,
    String scale,
    String backend,
    String device,
    Numerics numerics,
    Audit audit,
    List<Long> seeds,
    int steps,
    ModelSpec model,
    DataSpec data,
    OptimizerSpec optimizer,
    List<CellSpec> cells,
    ProbeSpec probe,
    EvaluationSpec evaluation,
    List<String> figures,
    List<ClaimSpec> claims) {

  public ExperimentSpec {
    Rule.require(
        !seeds.isEmpty() && seeds.stream().distinct().count() == seeds.size(),
        "seeds",
        "must be different whole numbers, at least one",
        seeds);
    Rule.positive("steps", steps);
    List<String> names = cells.stream().map(CellSpec::name).toList();
    Rule.require(
        !names.isEmpty() && names.stream().distinct().count() == names.size(),
        "cells",
        "must have different names, at least one",
        names);
    for (ClaimSpec claim : claims) {
      Rule.require(
          names.containsAll(claim.cells()),
          "claims",
          "must compare cells among " + names,
          claim.cells());
    }
  }
}
