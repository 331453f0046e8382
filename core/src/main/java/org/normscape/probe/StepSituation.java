package org.normscape.probe;

import org.normscape.backend.Array;
import org.normscape.objective.Found;
import org.normscape.objective.Need;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.train.Step;
import org.normscape.train.Trainer;

/**
 * A situation in a training: a step that a {@link Trainer} has found and not taken.
 *
 * <pre>
 * try (Step made = trainer.step(batch, probe.needs())) {
 *   Situation situation = new StepSituation(trainer, made, seed, step, rate, batch, MoreBatches.NONE);
 *   instrument.measure(situation).readings().forEach(System.out::println);
 *   trainer.advance(made, rate);
 * }
 * </pre>
 *
 * @param trainer whose network it is
 * @param found what was found, with the needs of the probes that are due
 * @param seed the seed of the task
 * @param step how many updates have been made
 * @param learningRate the learning rate of this step
 * @param batch the batch of this step
 * @param more the other examples that there are
 * @param journal where the rows of a long measurement are kept
 */
public record StepSituation(
    Trainer trainer,
    Step found,
    long seed,
    int step,
    double learningRate,
    Parameters<Array> batch,
    MoreBatches more,
    Journal journal)
    implements Situation {

  /** A situation in which nothing of a measurement is kept before its end. */
  public StepSituation(
      Trainer trainer,
      Step found,
      long seed,
      int step,
      double learningRate,
      Parameters<Array> batch,
      MoreBatches more) {
    this(trainer, found, seed, step, learningRate, batch, more, Journal.NONE);
  }

  @Override
  public Point<Array> point() {
    return trainer.point();
  }

  @Override
  public Found found(Need need) {
    return found.found(need);
  }

  @Override
  public Parameters<Array> memory() {
    return trainer.memory();
  }

  @Override
  public Point<Array> update() {
    return trainer.update(found, learningRate);
  }
}
