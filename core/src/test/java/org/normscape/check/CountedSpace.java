package org.normscape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.normscape.ir.DType;
import org.normscape.linalg.VectorSpace;
import org.normscape.params.Owner;
import org.normscape.reference.ReferenceBackend;

/**
 * A space of float64 vectors on the reference backend, which counts its arrays. After each test all
 * that the owner holds is closed, and no array may be open then but the space's own.
 *
 * @param backend what counts
 * @param space the vectors
 * @param owner closes what a test made
 */
public record CountedSpace(CountingBackend backend, VectorSpace space, Owner owner)
    implements AfterEachCallback {

  /** Vectors of so many elements. */
  public static CountedSpace of(int size) {
    CountingBackend backend = new CountingBackend(new ReferenceBackend());
    return new CountedSpace(
        backend, KnownMatrices.space(backend, DType.FLOAT64, size), new Owner());
  }

  @Override
  public void afterEach(ExtensionContext test) {
    owner.close();
    assertThat(backend.open()).isZero();
    space.close();
    backend.close();
  }
}
