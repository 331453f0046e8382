package org.normscape.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.normscape.backend.Backend;

/**
 * The suite that every backend passes. A backend's tests extend this class and hand over the
 * backend, which is closed at the end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BackendContract implements ExecutableContract, NetworkContract {

  private final Backend backend;
  private final RowContract rows;

  /** The suite for {@code backend}. */
  public BackendContract(Backend backend) {
    this.backend = backend;
    this.rows = new RowContract(backend);
  }

  @Override
  public final Backend backend() {
    return backend;
  }

  @TestFactory
  Stream<DynamicNode> primitives() {
    return rows.tests(PrimitiveCases.all());
  }

  @TestFactory
  Stream<DynamicNode> traps() {
    return rows.tests(TrapCases.all());
  }

  @TestFactory
  Stream<DynamicNode> composites() {
    return rows.compositeTests(CompositeCases.all());
  }

  @TestFactory
  Stream<DynamicNode> networks() {
    return rows.compositeTests(NetworkCases.all());
  }

  @TestFactory
  Stream<DynamicNode> randomPrograms() {
    return rows.tests(RandomPrograms.all());
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
