package org.normscape.backend.nd4j.lowering;

import java.util.List;
import org.normscape.backend.nd4j.lowering.ElementwiseLowering.Arithmetic;
import org.normscape.backend.nd4j.operation.NativeCalls;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.View;
import org.normscape.backend.nd4j.window.Windows;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.ir.Window;
import org.normscape.ir.WindowShape;

/**
 * How windows are said: sums by strided views, one for each place under the window, and maxima by
 * loops of our own.
 */
final class WindowLowering {

  private static final List<Integer> NONE = List.of(0, 0, 0, 0);

  private final Recorder recorder;
  private final NativeCalls calls;
  private final LayoutLowering layouts;
  private final Windows maxima;

  WindowLowering(Recorder recorder, NativeCalls calls, LayoutLowering layouts) {
    this.recorder = recorder;
    this.calls = calls;
    this.layouts = layouts;
    this.maxima = new Windows(recorder);
  }

  /** A window on an image that has its padding. */
  private record Site(Node image, WindowShape window) {

    int height() {
      return (image.shape().dim(1) - window.kernelHeight()) / window.stride().height() + 1;
    }

    int width() {
      return (image.shape().dim(2) - window.kernelWidth()) / window.stride().width() + 1;
    }

    int count() {
      return window.kernelHeight() * window.kernelWidth();
    }

    TensorType pooled() {
      Shape x = image.shape();
      return image.type().withShape(Shape.of(x.dim(0), height(), width(), x.dim(3)));
    }

    /** What lies under the k-th element of the window, in row-major order, at all its places. */
    View under(Node of, int k) {
      int row = k / window.kernelWidth();
      int column = k % window.kernelWidth();
      return of.view()
          .sliced(
              List.of(0, row, column, 0),
              pooled().shape().dims(),
              List.of(1, window.stride().height(), window.stride().width(), 1));
    }
  }

  private Node padded(Node x, Padding p) {
    List<Integer> low = List.of(0, p.top(), p.left(), 0);
    List<Integer> high = List.of(0, p.bottom(), p.right(), 0);
    return layouts.pad(layouts.dense(x), low, high, NONE);
  }

  private Site site(Node image, WindowShape window) {
    return new Site(padded(image, window.padding()), window);
  }

  Node maxPool(Node image, WindowShape window) {
    Node x = layouts.dense(image);
    Node z = recorder.computed(pooled(x, window));
    maxima.max(new Windows.Site(window, x.shape(), z.shape()), x.view(), z.view());
    return z;
  }

  Node maxPoolScatter(Node image, Node values, WindowShape window) {
    Node x = layouts.dense(image);
    Node v = layouts.dense(values);
    Node z = recorder.computed(x.type());
    maxima.scatter(new Windows.Site(window, x.shape(), v.shape()), x.view(), v.view(), z.view());
    return z;
  }

  Node maxPoolGather(Node image, Node values, WindowShape window) {
    Node x = layouts.dense(image);
    Node v = layouts.dense(values);
    Node z = recorder.computed(pooled(x, window));
    maxima.gather(new Windows.Site(window, x.shape(), z.shape()), x.view(), v.view(), z.view());
    return z;
  }

  private static TensorType pooled(Node image, WindowShape window) {
    return new Window.MaxPool(window).type(List.of(image.type()));
  }

  Node sumPool(Node image, WindowShape window) {
    Site site = site(image, window);
    Node z = layouts.copied(site.pooled(), site.under(site.image(), 0));
    for (int k = 1; k < site.count(); k++) {
      Node sum = recorder.computed(site.pooled());
      calls.pairwise(Arithmetic.ADD.number(), z.view(), site.under(site.image(), k), sum.view());
      z = sum;
    }
    return z;
  }

  Node sumPoolInputGradient(Node cotangent, WindowShape window, int height, int width) {
    Node ct = layouts.dense(cotangent);
    Shape image = ct.shape().with(1, height).with(2, width);
    Padding p = window.padding();
    Shape padded =
        image.with(1, height + p.top() + p.bottom()).with(2, width + p.left() + p.right());
    Node z = recorder.computed(ct.type().withShape(padded));
    calls.clear(z.slot());
    Site site = new Site(z, window);
    for (int k = 0; k < site.count(); k++) {
      View under = site.under(z, k);
      calls.pairwise(Arithmetic.ADD.number(), under, ct.view(), under);
    }
    return unpadded(z, image, p);
  }

  private Node unpadded(Node z, Shape image, Padding p) {
    return z.shape().equals(image)
        ? z
        : layouts.copied(
            z.type().withShape(image),
            z.view().sliced(List.of(0, p.top(), p.left(), 0), image.dims(), List.of(1, 1, 1, 1)));
  }
}
