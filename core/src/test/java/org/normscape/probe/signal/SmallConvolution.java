package org.normscape.probe.signal;

import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.Flatten;
import org.normscape.nn.Layer;
import org.normscape.nn.Sequential;
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/** Three images of 4 by 3 and two channels through one convolution and one matrix. */
final class SmallConvolution {

  static final int EXAMPLES = 3;
  static final int HEIGHT = 4;
  static final int WIDTH = 3;
  static final int IN = 2;
  static final int FILTERS = 3;
  static final int CLASSES = 2;

  private SmallConvolution() {}

  static Objective objective() {
    return new NetworkObjective(
        new Sequential(
            Parameters.<Layer>of("conv", Conv2d.of(FILTERS, 3))
                .and("tanh", new Tanh())
                .and("flatten", new Flatten())
                .and("dense", Dense.of(CLASSES))),
        new SoftmaxCrossEntropy(LossReduction.MEAN),
        Shape.of(EXAMPLES, HEIGHT, WIDTH, IN),
        DType.FLOAT64);
  }

  static Parameters<double[]> point() {
    return objective()
        .parameters()
        .map(spec -> RandomStream.of(5, spec.shape().toString()).normal(spec.shape().size(), 0.5));
  }

  static Parameters<double[]> batch() {
    return Parameters.of(
            "input", RandomStream.of(5, "in").normal(EXAMPLES * HEIGHT * WIDTH * IN, 1))
        .and("target", new double[] {1, 0, 1});
  }
}
