package org.normscape.check;

import org.normscape.backend.Backend;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.ForwardingBackend;
import org.normscape.ir.Program;

/** Another backend, which says that it is on a device that leaves the host's cores idle. */
public record Elsewhere(Backend backend) implements ForwardingBackend {

  private static final Device DEVICE = new Device(Device.Kind.CPU, 1, Device.Products.FLOAT32);

  @Override
  public BackendInfo info() {
    BackendInfo info = backend.info();
    return new BackendInfo(info.name(), info.version(), DEVICE, info.details());
  }

  @Override
  public Executable compile(Program program, Compilation compilation) {
    return backend.compile(program, compilation);
  }
}
