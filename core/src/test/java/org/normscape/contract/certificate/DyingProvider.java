package org.normscape.contract.certificate;

import org.normscape.backend.Backend;
import org.normscape.backend.BackendException;
import org.normscape.backend.BackendProvider;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.ForwardingBackend;
import org.normscape.ir.Elementwise.Tanh;
import org.normscape.ir.Program;
import org.normscape.reference.ReferenceBackend;

/** A backend whose hyperbolic tangent ends the process, as a segmentation fault does. */
public final class DyingProvider implements BackendProvider {

  static final String NAME = "dying";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Backend open(Device device) {
    if (!device.equals(Device.CPU)) {
      throw new BackendException("device: must be cpu, but it is gpu. To fix: use cpu.", null);
    }
    return new Dying(new ReferenceBackend());
  }

  private record Dying(Backend backend) implements ForwardingBackend {

    private static final int SEGMENTATION_FAULT = 139;

    @Override
    public Executable compile(Program program, Compilation compilation) {
      if (program.equations().stream().anyMatch(e -> e.operation() instanceof Tanh)) {
        Runtime.getRuntime().halt(SEGMENTATION_FAULT);
      }
      return backend.compile(program, compilation);
    }
  }
}
