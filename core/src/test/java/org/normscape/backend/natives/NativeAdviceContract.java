package org.normscape.backend.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Device;
import org.normscape.backend.JavaProcess;

/**
 * What a program that uses a backend as a library is told of its environment: one class extends it.
 */
@EnabledOnOs(OS.LINUX)
public abstract class NativeAdviceContract {

  private final String backend;
  private final List<String> variables;

  /**
   * A backend's.
   *
   * @param backend its name
   * @param variables what its natives read, whatever the processor
   */
  protected NativeAdviceContract(String backend, String... variables) {
    this.backend = backend;
    this.variables = List.of(variables);
  }

  /** A program of a stranger's: opens a backend twice. */
  static final class Program {

    public static void main(String... arguments) {
      for (int i = 0; i < 2; i++) {
        try (Backend backend = Backends.raw(arguments[0], Device.CPU)) {
          System.out.println(backend.info().name());
        }
      }
    }
  }

  @Test
  void isSaidInOneLineWithWhatToSet() throws Exception {
    List<String> lines = advice(Map.of());
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).contains(variables.stream().map(name -> name + "=").toList());
  }

  @Test
  void isNotSaidUnderTheLauncher() throws Exception {
    assertThat(advice(Map.of(NativeEnvironment.LAUNCHER, "1"))).isEmpty();
  }

  private List<String> advice(Map<String, String> set) throws IOException, InterruptedException {
    ProcessBuilder builder =
        JavaProcess.of(Program.class, List.of("-Xmx512m"), List.of(backend))
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(this::isRead);
    builder.environment().putAll(set);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.lines().filter(backend::equals)).hasSize(2);
    return said.lines().filter(line -> line.contains("To fix: start Java with")).toList();
  }

  private boolean isRead(String variable) {
    return Stream.concat(
            variables.stream(), Stream.of("OPENBLAS_CORETYPE", NativeEnvironment.LAUNCHER))
        .anyMatch(variable::equals);
  }
}
