package org.normscape.probe;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.normscape.component.Flat;
import org.normscape.component.Name;
import org.normscape.probe.curvature.CurvatureProbe;

/**
 * Of which function every probe is: a probe of a loss leaves parameters, weight decay, statistics
 * and batch to whoever measures, one of curvature layers and examples as well. Every other probe is
 * named here with what it leaves open; docs/probes.md says why not the rest.
 */
class ProbeChoicesTest {

  private static final Set<String> OF_A_LOSS =
      Set.of("parameters", "weightDecay", "statistics", "batch");
  private static final Set<String> OF_CURVATURE =
      Set.of("parameters", "weightDecay", "statistics", "layers", "examples");
  private static final Set<String> OF_LAYERS = Set.of("layers", "statistics", "batch");

  /** What the others leave open. */
  private static final Map<String, Set<String>> OTHERS =
      Map.ofEntries(
          entry("covariate-shift", Set.of("layers", "weightDecay", "statistics", "batch")),
          entry("activation-statistics", OF_LAYERS),
          entry("channel-moments", OF_LAYERS),
          entry("saturated-units", OF_LAYERS),
          entry("representations", OF_LAYERS),
          entry("branch-variance", OF_LAYERS),
          entry("gradient-alignment", OF_LAYERS),
          entry("activation-histograms", OF_LAYERS),
          entry("distribution-shift", OF_LAYERS),
          entry("scale-invariance", OF_LAYERS),
          entry("output-gradients", Set.of("statistics", "batch")),
          entry("jacobian-singular-values", Set.of("statistics", "examples", "batch")),
          entry("loss-barrier", Set.of("statistics", "batch")),
          entry("bezier-curve", Set.of("statistics")),
          entry("lipschitz-theorem", Set.of("layers", "batch")),
          entry("minimax-theorem", Set.of("layers", "batch")),
          entry("smoothness-theorem", Set.of("layers", "batch")),
          entry("distance-from-start", Set.of("layers")),
          entry("effective-rate", Set.of()));

  @TestFactory
  Stream<DynamicTest> everyProbeSaysOfWhichFunctionItIs() {
    return ProbesTest.probes().stream()
        .map(
            probe -> {
              String name = Name.of(probe.getClass());
              return DynamicTest.dynamicTest(
                  name,
                  () ->
                      assertThat(choices(probe.getClass()))
                          .containsAll(OTHERS.containsKey(name) ? OTHERS.get(name) : usual(probe)));
            });
  }

  private static Set<String> usual(Probe probe) {
    assertThat(probe).isInstanceOfAny(LossProbe.class, CurvatureProbe.class);
    return CurvatureProbe.class.isInstance(probe) ? OF_CURVATURE : OF_A_LOSS;
  }

  /** The keys of a record, those of flat components among them. */
  private static Set<String> choices(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(
            component ->
                component.isAnnotationPresent(Flat.class) && component.getType().isRecord()
                    ? choices(component.getType()).stream()
                    : Stream.of(component).map(RecordComponent::getName))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
