package org.normscape.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.normscape.backend.Backend;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;
import org.normscape.composite.Relu;
import org.normscape.composite.Standardization;
import org.normscape.grad.Vjp;
import org.normscape.ir.Composite;
import org.normscape.ir.Contraction.BatchMatMul;
import org.normscape.ir.Contraction.Convolution;
import org.normscape.ir.Contraction.ConvolutionFilterGradient;
import org.normscape.ir.Contraction.ConvolutionInputGradient;
import org.normscape.ir.Contraction.MatMul;
import org.normscape.ir.Padding;
import org.normscape.ir.Reduction;
import org.normscape.ir.Stride;
import org.normscape.ir.TensorType;
import org.normscape.ir.Window;
import org.normscape.ir.WindowShape;
import org.normscape.reference.ReferenceBackend;

/** Whether operations are independent along the axes that they name, and calls become small. */
final class IndependentAxesTest {

  private static final Padding AROUND = Padding.of(1);
  private static final Stride TWO = Stride.of(2);
  private static final TensorType IMAGE = TensorType.float64(11, 7, 6, 13);
  private static final TensorType FILTER = TensorType.float64(3, 3, 13, 17);
  private static final TensorType RESULT = TensorType.float64(11, 4, 3, 17);
  private static final TensorType CHANNELS = TensorType.float64(13);
  private static final TensorType BATCH = TensorType.float64(12, 3, 2, 13);
  private static final TensorType GROUPED = TensorType.float64(12, 3, 2, 5, 4);
  private static final TensorType IN_GROUPS = TensorType.float64(5, 4);
  private static final Standardization LAYER = Standardization.ofExamples(4, 1e-3);
  private static final Standardization GROUP =
      Standardization.of(List.of(0, 3), List.of(3, 4), 1e-3);

  private static List<KernelCall> calls() {
    WindowShape window = new WindowShape(3, 2, TWO, new Padding(1, 0, 0, 1));
    TensorType pooled = new Window.MaxPool(window).type(List.of(IMAGE));
    return List.of(
        KernelCall.of(new Convolution(TWO, AROUND), IMAGE, FILTER),
        KernelCall.of(new ConvolutionInputGradient(TWO, AROUND, 7, 6), RESULT, FILTER),
        KernelCall.of(new ConvolutionFilterGradient(TWO, AROUND, 3, 3), IMAGE, RESULT),
        matmul(false, false, TensorType.float64(9, 8), TensorType.float64(8, 7)),
        matmul(true, false, TensorType.float64(8, 9), TensorType.float64(8, 7)),
        matmul(false, true, TensorType.float64(9, 8), TensorType.float64(7, 8)),
        matmul(true, true, TensorType.float64(8, 9), TensorType.float64(7, 8)),
        KernelCall.of(
            new BatchMatMul(true, true), TensorType.float64(5, 8, 9), TensorType.float64(5, 7, 8)),
        KernelCall.of(new Window.MaxPool(window), IMAGE),
        KernelCall.of(new Window.MaxPoolScatter(window), IMAGE, pooled),
        KernelCall.of(new Window.MaxPoolGather(window), IMAGE, IMAGE),
        KernelCall.of(new Window.SumPool(window), IMAGE),
        KernelCall.of(new Window.SumPoolInputGradient(window, 7, 6), pooled),
        KernelCall.of(new Reduction.Sum(List.of(0, 2)), IMAGE),
        KernelCall.of(new Reduction.Max(List.of(1, 3)), IMAGE),
        KernelCall.of(new Relu(), IMAGE),
        gradient(new Relu(), IMAGE),
        KernelCall.of(Standardization.ofChannels(3, 1e-3), BATCH, CHANNELS, CHANNELS),
        gradient(Standardization.ofChannels(3, 1e-3), BATCH, CHANNELS, CHANNELS),
        KernelCall.of(LAYER, BATCH, CHANNELS, CHANNELS),
        gradient(LAYER, BATCH, CHANNELS, CHANNELS),
        gradient(Standardization.ofInstances(4, 1e-3), BATCH, CHANNELS, CHANNELS),
        gradient(Standardization.ofPlaces(4, 1e-3).aroundZero(), BATCH, CHANNELS, CHANNELS),
        KernelCall.of(GROUP, GROUPED, IN_GROUPS, IN_GROUPS),
        gradient(GROUP, GROUPED, IN_GROUPS, IN_GROUPS));
  }

  private static KernelCall matmul(boolean left, boolean right, TensorType x, TensorType y) {
    return KernelCall.of(new MatMul(left, right), x, y);
  }

  /** The gradient of a loss that sees the first result alone. */
  private static KernelCall gradient(Composite of, TensorType... primals) {
    List<TensorType> types = new ArrayList<>(List.of(primals));
    List<TensorType> outputs = of.types(types);
    types.addAll(outputs);
    types.add(outputs.get(0));
    return new KernelCall(new Vjp(of, primals.length, List.of(0)), types);
  }

  /** The whole call gives what the small one gives, repeated. */
  @TestFactory
  Stream<DynamicTest> smallCallsStandForWholeOnes() {
    Backend plain = new ReferenceBackend();
    InProcess examiner = new InProcess(plain, plain);
    return calls().stream()
        .map(
            call ->
                DynamicTest.dynamicTest(
                    call.toString(),
                    () -> {
                      Verdict verdict = examiner.examine(call, Method.rival("plain"), 0);
                      assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.RIGHT);
                      assertThat(Periods.of(call).inputs()).isNotEqualTo(call.inputs());
                    }));
  }

  @Test
  void groupsAreIndependentOnEveryKeptAxis() {
    KernelCall call = KernelCall.of(GROUP, GROUPED, IN_GROUPS, IN_GROUPS);
    Periods periods = Periods.of(call);
    assertThat(periods.inputs().get(0).shape().dims()).containsExactly(3, 3, 2, 3, 4);
    assertThat(periods.inputs().get(1).shape().dims()).containsExactly(3, 4);
  }

  @Test
  void sumsAreKeptInWholePeriods() {
    KernelCall call = gradient(LAYER, BATCH, CHANNELS, CHANNELS);
    Periods periods = Periods.of(call);
    assertThat(periods.inputs().get(0).shape().dim(0)).isEqualTo(6);
    assertThat(periods.sums()).containsExactly(1.0, 2.0, 2.0);
  }
}
