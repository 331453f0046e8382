package org.normscape.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.normscape.backend.Backend;
import org.normscape.contract.cases.PrimitiveCases;
import org.normscape.contract.executable.ExecutableQuestion;
import org.normscape.contract.geometry.Sweep;

/**
 * The suite that every backend passes, as tests. A backend's tests extend this class and hand over
 * the backend, which is closed at the end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BackendContract {

  /** What is run once more for each set of instructions that a processor may have. */
  private static final String KERNELS = "kernels";

  private static final int GEOMETRIES = 150;

  private final Backend backend;

  /** The suite for {@code backend}. */
  public BackendContract(Backend backend) {
    this.backend = backend;
  }

  /** The backend under test. */
  public final Backend backend() {
    return backend;
  }

  @TestFactory
  Stream<DynamicNode> executables() {
    return Asked.of(backend, ExecutableQuestion.all());
  }

  @TestFactory
  Stream<DynamicNode> primitives() {
    return Asked.of(backend, Questions.otherPrimitives());
  }

  @Tag(KERNELS)
  @TestFactory
  Stream<DynamicNode> contractions() {
    return Asked.of(backend, Questions.contractions());
  }

  /**
   * Geometries that are others in each build. With the system property {@code
   * normscape.geometries.seed} they are those of a build that printed it; with {@code
   * normscape.geometries.all} the long sweep is done.
   */
  @Tag(KERNELS)
  @Test
  void geometries(TestReporter reporter) {
    long seed = Long.getLong("normscape.geometries.seed", System.nanoTime());
    reporter.publishEntry("seed of the geometries", String.valueOf(seed));
    List<Question> questions =
        Boolean.getBoolean("normscape.geometries.all")
            ? Sweep.everything(seed)
            : Sweep.random(seed, GEOMETRIES);
    Asked.checkAll("-Dnormscape.geometries.seed=" + seed, questions, backend);
  }

  @TestFactory
  Stream<DynamicNode> traps() {
    return Asked.of(backend, Questions.traps());
  }

  @TestFactory
  Stream<DynamicNode> composites() {
    return Asked.of(backend, Questions.composites());
  }

  @TestFactory
  Stream<DynamicNode> knownValues() {
    return Asked.of(backend, Questions.known());
  }

  @TestFactory
  Stream<DynamicNode> smallNetworks() {
    return Asked.of(backend, Questions.smallNetworks());
  }

  @TestFactory
  Stream<DynamicNode> randomPrograms() {
    return Asked.of(backend, Questions.randomPrograms());
  }

  @TestFactory
  Stream<DynamicNode> networks() {
    return Asked.of(backend, Questions.networks());
  }

  @Test
  void everyPrimitiveHasARow() {
    assertThat(Coverage.primitives()).hasSizeGreaterThan(40);
    assertThat(Coverage.primitivesIn(PrimitiveCases.all())).isEqualTo(Coverage.primitives());
  }

  @AfterAll
  void close() {
    backend.close();
  }
}
