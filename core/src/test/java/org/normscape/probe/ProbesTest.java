package org.normscape.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.backend.Numerics;
import org.normscape.probe.activation.ActivationStatistics;
import org.normscape.probe.landscape.Landscape;

/** What holds of every probe. */
class ProbesTest {

  static List<Probe> probes() {
    return ServiceLoader.load(Probe.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  @Test
  void probesAreFoundWithTheirDefaults() {
    assertThat(probes()).contains(new Landscape(), new ActivationStatistics());
  }

  @Test
  void aNameMeansOneQuantityInAllProbes() {
    assertThat(Quantities.of(probes()).all())
        .extracting(Quantity::name)
        .doesNotHaveDuplicates()
        .contains("train_loss", "gradient_norm", "activation_mean");
  }

  /** Axes are shared, so that figures can show two probes on one; nothing that is measured is. */
  @Test
  void twoKindsOfProbesMeasureNothingOfOneName() {
    List<String> measured =
        probes().stream()
            .flatMap(
                probe -> {
                  List<String> axes =
                      probe.quantities().stream().flatMap(q -> q.axes().stream()).toList();
                  return probe.quantities().stream()
                      .map(Quantity::name)
                      .filter(name -> !axes.contains(name));
                })
            .toList();
    assertThat(measured).hasSizeGreaterThan(100).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("probes")
  void aProbeIsARecordThatDeclaresWhatItReports(Probe probe) {
    assertThat(probe.getClass().isRecord()).isTrue();
    assertThat(new Quantities(probe.quantities()).all()).isNotEmpty();
  }

  static Stream<Quantity> quantities() {
    return Quantities.of(probes()).all().stream();
  }

  @ParameterizedTest
  @MethodSource("quantities")
  void aDefinitionIsOneOrMoreSentences(Quantity quantity) {
    assertThat(quantity.definition()).endsWith(".").matches("\\p{Lu}.*|1 at .*");
    assertThat(quantity.agreement().under(Numerics.PRECISE).typical())
        .isLessThanOrEqualTo(quantity.agreement().under(Numerics.FAST).typical());
  }

  /** docs/tolerances.md explains these numbers. */
  @ParameterizedTest
  @CsvSource({
    "train_loss, RELATIVE, 1e-12, 1e-5, 1e-4",
    "train_penalty, RELATIVE, 1e-12, 1e-5, 1e-4",
    "train_accuracy, ABSOLUTE, 1e-12, 0.02, 0.125",
    "test_loss, RELATIVE, 1e-11, 5e-4, 2e-2",
    "test_accuracy, ABSOLUTE, 1e-12, 0.02, 0.125",
    "probe_loss, RELATIVE, 1e-12, 1e-5, 1e-4",
    "gradient_norm, RELATIVE, 1e-10, 3e-4, 1e-2",
    "loss_band_low, RELATIVE, 1e-11, 5e-4, 2e-2",
    "loss_band_high, RELATIVE, 1e-11, 5e-4, 2e-2",
    "gradient_difference_low, RELATIVE, 1e-9, 5e-3, 5e-2",
    "gradient_difference_high, RELATIVE, 1e-9, 5e-3, 5e-2",
    "effective_beta_max, RELATIVE, 1e-9, 5e-3, 5e-2",
    "loss_along_gradient, RELATIVE, 1e-11, 5e-4, 2e-2",
    "gradient_difference, RELATIVE, 1e-9, 5e-3, 5e-2",
    "effective_beta, RELATIVE, 1e-9, 5e-3, 5e-2",
    "gradient_cosine, ABSOLUTE, 1e-10, 5e-3, 5e-2",
    "relative_gradient_difference, RELATIVE, 1e-9, 5e-3, 5e-2",
    "gradient_norm_along_gradient, RELATIVE, 1e-9, 5e-3, 5e-2",
    "hessian_largest_eigenvalue, RELATIVE, 1e-6, 2e-2, 1e-1",
    "hessian_trace, RELATIVE, 1e-6, 2e-2, 1e-1",
    "hessian_gradient_curvature, RELATIVE, 1e-8, 1e-2, 1e-1"
  })
  void backendsAgreeAsPublished(
      String name, Agreement.Measure measure, double precise, double fast, double fastLargest) {
    Agreement agreement = Quantities.of(probes()).of(name).orElseThrow().agreement();
    assertThat(agreement.measure()).isEqualTo(measure);
    assertThat(agreement.precise()).isEqualTo(new Agreement.Bound(precise, precise));
    assertThat(agreement.fast()).isEqualTo(new Agreement.Bound(fast, fastLargest));
  }
}
