package org.normscape.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;
import org.normscape.backend.Numerics;
import org.normscape.check.FaultyMethod;
import org.normscape.check.FaultyMethod.Fault;
import org.normscape.composite.Relu;
import org.normscape.composite.Standardization;
import org.normscape.grad.Vjp;
import org.normscape.ir.Composite;
import org.normscape.ir.Contraction.BatchMatMul;
import org.normscape.ir.Contraction.Convolution;
import org.normscape.ir.Contraction.ConvolutionFilterGradient;
import org.normscape.ir.Contraction.ConvolutionInputGradient;
import org.normscape.ir.Contraction.MatMul;
import org.normscape.ir.DType;
import org.normscape.ir.Padding;
import org.normscape.ir.Stride;
import org.normscape.ir.TensorType;
import org.normscape.ir.Window;
import org.normscape.ir.WindowShape;
import org.normscape.reference.ReferenceBackend;

/**
 * What the audit finds of a backend's kernels: that they are right as they are, by every method,
 * and that each planted fault is seen. A backend's tests extend this class.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AuditContract {

  private final Backend backend;
  private final Backend oracle = new ReferenceBackend();

  /** The contract for {@code backend}, which is closed at the end. */
  public AuditContract(Backend backend) {
    this.backend = backend;
  }

  private static List<KernelCall> calls() {
    Stride one = Stride.of(1);
    Padding around = Padding.of(1);
    TensorType image = TensorType.float64(3, 9, 10, 24);
    TensorType filter = TensorType.float64(3, 3, 24, 40);
    TensorType result = TensorType.float64(3, 9, 10, 40);
    TensorType channels = TensorType.float64(24);
    TensorType grouped = TensorType.float64(3, 9, 10, 4, 6);
    TensorType channelsInGroups = TensorType.float64(4, 6);
    Standardization batch = Standardization.ofChannels(3, 1e-3);
    Standardization layer = Standardization.ofExamples(4, 1e-3);
    Standardization group = Standardization.of(List.of(0, 3), List.of(3, 4), 1e-3);
    WindowShape window = WindowShape.square(2);
    TensorType pooled = TensorType.float64(3, 4, 5, 24);
    return List.of(
        KernelCall.of(new Convolution(one, around), image, filter),
        KernelCall.of(new ConvolutionInputGradient(one, around, 9, 10), result, filter),
        KernelCall.of(new ConvolutionFilterGradient(one, around, 3, 3), image, result),
        KernelCall.of(
            new MatMul(false, true), TensorType.float64(33, 47), TensorType.float64(29, 47)),
        KernelCall.of(
            new BatchMatMul(true, false),
            TensorType.float64(5, 17, 21),
            TensorType.float64(5, 17, 13)),
        KernelCall.of(new Window.MaxPool(window), image),
        KernelCall.of(new Window.MaxPoolScatter(window), image, pooled),
        KernelCall.of(new Relu(), image),
        KernelCall.of(batch, image, channels, channels),
        gradient(batch, image, channels, channels),
        KernelCall.of(layer, image, channels, channels),
        gradient(layer, image, channels, channels),
        gradient(Standardization.ofInstances(4, 1e-3), image, channels, channels),
        gradient(Standardization.ofPlaces(4, 1e-3).aroundZero(), image, channels, channels),
        KernelCall.of(group, grouped, channelsInGroups, channelsInGroups),
        gradient(group, grouped, channelsInGroups, channelsInGroups),
        gradientOfPairs());
  }

  /**
   * Layer normalization of two elements gives 1 and −1 whatever they are, up to epsilon: the terms
   * of its gradient cancel to a thousandth and less, and rounding shows.
   */
  private static KernelCall gradientOfPairs() {
    TensorType two = TensorType.float64(2);
    return gradient(Standardization.ofExamples(2, 1e-5), TensorType.float64(8, 2), two, two);
  }

  private static KernelCall gradient(Composite of, TensorType... primals) {
    List<TensorType> types = new ArrayList<>(List.of(primals));
    List<TensorType> outputs = of.types(types);
    types.addAll(outputs);
    types.add(outputs.get(0));
    return new KernelCall(new Vjp(of, primals.length, List.of(0)), types);
  }

  private static KernelCall in(DType dtype, KernelCall call) {
    return new KernelCall(
        call.operation(), call.inputs().stream().map(type -> type.withDType(dtype)).toList());
  }

  private static Stream<KernelCall> allCalls() {
    return Stream.of(DType.FLOAT32, DType.FLOAT64)
        .flatMap(dtype -> calls().stream().map(call -> in(dtype, call)));
  }

  private static Numerics numerics(KernelCall call) {
    return call.inputs().get(0).dtype() == DType.FLOAT32 ? Numerics.FAST : Numerics.PRECISE;
  }

  /** The methods that the backend has for a call; none where it uses no kernel of its own. */
  private List<Method> methods(KernelCall call) {
    List<Method> asked = new ArrayList<>();
    Compilation compilation =
        Compilation.of(numerics(call))
            .with(
                (question, methods) -> {
                  if (question.equals(call)) {
                    asked.addAll(methods);
                  }
                  return methods.get(0);
                });
    backend.compile(call.program(), compilation).close();
    return asked.stream().distinct().toList();
  }

  @TestFactory
  Stream<DynamicTest> everyMethodIsRight() {
    Examiner examiner = new InProcess(backend, oracle);
    return allCalls()
        .flatMap(
            call ->
                methods(call).stream()
                    .map(
                        method ->
                            DynamicTest.dynamicTest(
                                method.name() + ": " + call,
                                () ->
                                    assertThat(examiner.examine(call, method, 0).outcome())
                                        .isEqualTo(Verdict.Outcome.RIGHT))));
  }

  @TestFactory
  Stream<DynamicTest> plantedFaultsAreFound() {
    return allCalls()
        .flatMap(
            call ->
                methods(call).stream()
                    .limit(1)
                    .flatMap(
                        method ->
                            Stream.of(Fault.values())
                                .map(
                                    fault ->
                                        DynamicTest.dynamicTest(
                                            fault + ", " + method.name() + ": " + call,
                                            () -> finds(fault, method, call)))));
  }

  private void finds(Fault fault, Method method, KernelCall call) {
    Examiner examiner = new InProcess(new FaultyMethod(backend, method.name(), fault), oracle);
    assertThat(examiner.examine(call, method, 0).outcome()).isEqualTo(Verdict.Outcome.WRONG);
  }

  /** A wrong convolution is replaced, and what is said names it. */
  @Test
  void aWrongConvolutionIsReplaced(@TempDir Path folder) {
    KernelCall call = in(DType.FLOAT32, calls().get(1));
    String first = methods(call).get(0).name();
    List<String> notices = new ArrayList<>();
    Auditor auditor = new Auditor(Audit.FIRST_USE, folder, Map.of(), notices::add);
    // Not closed: what it wraps serves the other tests.
    AuditedBackend audited =
        (AuditedBackend) auditor.audited(new FaultyMethod(backend, first, Fault.LAST_CHANNEL));
    audited.compile(call.program(), Compilation.of(Numerics.FAST)).close();
    assertThat(audited.choices())
        .singleElement()
        .satisfies(choice -> assertThat(choice.method()).isNotEqualTo(first));
    assertThat(notices)
        .singleElement()
        .asString()
        .startsWith(backend.info().name() + ": for convolution_input_gradient[")
        .contains(first + " is wrong by up to");
  }

  @AfterAll
  void close() {
    backend.close();
  }
}
