package org.normscape.probe.curvature.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.curvature.CurvatureTrial.A;
import static org.normscape.probe.curvature.CurvatureTrial.B;
import static org.normscape.probe.curvature.CurvatureTrial.value;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.objective.Penalty;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Measurement;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.curvature.Curvature;
import org.normscape.probe.curvature.CurvatureTrial;
import org.normscape.probe.curvature.Examples;
import org.normscape.probe.curvature.GaussNewton;
import org.normscape.probe.curvature.Hessian;
import org.normscape.probe.curvature.Matrices.At;
import org.normscape.probe.when.AtStart;

/** Curvature along gradients: in a bowl, and over the batches of a network. */
class EdgeProbesTest {

  private static final Offset<Double> TIGHT = within(1e-10);

  private final CurvatureTrial trial = new CurvatureTrial();

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void curvatureAlongTheGradientOfABowl() {
    Measurement found = trial.inBowl(new GradientCurvature(), 0.5, 4);
    double gx = A * 0.5;
    double gy = B * 4;
    double expected = (gx * gx * A + gy * gy * B) / (gx * gx + gy * gy);
    assertThat(value(found, "hessian_gradient_curvature")).isCloseTo(expected, TIGHT);
    assertThat(value(found, "hessian_gradient_edge_ratio")).isCloseTo(expected / 2, TIGHT);
    assertThat(value(found, "stability_threshold")).isEqualTo(2);
    assertThat(value(trial.inBowl(new GradientCurvature(), 0, 0), "hessian_gradient_curvature"))
        .isNaN();
  }

  @Test
  void rolesChooseTheParametersInAllOfIt() {
    assertThat(
            value(
                trial.inBowl(new GradientCurvature(new AtStart(), CurvatureTrial.ofBiases()), 2, 3),
                "hessian_gradient_curvature"))
        .isCloseTo(B, TIGHT);
  }

  @Test
  void batchSharpnessIsTheMeanOfWhatEachBatchSees() {
    At at = trial.situation(0, 0);
    Parameters<Array> other = trial.batch(2, 2, 1, 0, 1, 0);
    List<Double> each =
        List.of(at.batch(), other).stream()
            .map(
                batch -> {
                  try (ProbeSession session =
                      new ProbeSession(new GradientCurvature(), trial.site())) {
                    return value(session.measure(at.point(), batch), "hessian_gradient_curvature");
                  }
                })
            .toList();
    BatchSharpness probe = new BatchSharpness(new AtStart(), new Curvature(), 2);
    try (Instrument instrument = probe.prepare(trial.site())) {
      Measurement found = instrument.measure(new At(at.point(), List.of(at.batch(), other), 0));
      double mean = (each.get(0) + each.get(1)) / 2;
      assertThat(each.get(0)).isNotCloseTo(each.get(1), within(1e-3));
      assertThat(value(found, "hessian_batch_sharpness")).isCloseTo(mean, TIGHT);
      assertThat(value(found, "hessian_batch_edge_ratio")).isCloseTo(mean / 2, TIGHT);
      assertThat(value(found, "hessian_batch_sharpness_error"))
          .isCloseTo(Math.abs(each.get(0) - each.get(1)) / 2, TIGHT);
    }
  }

  @Test
  void namesAreThoseOfTheMatrix() {
    assertThat(new GradientCurvature(new AtStart(), new Curvature(new GaussNewton())).quantities())
        .extracting(quantity -> quantity.name())
        .containsExactly(
            "gauss_newton_gradient_curvature",
            "gauss_newton_gradient_edge_ratio",
            "stability_threshold");
  }

  @Test
  void batchesAreFreshOnes() {
    assertThatThrownBy(
            () ->
                new BatchSharpness(
                    new AtStart(),
                    new Curvature(
                        new Hessian(),
                        List.of(Role.WEIGHT),
                        ".*",
                        Penalty.EXCLUDED,
                        Statistics.BATCH,
                        Examples.ALL),
                    4))
        .hasMessageEndingWith("To fix: set examples = batch.");
  }
}
