package org.normscape.probe.curvature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.normscape.backend.Array;
import org.normscape.backend.Numerics;
import org.normscape.check.CountingBackend;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.model.MultilayerPerceptron;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.NormalizationScheme;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Bowl;
import org.normscape.probe.Measurement;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.Quantities;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.curvature.Matrices.At;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

/**
 * Where probes of curvature are tried: {@code ½ (a x² + b y²)}, of which all is known, and a
 * network with batch normalization. Closing it checks that no array was left open.
 */
public final class CurvatureTrial implements AutoCloseable {

  /** The eigenvalues of the bowl, of x and of y. */
  public static final double A = 6;

  public static final double B = -0.5;

  private static final int EXAMPLES = 6;
  private static final int FEATURES = 3;

  private final CountingBackend backend = new CountingBackend(new ReferenceBackend());
  private final Owner owner = new Owner();

  /** What computes. */
  public CountingBackend backend() {
    return backend;
  }

  /** Who closes arrays with the trial. */
  public Owner owner() {
    return owner;
  }

  /** Measures in the bowl, and fails where a reading is of a quantity that was not declared. */
  public Measurement inBowl(Probe probe, double x, double y) {
    TensorType scalar = TensorType.float64();
    Point<Array> point =
        owner.own(
            new Point<>(
                Parameters.of("x", backend.array(scalar, x)).and("y", backend.array(scalar, y)),
                Parameters.none()));
    Array curvature = owner.own(backend.array(TensorType.float64(2), A, B));
    try (ProbeSession session =
        new ProbeSession(probe, Site.of(backend, Numerics.PRECISE, new Bowl()))) {
      Measurement found = session.measure(point, Parameters.of("curvature", curvature));
      Quantities declared = Quantities.of(List.of(probe));
      assertThat(found.readings())
          .allSatisfy(
              reading -> assertThat(declared.of(reading.metric())).contains(reading.quantity()));
      return found;
    }
  }

  /** What was read at a place. */
  public static double value(Measurement found, String metric, Map<String, Double> at) {
    return found.readings().stream()
        .filter(reading -> reading.metric().equals(metric) && reading.at().equals(at))
        .mapToDouble(Reading::value)
        .sum();
  }

  /** What was read, of a quantity without axes. */
  public static double value(Measurement found, String metric) {
    return value(found, metric, Map.of());
  }

  /** The network. */
  public static Objective network() {
    return network(new BatchNorm());
  }

  /** The same with another batch normalization. */
  public static Objective network(BatchNorm normalization) {
    return new NetworkObjective(
        new MultilayerPerceptron(List.of(4), new Tanh(), Glorot.uniform())
            .network(new NormalizationScheme(normalization), 3),
        new SoftmaxCrossEntropy(LossReduction.MEAN),
        Shape.of(EXAMPLES, FEATURES),
        DType.FLOAT64);
  }

  /** Where the network is: near its start, every parameter as much longer as is said. */
  public At situation(int step, double longer) {
    Point<Array> start = owner.own(network().initialPoint(backend, 5));
    Parameters<Array> moved = start.parameters().map(array -> scaled(array, 1 + longer));
    return new At(new Point<>(moved, start.state()), List.of(batch(0, 1, 2, 1, 0, 0)), step);
  }

  /** An array times a factor. */
  public Array scaled(Array array, double factor) {
    double[] scaled = Arrays.stream(array.toDoubles()).map(x -> factor * x).toArray();
    return owner.own(backend.array(array.type(), scaled));
  }

  /** The examples of the network, with these labels. */
  public Parameters<Array> batch(double... labels) {
    double[] input = RandomStream.of(3, "input").normal(EXAMPLES * FEATURES, 1);
    return owner.own(
        Parameters.of("input", backend.array(TensorType.float64(EXAMPLES, FEATURES), input))
            .and("target", backend.array(TensorType.int32(EXAMPLES), labels)));
  }

  /** The Hessian in biases alone: of the bowl, in y. */
  public static Curvature ofBiases() {
    return new Curvature(
        new Hessian(),
        List.of(Role.BIAS),
        ".*",
        Penalty.EXCLUDED,
        Statistics.BATCH_FROZEN_RUNNING,
        Examples.BATCH);
  }

  /** Where the network is measured. */
  public Site site() {
    return Site.of(backend, Numerics.PRECISE, network());
  }

  @Override
  public void close() {
    owner.close();
    assertThat(backend.open()).isZero();
    backend.close();
  }
}
