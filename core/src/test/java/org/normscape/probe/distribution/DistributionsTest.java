package org.normscape.probe.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.nn.Statistics;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.Trial;
import org.normscape.probe.activation.Detail;
import org.normscape.probe.when.AtStart;
import org.normscape.random.RandomStream;

class DistributionsTest {

  private static final Offset<Double> TIGHT = within(1e-12);

  @Test
  void aSampleKnowsItsMomentsAndQuantiles() {
    Sample sample = Sample.of(new double[] {4, 1, 3, 2});
    assertThat(sample.mean()).isEqualTo(2.5);
    assertThat(sample.variance()).isEqualTo(1.25);
    assertThat(sample.quantile(0.5)).isEqualTo(2);
    assertThat(sample.quantile(0.51)).isEqualTo(3);
    assertThat(sample.quantile(0)).isEqualTo(1);
    assertThat(sample.quantiles(4)).containsExactly(1.0, 2.0, 3.0, 4.0);
  }

  @Test
  void quantilesOfNormalNumbersAreThoseOfTheNormalDistribution() {
    Sample sample = Sample.of(RandomStream.of(1, "normal").normal(100_000, 2));
    assertThat(sample.quantile(0.85)).isCloseTo(2 * 1.0364, within(0.03));
    assertThat(sample.quantile(0.15)).isCloseTo(-2 * 1.0364, within(0.03));
  }

  @Test
  void binsArePowersOfTwoAndHoldEveryNumber() {
    double[] values = {-1, -0.5, 0, 0.49, 0.5, 7};
    Histogram found = Histogram.of(Sample.of(values), 10);
    assertThat(found.width()).isEqualTo(1);
    assertThat(found.shares())
        .containsExactlyEntriesOf(ordered(-0.5, 2 / 6.0, 0.5, 3 / 6.0, 7.5, 1 / 6.0));
    Histogram fine = Histogram.of(Sample.of(RandomStream.of(2, "x").normal(5000, 1)), 64);
    assertThat(fine.shares().values().stream().mapToDouble(x -> x).sum()).isCloseTo(1, TIGHT);
    assertThat(fine.shares()).hasSizeBetween(20, 65);
    assertThat(fine.width()).isEqualTo(0.125);
  }

