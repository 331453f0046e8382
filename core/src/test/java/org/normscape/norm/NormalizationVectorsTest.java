package org.normscape.norm;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.nn.Layer;
import org.normscape.nn.Sequential;
import org.normscape.nn.activation.Relu;
import org.normscape.norm.activated.EvoNormB0;
import org.normscape.norm.activated.EvoNormS0;
import org.normscape.norm.activated.ProxyNorm;
import org.normscape.norm.batch.BatchChannelNorm;
import org.normscape.norm.batch.BatchGroupNorm;
import org.normscape.norm.batch.BatchInstanceNorm;
import org.normscape.norm.batch.BatchRenorm;
import org.normscape.norm.batch.Centering;
import org.normscape.norm.batch.GhostBatchNorm;
import org.normscape.norm.batch.IterNorm;
import org.normscape.norm.batch.LpBatchNorm;
import org.normscape.norm.batch.MeanOnlyBatchNorm;
import org.normscape.norm.batch.Power;
import org.normscape.norm.batch.SwitchNorm;
import org.normscape.norm.elementwise.Derf;
import org.normscape.norm.elementwise.DyIsru;
import org.normscape.norm.elementwise.DyT;
import org.normscape.norm.example.GroupNorm;
import org.normscape.norm.example.InstanceNorm;
import org.normscape.norm.example.RmsNorm;
import org.normscape.norm.example.ScaleNorm;
import org.normscape.norm.example.SeeDNorm;
import org.normscape.norm.response.FilterResponseNorm;
import org.normscape.norm.response.GlobalResponseNorm;
import org.normscape.norm.response.LocalResponseNorm;
import org.normscape.norm.response.ThresholdedLinear;
import org.normscape.norm.response.WindowSum;

/**
 * Normalizations against values and derivatives that were computed outside of this project. Third
 * derivatives are known to 3e-10, but for erf, whose differences are known to 5e-9: the closed form
 * of that one is −0.3252267933068992, as here.
 */
class NormalizationVectorsTest {

  /**
   * A layer, and what it is given beside the scale and the shift of the vectors.
   *
   * @param given values by path
   */
  private record Known(Layer layer, Map<String, double[]> given) {

    static Known of(Layer layer) {
      return new Known(layer, Map.of());
    }

    Known with(String path, double... value) {
      Map<String, double[]> more = new TreeMap<>(given);
      more.put(path, value);
      return new Known(layer, more);
    }
  }

