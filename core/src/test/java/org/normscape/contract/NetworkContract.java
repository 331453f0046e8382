package org.normscape.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.normscape.backend.Backend;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.model.ResNet;
import org.normscape.model.Vgg;
import org.normscape.nn.Bias;
import org.normscape.nn.Distribution;
import org.normscape.nn.He;
import org.normscape.nn.Layer;
import org.normscape.nn.Reduction;
import org.normscape.nn.SoftmaxCrossEntropy;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.Normalization;
import org.normscape.objective.NetworkObjective;

/**
 * What is asked of whole networks with normalization, in float64: that gradients and Hessian-vector
 * products along a random direction are those of finite differences.
 */
interface NetworkContract {

  /** The backend under test. */
  Backend backend();

  @Test
  default void derivativesOfVggAreThoseOfFiniteDifferences() {
    checkDerivatives(vgg(BatchNorm.standard()));
  }

  @Test
  default void derivativesOfVggWithLayerNormalizationAreThoseOfFiniteDifferences() {
    checkDerivatives(vgg(LayerNorm.standard()));
  }

  @Test
  default void derivativesOfAResidualNetworkAreThoseOfFiniteDifferences() {
    checkDerivatives(
        new ResNet(14, 2, 10, Bias.WITHOUT, BatchNorm.standard(), new He(Distribution.NORMAL))
            .network());
  }

  private static Layer vgg(Normalization normalization) {
    return new Vgg(Vgg.Variant.VGG_A, 2, 10, normalization, new He(Distribution.NORMAL)).network();
  }

  private void checkDerivatives(Layer network) {
    NetworkObjective objective =
        new NetworkObjective(
            network,
            new SoftmaxCrossEntropy(Reduction.MEAN),
            Shape.of(3, 32, 32, 3),
            DType.FLOAT64);
    try (NetworkDerivatives at = new NetworkDerivatives(objective, backend())) {
      assertThat(Vectors.relativeError(at.losses(), at.slope())).as("gradient").isLessThan(1e-6);
      assertThat(Vectors.relativeError(at.gradients(), at.curvature()))
          .as("Hessian-vector product")
          .isLessThan(1e-6);
    }
  }
}
