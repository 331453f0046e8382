package org.normscape.backend.nd4j;

import java.util.List;
import org.normscape.backend.nd4j.ElementwiseLowering.Arithmetic;
import org.normscape.backend.nd4j.ElementwiseLowering.Comparison;
import org.normscape.backend.nd4j.ElementwiseLowering.Extremum;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.ir.WindowShape;

/**
 * How windows are said: by strided views, one for each place under the window, except for the
 * scatter to maxima, which ND4J says itself.
 */
final class WindowLowering {

  private static final List<Integer> NONE = List.of(0, 0, 0, 0);

  private final Recorder recorder;
  private final Kernels kernels;
  private final ElementwiseLowering elementwise;
  private final LayoutLowering layouts;

  WindowLowering(
      Recorder recorder, Kernels kernels, ElementwiseLowering elementwise, LayoutLowering layouts) {
    this.recorder = recorder;
    this.kernels = kernels;
    this.elementwise = elementwise;
    this.layouts = layouts;
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

    long[] arguments() {
      return new long[] {
        window.kernelHeight(),
        window.kernelWidth(),
        window.stride().height(),
        window.stride().width(),
        0,
        0,
        1,
        1,
        0,
        0,
        1
      };
    }
  }

  private Node padded(Node x, Padding p, double value) {
    List<Integer> low = List.of(0, p.top(), p.left(), 0);
    List<Integer> high = List.of(0, p.bottom(), p.right(), 0);
    return layouts.pad(layouts.dense(x), low, high, NONE, value);
  }

  private Site site(Node image, WindowShape window, double value) {
    return new Site(padded(image, window.padding(), value), window);
  }

  Node maxPool(Node image, WindowShape window) {
    Site site = site(image, window, Double.NEGATIVE_INFINITY);
    Node z = layouts.copied(site.pooled(), site.under(site.image(), 0));
    for (int k = 1; k < site.count(); k++) {
      Node larger = recorder.computed(site.pooled());
      kernels.pairwise(
          Extremum.MAXIMUM.pairwise(), site.under(site.image(), k), z.view(), larger.view());
      z = larger;
    }
    return z;
  }

  Node maxPoolScatter(Node image, Node values, WindowShape window) {
    Site site = site(image, window, Double.NEGATIVE_INFINITY);
    Node z = recorder.computed(site.image().type());
    kernels.custom(
        "maxpool2d_bp",
        List.of(site.image().view(), layouts.dense(values).view()),
        List.of(z.view()),
        site.arguments());
    return unpadded(z, image.shape(), window.padding());
  }

  /** Follows the running maximum: where a later element is larger, its value is taken. */
  Node maxPoolGather(Node image, Node values, WindowShape window) {
    Site site = site(image, window, Double.NEGATIVE_INFINITY);
    Node from = padded(values, window.padding(), 0);
    Node largest = layouts.copied(site.pooled(), site.under(site.image(), 0));
    Node z = layouts.copied(site.pooled(), site.under(from, 0));
    for (int k = 1; k < site.count(); k++) {
      Node next = layouts.copied(site.pooled(), site.under(site.image(), k));
      Node value = layouts.copied(site.pooled(), site.under(from, k));
      Node later = elementwise.compare(Comparison.GREATER, next, largest);
      z = elementwise.select(later, value, z);
      largest = elementwise.select(later, next, largest);
    }
    return z;
  }

  Node sumPool(Node image, WindowShape window) {
    Site site = site(image, window, 0);
    Node z = layouts.copied(site.pooled(), site.under(site.image(), 0));
    for (int k = 1; k < site.count(); k++) {
      Node sum = recorder.computed(site.pooled());
      kernels.pairwise(
          Arithmetic.ADD.pairwise(), z.view(), site.under(site.image(), k), sum.view());
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
    kernels.set(z.view(), 0);
    Site site = new Site(z, window);
    for (int k = 0; k < site.count(); k++) {
      View under = site.under(z, k);
      kernels.pairwise(Arithmetic.ADD.pairwise(), under, ct.view(), under);
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
