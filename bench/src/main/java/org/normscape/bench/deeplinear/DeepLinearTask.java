package org.normscape.bench.deeplinear;

import java.util.List;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.model.DeepLinear;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.initialization.Initialization;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SquaredError;
import org.normscape.norm.NormalizationScheme;
import org.normscape.objective.NetworkObjective;
import org.normscape.random.RandomStream;

/**
 * What is computed: plain gradient descent on the mean squared error of 25 matrices of 10 by 10,
 * float32, on 32 examples that stay the same.
 */
public final class DeepLinearTask {

  static final int EXAMPLES = 32;
  static final int LAYERS = 25;
  static final int SIZE = 10;
  static final double LEARNING_RATE = 1e-4;
  static final long SEED = 1;

  /** Network and loss as ours. */
  public static final NetworkObjective OBJECTIVE =
      new NetworkObjective(
          new DeepLinear(LAYERS, SIZE, Glorot.uniform()).network(new NormalizationScheme(), SIZE),
          new SquaredError(LossReduction.MEAN),
          Shape.of(EXAMPLES, SIZE),
          DType.FLOAT32);

  private DeepLinearTask() {}

  /** The matrices {@code [in, out]} at the start, from the first to the last, row-major. */
  static List<float[]> matrices() {
    return Initialization.values(OBJECTIVE.parameters(), SEED).values().stream()
        .map(DeepLinearTask::floats)
        .toList();
  }

  /** The rows {@code [examples, size]} of one part of the batch, "input" or "target". */
  static float[] rows(String part) {
    return floats(RandomStream.of(SEED, "dispatch/" + part).normal(EXAMPLES * SIZE, 1));
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
