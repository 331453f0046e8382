package org.normscape.experiments.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Device;
import org.normscape.backend.Numerics;
import org.normscape.ir.Shape;
import org.normscape.model.Vgg;
import org.normscape.nn.Glorot;
import org.normscape.nn.Reduction;
import org.normscape.nn.SoftmaxCrossEntropy;
import org.normscape.nn.Statistics;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.NormalizationScheme;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * A network of width 24 has layers of 48 and 96 channels, which leave a rest beside the blocks in
 * which kernels work: its float32 gradients are right without any audit.
 */
final class TailChannelsTest {

  private static final int BATCH = 8;
  private static final double TOLERANCE = 1e-4;

  private final NetworkObjective objective =
      new NetworkObjective(
          new Vgg(Vgg.Variant.VGG_A, 24, Glorot.uniform())
              .network(new NormalizationScheme(new BatchNorm()), 10),
          new SoftmaxCrossEntropy(Reduction.MEAN),
          Shape.of(BATCH, 32, 32, 3),
          Numerics.FAST.dtype());

  @ParameterizedTest
  @ValueSource(strings = {"tensorflow", "nd4j"})
  void theGradientsAreThoseOfTheReference(String name) {
    Map<String, double[]> expected = gradients(Backends.REFERENCE);
    Map<String, double[]> actual = gradients(name);
    assertThat(actual.keySet()).isEqualTo(expected.keySet()).hasSizeGreaterThan(20);
    expected.forEach(
        (path, gradient) ->
            assertThat(distance(actual.getOrDefault(path, new double[0]), gradient))
                .as(path)
                .isLessThan(TOLERANCE));
  }

  private Map<String, double[]> gradients(String name) {
    try (Backend backend = Backends.raw(name, Device.CPU);
        NamedExecutable gradient =
            objective.lossAndGradient(Statistics.BATCH).compile(backend, Numerics.FAST)) {
      Point<Array> point = objective.initialPoint(backend, 3);
      double[] images = RandomStream.of(4, "images").normal(BATCH * 32 * 32 * 3, 1);
      double[] labels = IntStream.range(0, BATCH).asDoubleStream().toArray();
      Parameters<Array> batch =
          Parameters.of("input", backend.array(objective.batch().get("input"), images))
              .and("target", backend.array(objective.batch().get("target"), labels));
      Map<String, double[]> gradients = new LinkedHashMap<>();
      Parameters<Array> results = gradient.run(point.with(batch));
      for (String path : results.paths()) {
        // A bias before batch normalization has no gradient but rounding.
        if (path.startsWith("gradient.") && !path.endsWith("bias")) {
          gradients.put(path, results.get(path).toDoubles());
        }
      }
      return gradients;
    }
  }

  /** Relative, in L2. */
  private static double distance(double[] actual, double[] expected) {
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.pow(actual[i] - expected[i], 2);
      norm += Math.pow(expected[i], 2);
    }
    return Math.sqrt(difference / norm);
  }
}
