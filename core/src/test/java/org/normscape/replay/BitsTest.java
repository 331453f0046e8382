package org.normscape.replay;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.normscape.ir.DType;

/** Distances between numbers. */
final class BitsTest {

  @Property
  void theNextNumberIsOneUlpAway(@ForAll double x) {
    long distance = Bits.ulps(DType.FLOAT64, x, Math.nextUp(x));
    assertThat(distance).isEqualTo(x == 0 && 1 / x < 0 ? 2 : 1);
  }

  @Property
  void theNextFloatIsOneUlpAway(@ForAll float x) {
    long distance = Bits.ulps(DType.FLOAT32, x, Math.nextUp(x));
    assertThat(distance).isEqualTo(x == 0 && 1 / x < 0 ? 2 : 1);
  }

  @Property
  void distancesAreTheSameBothWays(@ForAll double x, @ForAll double y) {
    assertThat(Bits.ulps(DType.FLOAT64, x, y)).isEqualTo(Bits.ulps(DType.FLOAT64, y, x));
  }

  @Test
  void zerosAndNaNs() {
    double otherNaN = Double.longBitsToDouble(0xFFF8000000000001L);
    assertThat(Bits.ulps(DType.FLOAT64, -0.0, 0.0)).isEqualTo(1);
    assertThat(Bits.ulps(DType.FLOAT64, Double.NaN, otherNaN)).isZero();
    assertThat(Bits.ulps(DType.FLOAT64, Double.NaN, 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(Bits.ulps(DType.FLOAT64, -Double.MAX_VALUE, Double.POSITIVE_INFINITY)).isPositive();
    assertThat(Bits.ulps(DType.INT32, -3, 4)).isEqualTo(7);
    assertThat(Bits.equal(-0.0, 0.0)).isFalse();
    assertThat(Bits.equalWhenFlushed(DType.FLOAT64, -0.0, Double.MIN_VALUE)).isTrue();
    assertThat(Bits.equalWhenFlushed(DType.FLOAT32, 0, Float.MIN_NORMAL / 2)).isTrue();
    assertThat(Bits.equalWhenFlushed(DType.FLOAT64, 0, Double.MIN_NORMAL)).isFalse();
  }
}
