package org.normscape.probe;

import java.util.function.Function;
import org.normscape.backend.Array;
import org.normscape.objective.Found;
import org.normscape.objective.Need;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;

/**
 * A situation outside any training: a point and a batch.
 *
 * @param point where
 * @param batch the only examples there are
 * @param seed what is drawn is drawn from it
 * @param learningRate what step lengths are multiples of
 * @param finder what was found there, by need
 */
public record Snapshot(
    Point<Array> point,
    Parameters<Array> batch,
    long seed,
    double learningRate,
    Function<Need, Found> finder)
    implements Situation {

  @Override
  public int step() {
    return 0;
  }

  @Override
  public Found found(Need need) {
    return finder.apply(need);
  }

  @Override
  public Parameters<Array> memory() {
    return Parameters.none();
  }

  @Override
  public Point<Array> update() {
    throw new IllegalStateException(
        "Snapshot: a probe that needs an update must be used in a training, but nothing is trained here. To fix: measure a StepSituation.");
  }

  @Override
  public MoreBatches more() {
    return MoreBatches.NONE;
  }
}
