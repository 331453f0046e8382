package org.normscape.backend.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The wrong answers of ND4J that this backend works around. Where one of these tests fails, ND4J
 * was mended, and its way around can go.
 */
final class Nd4jErrorsTest {

  @Test
  void tanhOfFloat32LosesDigits() {
    double native32 = Transforms.tanh(Nd4j.createFromArray(1e-3f), true).getDouble(0);

    assertThat(Math.abs(native32 / Math.tanh(1e-3f) - 1)).isGreaterThan(1e-6);
  }

  @Test
  void softplusOverflows() {
    double native32 = Transforms.softPlus(Nd4j.createFromArray(100f), true).getDouble(0);

    assertThat(native32).isInfinite();
  }

  @Test
  void maximumLosesNaN() {
    INDArray x = Nd4j.createFromArray(Float.NaN);

    assertThat(Transforms.max(x, 1, true).getDouble(0)).isEqualTo(1);
  }

  @Test
  void signOfNaNIsZero() {
    assertThat(Transforms.sign(Nd4j.createFromArray(Float.NaN), true).getDouble(0)).isZero();
  }

  @Test
  void varianceDividesByOneLess() {
    INDArray x = Nd4j.createFromArray(1.0, 2.0, 3.0, 4.0);

    assertThat(x.varNumber().doubleValue()).isCloseTo(5.0 / 3, within(1e-12));
  }

  @Test
  void elementTypesAreAsWideAsThisBackendTakesThemToBe() {
    assertThat(DataType.BOOL.width()).isEqualTo(1);
    assertThat(DataType.UINT32.width()).isEqualTo(Float.BYTES);
    assertThat(DataType.UINT64.width()).isEqualTo(Double.BYTES);
  }
}
