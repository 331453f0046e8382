package org.normscape.backend.audit;

import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendProvider;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.ForwardingBackend;
import org.normscape.backend.Method;
import org.normscape.ir.Program;

/** A backend of which one method ends the process at once, as a segmentation fault does. */
public final class CrashingProvider implements BackendProvider {

  static final String NAME = "crashing";

  static final List<Method> METHODS =
      List.of(new Method("deadly", Method.Role.RISK), new Method("bold", Method.Role.RISK));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Backend open(Device device) {
    return new Crashing(new AskingBackend(NAME, METHODS));
  }

  private record Crashing(Backend backend) implements ForwardingBackend {

    private static final int SEGMENTATION_FAULT = 139;

    @Override
    public Executable compile(Program program, Compilation compilation) {
      return backend.compile(
          program,
          compilation.with(
              (call, methods) -> {
                Method method = compilation.methods().choose(call, methods);
                if (method.name().equals("deadly")) {
                  Runtime.getRuntime().halt(SEGMENTATION_FAULT);
                }
                return method;
              }));
    }
  }
}
