package org.normscape.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendException;
import org.normscape.backend.Backends;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;
import org.normscape.backend.Numerics;
import org.normscape.check.FaultyMethod;
import org.normscape.check.FaultyMethod.Fault;
import org.normscape.ir.Contraction.Convolution;
import org.normscape.ir.DType;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.TensorType;

/** Whether wrong kernels are found and replaced, and what is said of it. */
final class AuditedBackendTest {

  private static final List<Method> BOTH = List.of(Method.rival("quick"), Method.reserve("plain"));

  private static final KernelCall CALL =
      KernelCall.of(
          new Convolution(Stride.of(1), Padding.of(1)),
          new TensorType(DType.FLOAT32, Shape.of(7, 9, 8, 13)),
          new TensorType(DType.FLOAT32, Shape.of(3, 3, 13, 48)));

  @TempDir private Path folder;

  private final List<String> notices = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aWrongKernelIsReplaced(Fault fault) {
    Backend planted = new FaultyMethod(new AskingBackend("lab", BOTH), "quick", fault);
    try (Backend backend = auditor(Audit.FIRST_USE).audited(planted)) {
      backend.compile(CALL.program(), Compilation.of(Numerics.FAST)).close();
      assertThat(choice(backend).method()).isEqualTo("plain");
    }
    assertThat(notices)
        .singleElement()
        .asString()
        .startsWith("lab: for convolution[")
        .contains("the kernel quick is wrong by up to")
        .endsWith("on this processor; plain is used.");
  }

  @Test
  void aRightKernelIsKept() {
    try (Backend backend = auditor(Audit.FIRST_USE).audited(new AskingBackend("lab", BOTH))) {
      backend.compile(CALL.program(), Compilation.of(Numerics.FAST)).close();
      assertThat(choice(backend).method()).isEqualTo("quick");
      assertThat(choice(backend).verdicts()).hasSize(1);
    }
    assertThat(notices).isEmpty();
  }

  @Test
  void whereNothingIsRightNothingRuns() {
    List<Method> only = List.of(Method.rival("quick"));
    Backend planted = new FaultyMethod(new AskingBackend("lab", only), "quick", Fault.CORNER);
    try (Backend backend = auditor(Audit.FIRST_USE).audited(planted)) {
      assertThatThrownBy(() -> backend.compile(CALL.program(), Compilation.of(Numerics.FAST)))
          .isInstanceOf(BackendException.class)
          .hasMessageContaining(
              "lab: a kernel must give the numbers that plain Java gives, but for")
          .hasMessageContaining("quick is wrong by up to")
          .hasMessageContaining("To fix: use another backend");
    }
  }

  @Test
  void whatWasFoundIsReadByTheNext() {
    Backend planted = new FaultyMethod(new AskingBackend("lab", BOTH), "quick", Fault.CORNER);
    try (Backend backend = auditor(Audit.FIRST_USE).audited(planted)) {
      backend.compile(CALL.program(), Compilation.of(Numerics.FAST)).close();
    }
    notices.clear();
    // Right by now, but nobody looks again until told to.
    Backend mended = new AskingBackend("lab", BOTH);
    try (Backend backend = auditor(Audit.FIRST_USE).audited(mended)) {
      backend.compile(CALL.program(), Compilation.of(Numerics.FAST)).close();
      assertThat(choice(backend).method()).isEqualTo("plain");
    }
    assertThat(notices).hasSize(1);
    try (Backend backend = auditor(Audit.ALWAYS).audited(mended)) {
      backend.compile(CALL.program(), Compilation.of(Numerics.FAST)).close();
      assertThat(choice(backend).method()).isEqualTo("quick");
    }
    assertThat(notices).hasSize(1);
  }

  /** Times from a busy machine say little: they decide until the machine is quiet. */
  @Test
  void whatWasTimedOnABusyMachineIsTimedAgainOnAQuietOne() {
    assertThat(chosenAt(3).load()).isEqualTo(3);
    assertThat(chosenAt(5).load()).isEqualTo(3);
    assertThat(chosenAt(1).load()).isEqualTo(1);
    assertThat(chosenAt(5).load()).isEqualTo(1);
    assertThat(chosenAt(0.1).load()).isEqualTo(1);
  }

  private Choice chosenAt(double load) {
    Backend lab = new AskingBackend("lab", List.of(Method.rival("quick"), Method.rival("plain")));
    try (Backend backend =
        new AuditedBackend(
            lab,
            Backends.raw(Backends.REFERENCE, Device.CPU),
            new ChoiceFile(folder.resolve("choices")),
            Map.of(),
            notices::add,
            () -> load)) {
      backend.compile(CALL.program(), Compilation.of(Numerics.FAST)).close();
      return choice(backend);
    }
  }

  @Test
  void choicesMadeElsewhereAreTakenOverWhereThereAreNone() {
    Choice elsewhere = new Choice(CALL.toString(), "plain", 0, List.of());
    Choice another = new Choice("another call", "quick", 0, List.of());
    try (Backend backend = auditor(Audit.FIRST_USE).audited(new AskingBackend("lab", BOTH))) {
      backend.compile(CALL.program(), Compilation.of(Numerics.FAST)).close();
      AuditedBackend audited = (AuditedBackend) backend;
      audited.adopt(List.of(elsewhere, another));
      assertThat(audited.choices())
          .extracting(Choice::call, Choice::method)
          .containsExactlyInAnyOrder(
              tuple(CALL.toString(), "quick"), tuple("another call", "quick"));
    }
  }

  @Test
  void aGivenMethodIsUsedAndCheckedAllTheSame() {
    Map<String, String> pinned = Map.of(CALL.toString(), "plain");
    Auditor auditor = auditor(Audit.FIRST_USE).pinning(pinned);
    try (Backend backend = auditor.audited(new AskingBackend("lab", BOTH))) {
      backend.compile(CALL.program(), Compilation.of(Numerics.FAST)).close();
      assertThat(choice(backend).method()).isEqualTo("plain");
    }
    Backend planted = new FaultyMethod(new AskingBackend("lab", BOTH), "plain", Fault.CORNER);
    try (Backend backend = auditor.audited(planted)) {
      assertThatThrownBy(() -> backend.compile(CALL.program(), Compilation.of(Numerics.FAST)))
          .hasMessageContaining("plain is wrong by up to");
    }
  }

  @Test
  void anUnknownMethodIsNamed() {
    Map<String, String> pinned = Map.of(CALL.toString(), "winograd");
    try (Backend backend =
        auditor(Audit.OFF).pinning(pinned).audited(new AskingBackend("lab", BOTH))) {
      assertThatThrownBy(() -> backend.compile(CALL.program(), Compilation.of(Numerics.FAST)))
          .hasMessageContaining(
              "can be computed by [quick, plain], but \"winograd\" is asked for.");
    }
  }

  @Test
  void nothingIsAuditedWhereItIsOff() {
    Backend plain = new AskingBackend("lab", BOTH);
    assertThat(auditor(Audit.OFF).audited(plain)).isSameAs(plain);
  }

  private static Choice choice(Backend backend) {
    return ((AuditedBackend) backend).choices().iterator().next();
  }

  private Auditor auditor(Audit audit) {
    return new Auditor(audit, folder, Map.of(), notices::add);
  }
}
