package org.normscape.experiments.data.generate;

import java.util.Map;
import org.normscape.experiments.Sha256;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Features;
import org.normscape.experiments.data.example.TargetVectors;
import org.normscape.ir.Shape;
import org.normscape.nn.loss.Loss;

/**
 * Vectors, and the vector that each is to be mapped to.
 *
 * @param inputs one input a row
 * @param targets one target a row
 */
public record Regression(Matrix inputs, Matrix targets) {

  /** The data set of two parts. */
  public static Dataset dataset(String name, Regression train, Regression test, Loss loss) {
    return new Dataset(
        name,
        train.examples(loss),
        test.examples(loss),
        Map.of("train", train.sha256(), "test", test.sha256()));
  }

  private Examples examples(Loss loss) {
    return new Examples(
        Features.of(inputs.toArray(), Shape.of(inputs.columns())),
        TargetVectors.of(targets.toArray(), targets.columns(), loss));
  }

  private String sha256() {
    return Sha256.of(inputs.toArray(), targets.toArray());
  }
}
