package org.normscape.backend.tf;

import org.normscape.backend.Device;
import org.normscape.backend.audit.AuditContract;

/** What the audit finds of TensorFlow's kernels. */
final class TensorFlowAuditTest extends AuditContract {

  TensorFlowAuditTest() {
    super(new TensorFlowBackend(Device.CPU));
  }
}
