package org.normscape.probe.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.model.MultilayerPerceptron;
import org.normscape.nn.Statistics;
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.NormalizationScheme;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.probe.Bowl;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.grid.Linear;
import org.normscape.random.RandomStream;

class InterpolationTest {

  private static final Offset<Double> TIGHT = within(1e-12);

  private final Backend backend = Backends.open("reference");

  @AfterEach
  void close() {
    backend.close();
  }

  private Point<Array> at(double x, double y) {
    TensorType scalar = TensorType.float64();
    return new Point<>(
        Parameters.of("x", backend.array(scalar, x)).and("y", backend.array(scalar, y)),
        Parameters.none());
  }

  private Path bowl(double a, Statistics statistics) {
    Parameters<Array> batch =
        Parameters.of("curvature", backend.array(TensorType.float64(2), a, 0));
    try (Interpolation line =
        new Interpolation(backend, Numerics.PRECISE, new Bowl(), statistics)) {
      return line.between(at(-1, 5), at(3, 5), batch, new Linear(0, 1, 5).places());
    }
  }

  @ParameterizedTest
  @EnumSource(Statistics.class)
  void betweenTwoSidesOfABowlThereIsNoBarrier(Statistics statistics) {
    double times = statistics == Statistics.RUNNING ? 3 : 1;
    Path path = bowl(2, statistics);
    assertThat(path.places())
        .extracting(Path.Place::loss)
        .containsExactly(times, 0.0, times, 4 * times, 9 * times);
    assertThat(path.barrier()).isZero();
    assertThat(path.instability()).isEqualTo(9 * times - 5 * times);
    assertThat(path.largestRise()).isEqualTo(9 * times);
  }

  @Test
  void acrossAHillThereIsOne() {
    Path path = bowl(-2, Statistics.BATCH);
    // −x² between −1 and −9: at α = ½ it is −1 where the straight line has −5.
    assertThat(path.barrier()).isEqualTo(4);
    assertThat(path.instability()).isEqualTo(5);
    assertThat(path.largestRise()).isEqualTo(1);
  }

  @Test
  void aLossThatIsNoNumberIsNotHidden() {
    Path.Place end = new Path.Place(0, 1, Parameters.none());
    Path.Place broken = new Path.Place(0.5, Double.NaN, Parameters.none());
    Path path = new Path(end, List.of(broken), end);
    assertThat(path.barrier()).isNaN();
    assertThat(path.instability()).isNaN();
    assertThat(path.largestRise()).isNaN();
  }

  @Test
  void aNetworkIsThatOfPlainJava() {
    Objective objective = PlainNetwork.objective();
    Parameters<double[]> one = PlainNetwork.point(1);
    Parameters<double[]> other = PlainNetwork.point(2);
    Parameters<double[]> way = PlainNetwork.along(other, -1, one);
    try (Interpolation line =
        new Interpolation(backend, Numerics.PRECISE, objective, Statistics.RUNNING)) {
      Path path =
          line.between(
              point(objective, one),
              point(objective, other),
              objective.batch().zip(PlainNetwork.batch(), (type, x) -> backend.array(type, x)),
              List.of(0.25, 0.5));
      for (Path.Place place : path.places()) {
        Parameters<double[]> there = PlainNetwork.along(one, place.alpha(), way);
        assertThat(place.loss()).isCloseTo(PlainNetwork.loss(there), TIGHT);
        assertThat(place.metrics().get("accuracy")).isEqualTo(PlainNetwork.accuracy(there));
      }
      assertThat(path.other().loss()).isCloseTo(PlainNetwork.loss(other), TIGHT);
    }
  }

  private Point<Array> point(Objective objective, Parameters<double[]> values) {
    return new Point<>(
        objective.types().parameters().zip(values, (type, x) -> backend.array(type, x)),
        Parameters.none());
  }

  @Test
  void theStateIsInterpolatedAsWell() {
    Objective objective =
        new NetworkObjective(
            new MultilayerPerceptron(List.of(4), new Tanh(), Glorot.uniform())
                .network(new NormalizationScheme(new BatchNorm()), 3),
            new SoftmaxCrossEntropy(LossReduction.MEAN),
            Shape.of(5, 3),
            DType.FLOAT64);
    Point<Array> one = objective.initialPoint(backend, 1);
    Point<Array> other = shifted(one, 2);
    Point<Array> middle = shifted(one, 1);
    Parameters<Array> batch =
        objective.batch().zip(PlainNetwork.batch(), (type, x) -> backend.array(type, x));
    try (Interpolation line =
        new Interpolation(backend, Numerics.PRECISE, objective, Statistics.RUNNING)) {
      double half = line.between(one, other, batch, List.of(0.5)).places().get(0).loss();
      double there = line.between(middle, middle, batch, List.of(0.0)).one().loss();
      assertThat(half).isCloseTo(there, TIGHT);
      assertThat(half)
          .isNotCloseTo(line.between(one, one, batch, List.of(0.5)).one().loss(), TIGHT);
    }
  }

  private Point<Array> shifted(Point<Array> point, double by) {
    return new Point<>(point.parameters(), point.state().map(state -> shifted(state, by)));
  }

  private Array shifted(Array state, double by) {
    double[] values = state.toDoubles();
    double[] added = RandomStream.of(4, state.type().toString()).uniform(values.length, 0.1, 1);
    for (int i = 0; i < values.length; i++) {
      values[i] += by * added[i];
    }
    return backend.array(state.type(), values);
  }
}
