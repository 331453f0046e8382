package org.normscape.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;
import org.normscape.reference.ReferenceBackend;

/** What fingerprints see, and that they are SHA-256. */
final class FingerprintTest {

  private static Array array(TensorType type, double... values) {
    return new ReferenceBackend().array(type, values);
  }

  @Test
  void isTheSha256OfTheBytes() {
    // sha256sum of no bytes, and of the bytes 61 00 3f f0 00 00 00 00 00 00.
    assertThat(new Fingerprint().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(new Fingerprint().add("a").add(1.0).hex())
        .isEqualTo("5cff5898ea6596bc03bd36da6b79eb201732d013f23a23adb4d081146ce9db4d");
  }

  @Test
  void seesEveryBitTheTypeAndTheName() {
    String once = Fingerprint.of(Parameters.of("w", array(TensorType.float64(2), 1, 0)));
    assertThat(Fingerprint.of(Parameters.of("w", array(TensorType.float64(2), 1, 0))))
        .isEqualTo(once);
    assertThat(
            List.of(
                Fingerprint.of(Parameters.of("v", array(TensorType.float64(2), 1, 0))),
                Fingerprint.of(Parameters.of("w", array(TensorType.float64(2, 1), 1, 0))),
                Fingerprint.of(Parameters.of("w", array(TensorType.float32(2), 1, 0))),
                Fingerprint.of(Parameters.of("w", array(TensorType.float64(2), 1, -0.0))),
                Fingerprint.of(
                    Parameters.of("w", array(TensorType.float64(2), Math.nextUp(1.0), 0)))))
        .doesNotContain(once)
        .doesNotHaveDuplicates();
  }

  @Test
  void knowsOneNaN() {
    assertThat(new Fingerprint().add(Double.longBitsToDouble(0x7FF0000000000007L)).hex())
        .isEqualTo(new Fingerprint().add(Double.NaN).hex());
  }

  @Test
  void longArraysAreReadToTheirEnd() {
    double[] values = new double[5000];
    Arrays.setAll(values, i -> i);
    String whole = new Fingerprint().add(values).hex();
    values[4999] = 0;
    assertThat(new Fingerprint().add(values).hex()).isNotEqualTo(whole);
  }
}
