package org.normscape.contract;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.normscape.backend.Backend;

/**
 * The suite of exact numerics, as tests: a backend's results have the bits of the reference
 * backend's, whatever the numbers, the order of the derivative and the number of threads. A
 * backend's tests extend this class and hand over the backend, which is closed at the end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ExactContract {

  /** What is run once more on one thread, with kernels switched off that can be. */
  private static final String THREADS = "threads";

  private final Backend backend;

  /** The suite for {@code backend}. */
  public ExactContract(Backend backend) {
    this.backend = backend;
  }

  @TestFactory
  Stream<DynamicNode> bits() {
    return Asked.of(backend, Questions.exactBits());
  }

  @Tag(THREADS)
  @TestFactory
  Stream<DynamicNode> bitsOfThreads() {
    return Asked.of(backend, Questions.exactBitsOfThreads());
  }

  @TestFactory
  Stream<DynamicNode> accuracy() {
    return Asked.of(backend, Questions.exactAccuracy());
  }

  @AfterAll
  void close() {
    backend.close();
  }
}
