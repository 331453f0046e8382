package org.normscape.backend.nd4j;

import org.normscape.backend.Device;
import org.normscape.backend.audit.AuditContract;

/** What the audit finds of ND4J's kernels. */
final class Nd4jAuditTest extends AuditContract {

  Nd4jAuditTest() {
    super(new Nd4jBackend(Device.CPU));
  }
}
