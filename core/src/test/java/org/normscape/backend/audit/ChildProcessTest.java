package org.normscape.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendProvider;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Numerics;
import org.normscape.ir.Contraction.MatMul;
import org.normscape.ir.TensorType;

/** Whether a kernel that ends its process is a verdict, and not the end of this one. */
final class ChildProcessTest {

  private static final String CLASS_PATH = "java.class.path";

  private static final KernelCall CALL =
      KernelCall.of(new MatMul(false, false), TensorType.float64(9, 8), TensorType.float64(8, 7));

  private final String classPath = System.getProperty(CLASS_PATH, "");

  @TempDir private Path folder;

  /** Lets the other process find the backend that crashes. */
  @BeforeEach
  void extendClassPath() throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF").resolve("services"));
    Files.writeString(
        services.resolve(BackendProvider.class.getName()), CrashingProvider.class.getName());
    System.setProperty(CLASS_PATH, classPath + File.pathSeparator + folder);
  }

  @AfterEach
  void restoreClassPath() {
    System.setProperty(CLASS_PATH, classPath);
  }

  @Test
  void aCrashIsAVerdict() {
    Verdict verdict =
        new ChildProcess(CrashingProvider.NAME, Device.CPU)
            .examine(CALL, CrashingProvider.METHODS.get(0), 0);
    assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.FAILED);
    assertThat(verdict.failure()).isEqualTo("its process ended with status 139");
  }

  @Test
  void whatLivesIsExaminedAsHere() {
    Verdict verdict =
        new ChildProcess(CrashingProvider.NAME, Device.CPU)
            .examine(CALL, CrashingProvider.METHODS.get(1), 0);
    assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.RIGHT);
  }

  @Test
  void theRunGoesOnWithTheNextMethod() {
    List<String> notices = new ArrayList<>();
    Auditor auditor = new Auditor(Audit.FIRST_USE, folder, Map.of(), notices::add);
    Backend crashing = new CrashingProvider().open(Device.CPU);
    try (Backend backend = auditor.audited(crashing)) {
      backend.compile(CALL.program(), Compilation.of(Numerics.PRECISE)).close();
    }
    assertThat(notices)
        .singleElement()
        .asString()
        .contains("deadly fails (its process ended with status 139)")
        .endsWith("bold is used.");
  }
}
