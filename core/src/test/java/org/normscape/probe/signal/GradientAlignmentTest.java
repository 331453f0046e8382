package org.normscape.probe.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.signal.SmallConvolution.CLASSES;
import static org.normscape.probe.signal.SmallConvolution.EXAMPLES;
import static org.normscape.probe.signal.SmallConvolution.FILTERS;
import static org.normscape.probe.signal.SmallConvolution.HEIGHT;
import static org.normscape.probe.signal.SmallConvolution.IN;
import static org.normscape.probe.signal.SmallConvolution.WIDTH;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.nn.Statistics;
import org.normscape.norm.weight.WeightStandardization;
import org.normscape.objective.Finder;
import org.normscape.objective.Need;
import org.normscape.objective.Needs;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Site;
import org.normscape.probe.activation.Detail;
import org.normscape.probe.when.AtStart;

/** What programs say of one convolution is held against loops in plain Java. */
class GradientAlignmentTest {

  private static final Offset<Double> TIGHT = within(1e-12);

  private interface Use {
    void with(Site site, Point<Array> point, Parameters<Array> batch, Owner owner);
  }

  private static void on(Use use) {
    Objective objective = SmallConvolution.objective();
    try (Backend backend = Backends.open("reference");
        Owner owner = new Owner()) {
      Point<Array> point =
          new Point<>(
              objective
                  .types()
                  .parameters()
                  .zip(SmallConvolution.point(), (t, v) -> owner.own(backend.array(t, v))),
              Parameters.none());
      Parameters<Array> batch =
          objective.batch().zip(SmallConvolution.batch(), (t, v) -> owner.own(backend.array(t, v)));
      use.with(Site.of(backend, Numerics.PRECISE, objective), point, batch, owner);
    }
  }

  @Test
  void termsAndSumsAreThoseOfLoops() {
    on(
        (site, point, batch, owner) -> {
          Alignment found;
          try (ProbeSession session =
              new ProbeSession(
                  new GradientAlignment(
                      new AtStart(),
                      "conv.weight",
                      Statistics.BATCH,
                      Detail.EVERY_CHANNEL,
                      ProbedBatch.STEP),
                  site)) {
            found = (Alignment) session.measure(point, batch);
          }
          Alignment.Kernel kernel = found.weights().get("conv.weight");
          double[] flowing = flowing(site, point, batch, owner);
          double[][] map = new double[IN][FILTERS];
          double terms = 0;
          double sums = 0;
          for (int ky = 0; ky < 3; ky++) {
            for (int kx = 0; kx < 3; kx++) {
              for (int i = 0; i < IN; i++) {
                for (int o = 0; o < FILTERS; o++) {
                  double sum = 0;
                  for (int n = 0; n < EXAMPLES; n++) {
                    for (int y = 0; y < HEIGHT; y++) {
                      for (int x = 0; x < WIDTH; x++) {
                        double d =
                            flowing[((n * HEIGHT + y) * WIDTH + x) * FILTERS + o]
                                * input(n, y + ky - 1, x + kx - 1, i);
                        terms += Math.abs(d);
                        sum += d;
                      }
                    }
                  }
                  sums += Math.abs(sum);
                  map[i][o] += Math.abs(sum);
                }
              }
            }
          }
          int entries = 9 * IN * FILTERS;
          assertThat(kernel.terms()).isCloseTo(terms / entries, TIGHT);
          assertThat(kernel.sum()).isCloseTo(sums / entries, TIGHT);
          assertThat(kernel.ratio()).isCloseTo(terms / sums, within(1e-9)).isGreaterThan(1);
          for (int i = 0; i < IN; i++) {
            for (int o = 0; o < FILTERS; o++) {
              assertThat(kernel.map().get(i).get(o)).isCloseTo(map[i][o], TIGHT);
            }
          }
          assertThat(found.readings()).hasSize(3 + IN * FILTERS);
        });
  }

  private static double input(int n, int y, int x, int channel) {
    double[] values = SmallConvolution.batch().get("input");
    return y < 0 || y >= HEIGHT || x < 0 || x >= WIDTH
        ? 0
        : values[((n * HEIGHT + y) * WIDTH + x) * IN + channel];
  }

  /** The gradient in the output of the convolution, as another probe's need finds it. */
  private static double[] flowing(
      Site site, Point<Array> point, Parameters<Array> batch, Owner owner) {
    Need need =
        new Need(
            Statistics.BATCH_FROZEN_RUNNING,
            Penalty.INCLUDED,
            Set.of(Need.Part.ACTIVATION_GRADIENTS));
    try (Finder finder =
        Needs.of(site.objectives(), List.of(need)).compile(site.backend(), site.numerics())) {
      return finder
          .find(point, batch, owner)
          .of(need)
          .activationGradients()
          .get("conv")
          .toDoubles();
    }
  }

  @Test
  void whereEveryTermAgreesNothingCancels() {
    Alignment.Kernel one = new Alignment.Kernel(2, 2, List.of());
    assertThat(one.ratio()).isEqualTo(1);
    assertThat(OutputGradientMap.of(new double[] {1, -2, 3, -4}, 2).agreement()).isEqualTo(1);
    assertThat(OutputGradientMap.of(new double[] {1, -2, -1, 2}, 2).agreement()).isZero();
  }

  @Test
  void outputGradientsAreThoseOfTheSoftmax() {
    on(
        (site, point, batch, owner) -> {
          OutputGradientMap found;
          try (ProbeSession session = new ProbeSession(new OutputGradients(), site)) {
            found = (OutputGradientMap) session.measure(point, batch);
          }
          double[] target = SmallConvolution.batch().get("target");
          assertThat(found.rows()).hasSize(EXAMPLES);
          for (int n = 0; n < EXAMPLES; n++) {
            List<Double> row = found.rows().get(n);
            assertThat(row.stream().mapToDouble(x -> x).sum()).isCloseTo(0, TIGHT);
            double probability = row.get((int) target[n]) * EXAMPLES + 1;
            assertThat(probability).isBetween(0.0, 1.0);
          }
          double all = found.rows().stream().flatMap(List::stream).mapToDouble(Math::abs).sum();
          double left =
              IntStream.range(0, CLASSES)
                  .mapToDouble(
                      j -> Math.abs(found.rows().stream().mapToDouble(r -> r.get(j)).sum()))
                  .sum();
          assertThat(found.agreement()).isCloseTo(left / all, TIGHT);
        });
  }

  @Test
  void aWeightThatIsRewrittenIsRefusedBeforeTheRun() {
    Objective rewritten = PlainNetwork.objective(new WeightStandardization(), DType.FLOAT64);
    Probe probe =
        new GradientAlignment(
            new AtStart(),
            "dense1.*",
            Statistics.BATCH_FROZEN_RUNNING,
            Detail.SUMMARY,
            ProbedBatch.STEP);
    try (Backend backend = Backends.open("reference")) {
      Site site = Site.of(backend, Numerics.PRECISE, rewritten);
      assertThatThrownBy(() -> probe.check(site))
          .hasMessageContaining(
              "GradientAlignment: layers must match the path of a weight that multiplies an input, one of");
    }
  }
}