  private static final Map<String, Known> KNOWN =
      Map.ofEntries(
          entry("BatchNorm eps=1e-5", Known.of(new BatchNorm())),
          entry("BatchNorm eps=1e-3", Known.of(BatchNorm.keras())),
          entry("GhostBatchNorm size=2", Known.of(new GhostBatchNorm(2))),
          entry("MeanOnlyBatchNorm", Known.of(new MeanOnlyBatchNorm())),
          entry(
              "BatchRenorm r,d constants (running mean .1, std 1.3, rmax 1.1, dmax .2, eps 1e-3)",
              Known.of(new BatchRenorm(1.1, 0.2, 1e-3, 0.99, Affine.WITH))
                  .with("mean", everywhere(0.1))
                  .with("deviation", everywhere(1.3))),
          entry("LpBatchNorm p=1 uncentred", lp(Power.ONE, Centering.UNCENTERED)),
          entry("LpBatchNorm p=2 uncentred", lp(Power.TWO, Centering.UNCENTERED)),
          entry("LpBatchNorm p=inf uncentred", lp(Power.INFINITY, Centering.UNCENTERED)),
          entry("L1BatchNorm centred sqrt(pi/2)", lp(Power.ONE, Centering.CENTERED)),
          entry("LayerNorm over h,w,c", Known.of(new LayerNorm())),
          entry(
              "LayerNorm over c (LayerNorm2d, PONO with affine) eps=1e-6",
              Known.of(LayerNorm.ofPlaces())),
          entry("RmsNorm over c eps=1e-6", Known.of(new RmsNorm())),
          entry("InstanceNorm", Known.of(new InstanceNorm())),
          entry("GroupNorm 3 groups", Known.of(new GroupNorm(3))),
          entry("GroupNorm 2 groups", Known.of(new GroupNorm(2))),
          entry(
              "LRN PyTorch size=3 alpha=1 beta=.75 k=1",
              Known.of(new LocalResponseNorm(3, 1, 0.75, 1, WindowSum.MEAN))),
          entry(
              "LRN TensorFlow radius=1 alpha=1 beta=.75 bias=1",
              Known.of(new LocalResponseNorm(3, 1, 0.75, 1, WindowSum.SUM))),
          entry(
              "FRN+TLU eps=1e-6 tau=0",
              Known.of(Sequential.of(new FilterResponseNorm(), new ThresholdedLinear()))),
          entry("GRN eps=1e-6", Known.of(new GlobalResponseNorm())),
          entry(
              "SwitchNorm weights mean(.5,.25,.25) var(.2,.3,.5) IN,LN,BN biased",
              Known.of(new SwitchNorm())
                  .with("mean-weight", Math.log(0.5), Math.log(0.25), Math.log(0.25))
                  .with("variance-weight", Math.log(0.2), Math.log(0.3), Math.log(0.5))),
          entry(
              "BatchInstanceNorm rho=.25",
              Known.of(new BatchInstanceNorm()).with("share", everywhere(0.25))),
          entry(
              "BatchChannelNorm iota=.75 (BN, LN over h,w,c)",
              Known.of(new BatchChannelNorm()).with("share", everywhere(0.75))),
          entry(
              "BatchGroupNorm 3 groups (channel-major)",
              Known.of(new BatchGroupNorm(3, 1e-5, 0.9, Affine.WITH))),
          entry(
              "EvoNorm B0 v=gamma eps=1e-5",
              Known.of(new EvoNormB0()).with("v", NormedImage.scale())),
          entry(
              "EvoNorm S0 3 groups v=gamma",
              Known.of(new EvoNormS0(3, 1e-5)).with("v", NormedImage.scale())),
          entry("DyT alpha=.5", Known.of(new DyT())),
          entry("Derf alpha=.5 s=.1", Known.of(new Derf()).with("offset", 0.1)),
          entry("DyISRU beta=4 C=6", Known.of(new DyIsru()).with("b", 4)),
          entry("ScaleNorm g=2", Known.of(new ScaleNorm()).with("scale", 2)),
          entry(
              "SeeDNorm beta=B alpha=gamma-1 gamma=gamma",
              Known.of(new SeeDNorm())
                  .with("gate", NormedImage.shift())
                  .with("gain", NormedImage.values(6, c -> 0.1 * c))),
          entry(
              "IterNorm T=5 two groups of 3", Known.of(new IterNorm(2, 5, 1e-5, 0.9, Affine.WITH))),
          entry(
              "ProxyNorm LN(h,w,c)+relu n=16 eps=.03",
              Known.of(new ProxyNorm(1, 1e-5, 0.03, 16, new Relu()))));

  private static Known lp(Power power, Centering centering) {
    return Known.of(new LpBatchNorm(power, centering, 0, 0.9, Affine.WITH));
  }

  private static double[] everywhere(double value) {
    return NormedImage.values(NormedImage.CHANNELS, c -> value);
  }

  /** The lines of the file, by name: derivatives, then values. */
  private static Map<String, String[]> vectors() throws IOException {
    Map<String, String[]> vectors = new TreeMap<>();
    try (InputStream file =
        Objects.requireNonNull(NormalizationVectorsTest.class.getResourceAsStream("vectors.tsv"))) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(parts -> vectors.put(parts[0], parts));
    }
    return vectors;
  }

  static Iterable<String> names() {
    return KNOWN.keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void hasTheValuesAndDerivativesThatWereComputedElsewhere(String name) throws IOException {
    Known known = Objects.requireNonNull(KNOWN.get(name));
    String[] line = Objects.requireNonNull(vectors().get(name));
    NormedImage image = NormedImage.of(known.layer(), known.given());
    double[] expected =
        Arrays.stream(line[2].split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    assertThat(image.y()).containsExactly(expected, within(1e-13));
    String[] derivatives = line[1].split(" ", -1);
    for (int order = 0; order < derivatives.length; order++) {
      if (!derivatives[order].equals("-")) {
        double allowed = order < 3 ? 1e-10 : 1e-8;
        assertThat(image.derivatives()[order])
            .as("derivative %d", order)
            .isCloseTo(Double.parseDouble(derivatives[order]), within(allowed));
      }
    }
  }

  @Test
  void everyVectorIsLookedAt() throws IOException {
    assertThat(KNOWN.keySet()).containsExactlyInAnyOrderElementsOf(vectors().keySet());
  }
}
