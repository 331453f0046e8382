package org.normscape.experiments.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.SuccessiveHalving;
import org.normscape.probe.TrainingQuantities;

/**
 * The tasks of a run under successive halving, rung after rung. What was decided at a rung is
 * written down before anything goes on from there, so that a run that was stopped goes on with the
 * same tasks.
 */
final class Halving {

  private final SuccessiveHalving rule;
  private final List<TaskQueue.Planned> planned;
  private final RunLog log;
  private final Progress progress;
  private final HalvingRecord record;

  /**
   * Tasks of which all may go on.
   *
   * @param planned all of them, in the order that decides between equals
   */
  Halving(SuccessiveHalving rule, List<TaskQueue.Planned> planned, RunLog log, Progress progress) {
    this.rule = rule;
    this.planned = planned;
    this.log = log;
    this.progress = progress;
    this.record = HalvingRecord.read(log.folder());
  }

  /** Carries out all rungs, and then the rest of the tasks that are kept. */
  void carryOut(ExperimentRun.Crew crew) {
    List<TaskQueue.Planned> alive = planned;
    HalvingRecord known = record;
    for (int rung : rule.rungs()) {
      if (known.at(rung).isEmpty()) {
        crew.carryOut(alive.stream().map(task -> task.to(rung)).toList());
        known = known.with(decide(rung, alive));
        known.write(log.folder());
      }
      HalvingRecord.Rung decided = known.at(rung).orElseThrow();
      prune(decided);
      alive = alive.stream().filter(isIn(decided.kept())).toList();
    }
    crew.carryOut(alive);
  }

  private static Predicate<TaskQueue.Planned> isIn(List<HalvingRecord.Place> places) {
    Set<List<Object>> kept =
        places.stream()
            .map(place -> List.<Object>of(place.cell(), place.seed()))
            .collect(Collectors.toSet());
    return task -> kept.contains(List.<Object>of(task.cell().name(), task.seed()));
  }

  /** Who is kept at a rung: the best, in the order of the plan where they are equal. */
  private HalvingRecord.Rung decide(int rung, List<TaskQueue.Planned> alive) {
    List<HalvingRecord.Place> ranked = new ArrayList<>();
    alive.forEach(task -> ranked.add(place(task, rung)));
    ranked.sort(Comparator.comparing(HalvingRecord.Place::number, rule.best().order()));
    int kept = rule.kept(alive.size());
    progress.note(
        "after %s updates %s of %s tasks are kept, by %s"
            .formatted(rung, kept, alive.size(), rule.quantity()));
    return new HalvingRecord.Rung(
        rung, rule.quantity(), ranked.subList(0, kept), ranked.subList(kept, ranked.size()));
  }

  /** A task that was done before has measured more than what counts at the rung. */
  private HalvingRecord.Place place(TaskQueue.Planned task, int rung) {
    String quantity = rule.quantity();
    int last = TrainingQuantities.isOfTest(quantity) ? rung : rung - 1;
    try (RunLog.Lease lease = log.lease(task.cell().name(), task.seed())) {
      double value =
          lease.log().recorded(quantity).stream()
              .filter(sample -> sample.step() <= last)
              .reduce((earlier, later) -> later)
              .map(Series.Sample::value)
              .orElse(Double.NaN);
      return new HalvingRecord.Place(task.cell().name(), task.seed(), String.valueOf(value));
    }
  }

  private void prune(HalvingRecord.Rung rung) {
    for (HalvingRecord.Place place : rung.pruned()) {
      if (!log.hasEnded(place.cell(), place.seed())) {
        String reason =
            "successive halving at %s updates: %s is %s, and the worst that is kept has %s"
                .formatted(
                    rung.updates(), rung.quantity(), place.value(), rung.worstKept().value());
        try (RunLog.Lease lease = log.lease(place.cell(), place.seed())) {
          lease.log().pruned(rung.updates(), reason);
        }
      }
    }
  }
}