  private static Map<Double, Double> ordered(double... pairs) {
    Map<Double, Double> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  @Test
  void whatIsNotFiniteIsMissingInTheShares() {
    Sample sample = Sample.of(new double[] {1, Double.NaN, Double.POSITIVE_INFINITY, 1});
    assertThat(Histogram.of(sample, 8).shares()).containsExactlyEntriesOf(Map.of(1.0, 0.5));
    assertThat(sample.mean()).isNaN();
    assertThat(Histogram.of(Sample.of(new double[] {Double.NaN}), 8).shares()).isEmpty();
  }

  @Test
  void numbersOfAnySizeAreCounted() {
    for (double size : new double[] {1e-310, 1e-30, 1e30, 1.7e308}) {
      Sample sample = Sample.of(new double[] {-size, 0, size});
      assertThat(Histogram.of(sample, 16).shares().values().stream().mapToDouble(x -> x).sum())
          .isCloseTo(1, TIGHT);
    }
  }

  @Test
  void aShiftedDistributionIsAsFarAwayAsItWasShifted() {
    double[] values = RandomStream.of(3, "x").normal(40, 1);
    ChannelShape here = ChannelShape.of(Sample.of(values), 40);
    ChannelShape shifted = ChannelShape.of(Sample.of(map(values, 1, 0.3)), 40);
    assertThat(here.wasserstein(shifted)).isCloseTo(0.3, TIGHT);
    ChannelShape wider = ChannelShape.of(Sample.of(map(values, 2, 0)), 40);
    double meanSize = Arrays.stream(values).map(Math::abs).sum() / 40;
    assertThat(here.wasserstein(wider)).isCloseTo(meanSize, TIGHT);
    Moved moved = new Moved(List.of(here), List.of(shifted));
    assertThat(moved.means().get(0)).isCloseTo(0.3, TIGHT);
    assertThat(moved.variances().get(0)).isCloseTo(0, TIGHT);
    assertThat(moved.relativeDistances().get(0)).isCloseTo(0.3 / here.deviation(), TIGHT);
  }

  private static double[] map(double[] values, double by, double plus) {
    return Arrays.stream(values).map(x -> by * x + plus).toArray();
  }

  @Test
  void theChannelsThatAreNamedAreCounted() {
    double[] values = IntStream.range(0, 12).mapToDouble(i -> i).toArray();
    Sample found = Sample.ofChannels(values, 3, List.of(2, 0));
    assertThat(IntStream.range(0, found.size()).mapToDouble(found::at).toArray())
        .containsExactly(0, 2, 3, 5, 6, 8, 9, 11);
    assertThat(Sample.ofEach(values, 3).get(1).at(3)).isEqualTo(10);
  }

  @Test
  void activationsAreThoseOfPlainJava() {
    try (Trial trial = PlainNetwork.trial(6)) {
      ActivationHistograms probe =
          new ActivationHistograms(
              new AtStart(),
              "dense1",
              List.of(1),
              Statistics.BATCH_FROZEN_RUNNING,
              new Binning(0, List.of(0.5)),
              ProbedBatch.STEP);
      double[] column = hidden(PlainNetwork.point(6), 1);
      Arrays.sort(column);
      assertThat(trial.measure(probe).readings())
          .singleElement()
          .satisfies(reading -> assertThat(reading.value()).isCloseTo(column[2], TIGHT))
          .satisfies(
              reading -> assertThat(reading.metric()).isEqualTo("activation_quantile/dense1"))
          .satisfies(reading -> assertThat(reading.at()).isEqualTo(Map.of("quantile_share", 0.5)));
    }
  }

  private static double[] hidden(Parameters<double[]> at, int unit) {
    double[] x = PlainNetwork.batch().get("input");
    double[] weight = at.get("dense1.weight");
    return IntStream.range(0, 5)
        .mapToDouble(
            n ->
                at.get("dense1.bias")[unit]
                    + x[n * 3] * weight[unit]
                    + x[n * 3 + 1] * weight[4 + unit]
                    + x[n * 3 + 2] * weight[8 + unit])
        .toArray();
  }

  @Test
  void aChannelThatALayerDoesNotHaveIsRefusedBeforeTheRun() {
    ActivationHistograms probe =
        new ActivationHistograms(
            new AtStart(),
            ".*",
            List.of(3),
            Statistics.BATCH_FROZEN_RUNNING,
            new Binning(),
            ProbedBatch.STEP);
    try (Backend backend = Backends.open("reference")) {
      Site site = Site.of(backend, Numerics.PRECISE, PlainNetwork.objective());
      assertThatThrownBy(() -> probe.check(site))
          .hasMessageStartingWith(
              "ActivationHistograms: channels must be numbers from 0 to 2, as many as each chosen layer has, but it is 3.");
    }
    assertThatThrownBy(() -> new Binning(0, List.of()))
        .hasMessageContaining("bins must be at least 1 where there are no quantiles");
  }

  @Test
  void theFirstMeasurementHasMovedNowhere() {
    try (Trial trial = PlainNetwork.trial(6)) {
      MeasuredShift found =
          (MeasuredShift)
              trial.measure(
                  new DistributionShift(
                      new AtStart(),
                      ".*",
                      Statistics.RUNNING,
                      5,
                      Detail.EVERY_CHANNEL,
                      ProbedBatch.STEP));
      assertThat(found.step().size()).isZero();
      assertThat(found.readings()).extracting(Reading::value).containsOnly(0.0);
    }
  }

  @Test
  void whatIsRememberedSurvivesAsArrays() {
    List<ChannelShape> shapes =
        List.of(
            ChannelShape.of(Sample.of(new double[] {1, 2, 4}), 3),
            ChannelShape.of(Sample.of(new double[] {0.1, 0.2, 0.3}), 3));
    try (Backend backend = Backends.open("reference");
        Owner owner = new Owner()) {
      Parameters<Array> written =
          ShapeMemory.write(Parameters.of("last.a", shapes), backend, owner);
      assertThat(ShapeMemory.read(written).get("last.a")).isEqualTo(shapes);
    }
  }
}
