package org.normscape.reference;

import org.normscape.contract.BackendContract;

/** The contract, kept by the reference backend: its derivatives agree with finite differences. */
final class ReferenceBackendTest extends BackendContract {

  ReferenceBackendTest() {
    super(new ReferenceBackend());
  }
}
