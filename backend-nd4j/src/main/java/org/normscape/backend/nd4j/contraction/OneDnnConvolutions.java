package org.normscape.backend.nd4j.contraction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.nd4j.operation.CustomOperation;
import org.normscape.backend.nd4j.operation.NativeCalls;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.PlanStep;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.Slot;
import org.normscape.backend.nd4j.plan.View;
import org.normscape.ir.ConvolutionShape;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;

/**
 * Writes down float32 convolutions as ND4J's own operations. Its gradient computes both gradients
 * at the price of little more than one, so the two equations of one convolution become one call.
 */
public final class OneDnnConvolutions implements ConvolutionMethod {

  private static final int NHWC = 1;
  private static final int FILTER_HWIO = 0;

  private final Recorder recorder;
  private final NativeCalls calls;
  private final Map<Site, Backward> inputGradients = new HashMap<>();
  private final Map<Site, Backward> filterGradients = new HashMap<>();

  /** What both gradients of one convolution share. */
  private record Site(Slot cotangent, ConvolutionShape geometry) {}

  /** A call of which one gradient was asked for so far; the slots of the other one are scratch. */
  private record Backward(
      int position, Slot image, Slot filter, Slot imageGradient, Slot filterGradient) {}

  /** Convolutions that this recorder writes down. */
  public OneDnnConvolutions(Recorder recorder, NativeCalls calls) {
    this.recorder = recorder;
    this.calls = calls;
  }

  /** ND4J is told what is above and left, and takes the same to be below and right. */
  @Override
  public ConvolutionShape said(ConvolutionShape asked) {
    Shape image = asked.image();
    Padding p = asked.padding();
    Stride s = asked.stride();
    boolean isAlike =
        isAlike(image.dim(1), p.top(), asked.kernelHeight(), s.height(), asked.outputHeight())
            && isAlike(image.dim(2), p.left(), asked.kernelWidth(), s.width(), asked.outputWidth());
    return isAlike ? asked : asked.explicit();
  }

  private static boolean isAlike(int extent, int before, int kernel, int step, int places) {
    return before < kernel
        && extent + 2 * before >= kernel
        && (extent + 2 * before - kernel) / step + 1 == places;
  }

  @Override
  public void forward(ConvolutionShape g, Node x, Node f, Node z) {
    calls.custom("conv2d", List.of(x.view(), f.view()), List.of(z.view()), arguments(g));
  }

  @Override
  public void inputGradient(ConvolutionShape g, Node ct, Node f, Node z) {
    Site site = new Site(ct.slot(), g);
    @Nullable Backward half = filterGradients.remove(site);
    if (half != null && recorder.isReadyBefore(half.position(), f.slot())) {
      Backward whole =
          new Backward(half.position(), half.image(), f.slot(), z.slot(), half.filterGradient());
      recorder.replace(half.position(), step(site, whole));
    } else {
      Slot image = scratch(g.image().size(), ct);
      Slot gradient = scratch(g.filter().size(), ct);
      inputGradients.put(site, add(site, image, f.slot(), z.slot(), gradient));
    }
  }

  @Override
  public void filterGradient(ConvolutionShape g, Node x, Node ct, Node z) {
    Site site = new Site(ct.slot(), g);
    @Nullable Backward half = inputGradients.remove(site);
    if (half != null && recorder.isReadyBefore(half.position(), x.slot())) {
      Backward whole =
          new Backward(half.position(), x.slot(), half.filter(), half.imageGradient(), z.slot());
      recorder.replace(half.position(), step(site, whole));
    } else {
      Slot filter = scratch(g.filter().size(), ct);
      Slot gradient = scratch(g.image().size(), ct);
      filterGradients.put(site, add(site, x.slot(), filter, gradient, z.slot()));
    }
  }

  private Slot scratch(int length, Node like) {
    return recorder.computed(like.slot().dtype(), length);
  }

  private Backward add(
      Site site, Slot image, Slot filter, Slot imageGradient, Slot filterGradient) {
    Backward half = new Backward(recorder.size(), image, filter, imageGradient, filterGradient);
    recorder.add(step(site, half));
    return half;
  }

  private static PlanStep step(Site site, Backward b) {
    ConvolutionShape g = site.geometry();
    return CustomOperation.step(
        "conv2d_bp",
        List.of(
            View.of(b.image(), g.image()),
            View.of(b.filter(), g.filter()),
            View.of(site.cotangent(), g.output())),
        List.of(View.of(b.imageGradient(), g.image()), View.of(b.filterGradient(), g.filter())),
        arguments(g));
  }

  private static long[] arguments(ConvolutionShape g) {
    return new long[] {
      g.kernelHeight(),
      g.kernelWidth(),
      g.stride().height(),
      g.stride().width(),
      g.padding().top(),
      g.padding().left(),
      1,
      1,
      0,
      NHWC,
      FILTER_HWIO
    };
  }
}
