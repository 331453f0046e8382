package org.normscape.norm.activated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.normscape.ir.Shape;
import org.normscape.nn.Dense;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.activation.Tanh;
import org.normscape.norm.Affine;
import org.normscape.norm.example.GroupNorm;
import org.normscape.norm.place.Position;
import org.normscape.norm.place.Unit;
import org.normscape.norm.response.FilterActivation;
import org.normscape.norm.response.FilterEpsilon;
import org.normscape.norm.response.FilterResponseNorm;
import org.normscape.norm.response.ThresholdedLinear;
import org.normscape.random.RandomStream;

/** What stands at the place of an activation function. */
class ActivatedTest {

  private static final Unit ACTIVATED =
      Unit.of(Dense.of(4), new Tanh(), Position.BEFORE_ACTIVATION);
  private static final Unit LAST =
      Unit.of(Dense.of(4), Unit.NOT_ACTIVATED, Position.BEFORE_ACTIVATION);

  @Test
  void evolvedLayersStandInForTheActivationFunction() {
    Unit unit = new EvoNormS0(2, 1e-5).normalize(ACTIVATED);
    assertThat(unit.normalization()).isEqualTo(new EvoNormS0(2, 1e-5));
    assertThat(unit.isActivated()).isFalse();
    assertThat(new EvoNormB0().normalize(LAST).normalization()).isEqualTo(new ChannelAffine());
  }

  @Test
  void proxiesTakeTheActivationFunctionOfTheNetwork() {
    Unit unit = new ProxyNorm().normalize(ACTIVATED);
    assertThat(unit.normalization()).isEqualTo(new ProxyNorm(1, 1e-5, 0.03, 256, new Tanh()));
    assertThat(unit.isActivated()).isFalse();
    assertThat(new ProxyNorm().normalize(LAST).normalization())
        .isEqualTo(new GroupNorm(1, 1e-5, Affine.WITH));
  }

  @Test
  void filterResponsesBringTheirOwnActivationFunction() {
    Unit unit = new FilterResponseNorm().normalize(ACTIVATED);
    assertThat(unit.normalization()).isEqualTo(new FilterResponseNorm());
    assertThat(unit.activation()).isEqualTo(new ThresholdedLinear());
    assertThat(new FilterResponseNorm().normalize(LAST).isActivated()).isFalse();
    FilterResponseNorm plain =
        new FilterResponseNorm(1e-6, FilterEpsilon.FIXED, FilterActivation.OF_NETWORK, Affine.WITH);
    assertThat(plain.normalize(ACTIVATED.withActivation(new Relu())).activation())
        .isEqualTo(new Relu());
  }

  /** Tables of the normal distribution: quartiles, and the first of 256. */
  @Test
  void quantilesAreThoseOfTheNormalDistribution() {
    double[] two = quantiles(2);
    assertThat(two)
        .containsExactly(new double[] {-0.6744897501960817, 0.6744897501960817}, within(1e-15));
    assertThat(quantiles(1)).containsExactly(0);
    double[] many = quantiles(256);
    assertThat(many[255]).isCloseTo(2.8856349124267573, within(1e-12));
    for (int i = 0; i < 255; i++) {
      assertThat(many[i]).isLessThan(many[i + 1]).isEqualTo(-many[255 - i]);
    }
  }

  private static double[] quantiles(int count) {
    return new NormalQuantiles().values(Shape.of(count), RandomStream.of(1, "quantiles"));
  }
}
