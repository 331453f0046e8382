package org.normscape.probe.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.linalg.eigen.SingularValues;
import org.normscape.nn.Bias;
import org.normscape.nn.Dense;
import org.normscape.nn.Layer;
import org.normscape.nn.Sequential;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SquaredError;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.Trial;

class JacobianTest {

  private static final int N = 24;

  /** Without a nonlinearity, the Jacobian is the product of the matrices. */
  @Test
  void ofALinearNetworkTheyAreThoseOfTheProduct() {
    Layer dense = new Dense(N, Bias.WITHOUT, Glorot.uniform());
    Objective objective =
        new NetworkObjective(
            new Sequential(Parameters.of("one", dense).and("two", dense)),
            new SquaredError(LossReduction.MEAN),
            Shape.of(2, N),
            DType.FLOAT64);
    try (Backend backend = Backends.open("reference");
        Owner owner = new Owner();
        ProbeSession session =
            new ProbeSession(
                new JacobianSingularValues(), Site.of(backend, Numerics.PRECISE, objective))) {
      Point<Array> point = owner.own(objective.initialPoint(backend, 3));
      Parameters<Array> batch =
          owner.own(
              objective.batch().map(type -> backend.array(type, new double[type.shape().size()])));
      MeasuredJacobian found = (MeasuredJacobian) session.measure(point, batch);
      List<Double> expected =
          SingularValues.of(
              product(
                  point.parameters().get("one.weight").toDoubles(),
                  point.parameters().get("two.weight").toDoubles()));
      for (int i = 0; i < N; i++) {
        assertThat(found.values().get(0).get(i)).isCloseTo(expected.get(i), within(1e-12));
      }
      assertThat(found.matrices()).isEqualTo(2);
      assertThat(found.scale()).isCloseTo(1, within(0.1));
      assertThat(found.distance()).isLessThan(0.15);
      assertThat(found.readings())
          .extracting(Reading::metric)
          .contains("product_law_distance", "product_law_density", "jacobian_condition_number");
    }
  }

  private static double[][] product(double[] a, double[] b) {
    double[][] product = new double[N][N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        for (int k = 0; k < N; k++) {
          product[i][j] += a[i * N + k] * b[k * N + j];
        }
      }
    }
    return product;
  }

  @Test
  void ofAnotherNetworkThereIsNoLaw() {
    try (Trial trial = PlainNetwork.trial(6)) {
      MeasuredJacobian found = (MeasuredJacobian) trial.measure(new JacobianSingularValues());
      assertThat(found.values().get(0)).hasSize(3);
      assertThat(found.readings())
          .extracting(Reading::metric)
          .doesNotContain("product_law_distance");
      assertThat(found.values().get(0)).isEqualTo(sorted(found.values().get(0)));
    }
  }

  private static List<Double> sorted(List<Double> values) {
    double[] descending = values.stream().mapToDouble(x -> -x).sorted().map(x -> -x).toArray();
    return Arrays.stream(descending).boxed().toList();
  }
}
