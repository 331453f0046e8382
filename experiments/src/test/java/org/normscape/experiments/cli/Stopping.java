package org.normscape.experiments.cli;

import java.util.concurrent.atomic.AtomicInteger;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.run.checkpoint.Stop;
import org.normscape.experiments.run.progress.ForwardingProgress;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.task.ExperimentRun;

/** Asks for an end after so many steps of a run. */
public record Stopping(Progress progress, Stop stop, AtomicInteger left)
    implements ForwardingProgress {

  /** Carries out an experiment, and asks for an end after so many steps. */
  public static Experiment after(int steps) {
    return (spec, backend, data, log, progress) ->
        ExperimentRun.run(
            spec,
            backend,
            data,
            log,
            new Stopping(progress, log.conduct().stop(), new AtomicInteger(steps)));
  }

  /** Steps are what is counted here, whatever they cost. */
  @Override
  public long units(String cell, long steps) {
    return steps;
  }

  @Override
  public void advance(long units, String detail) {
    progress.advance(units, detail);
    if (left.addAndGet((int) -units) <= 0) {
      stop.ask();
    }
  }

  /** Steps of a run are counted from its beginning, whoever did them. */
  @Override
  public void skip(long units, String detail) {
    advance(units, detail);
  }
}
