package org.normscape.backend.audit;

import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.ForwardingBackend;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;
import org.normscape.ir.Program;
import org.normscape.reference.ReferenceBackend;

/**
 * Plain Java, which asks for a method at each equation as a backend with kernels does.
 *
 * @param name the backend's name
 * @param methods the ways it says it has
 */
record AskingBackend(String name, List<Method> methods) implements ForwardingBackend {

  private static final Backend PLAIN = new ReferenceBackend();

  @Override
  public Backend backend() {
    return PLAIN;
  }

  @Override
  public Executable compile(Program program, Compilation compilation) {
    program
        .equations()
        .forEach(
            e ->
                compilation
                    .methods()
                    .choose(new KernelCall(e.operation(), e.inputTypes()), methods));
    return PLAIN.compile(program, compilation);
  }

  @Override
  public BackendInfo info() {
    return new BackendInfo(name, "1", Device.CPU, PLAIN.info().details());
  }
}
