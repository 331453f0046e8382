package org.normscape.backend.nd4j.portable;

import java.util.List;
import java.util.stream.IntStream;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Window;
import org.normscape.ir.WindowShape;

/**
 * How windows are said: by slices of the padded image, one for each place under the window, and by
 * masks of where the maximum is.
 */
final class PortableWindows {

  private static final List<Integer> NONE = List.of(0, 0, 0, 0);

  private final Calls calls;
  private final PortableElementwise elementwise;
  private final PortableLayout layouts;

  PortableWindows(Calls calls, PortableElementwise elementwise, PortableLayout layouts) {
    this.calls = calls;
    this.elementwise = elementwise;
    this.layouts = layouts;
  }

  /** A window on images of these extents. */
  private record Site(WindowShape window, Shape image) {

    int height() {
      Padding p = window.padding();
      return image.dim(1) + p.top() + p.bottom();
    }

    int width() {
      Padding p = window.padding();
      return image.dim(2) + p.left() + p.right();
    }

    /** How many places there are under the window. */
    int count() {
      return window.kernelHeight() * window.kernelWidth();
    }

    /** Where the k-th place is first, on the padded image. */
    List<Integer> start(int k) {
      return List.of(0, k / window.kernelWidth(), k % window.kernelWidth(), 0);
    }

    /** From one element that is under this place to the next. */
    List<Integer> steps() {
      return List.of(1, window.stride().height(), window.stride().width(), 1);
    }

    /** Behind the last element that is under the k-th place. */
    List<Integer> limit(int k, Shape pooled) {
      return IntStream.range(0, 4)
          .mapToObj(a -> start(k).get(a) + (pooled.dim(a) - 1) * steps().get(a) + 1)
          .toList();
    }
  }

  private Node padded(Node image, WindowShape window, double value) {
    Padding p = window.padding();
    return layouts.pad(
        image, List.of(0, p.top(), p.left(), 0), List.of(0, p.bottom(), p.right(), 0), NONE, value);
  }

  private Node under(Node padded, Site site, Shape pooled, int k) {
    return layouts.slice(padded, site.start(k), site.limit(k, pooled), site.steps());
  }

  private static Shape pooled(Node image, WindowShape window) {
    return new Window.MaxPool(window).type(List.of(image.type())).shape();
  }

  Node maxPool(Node image, WindowShape window) {
    return pool("maximum", image, window, Double.NEGATIVE_INFINITY);
  }

  Node sumPool(Node image, WindowShape window) {
    return pool("add", image, window, 0);
  }

  private Node pool(String operation, Node image, WindowShape window, double padding) {
    Site site = new Site(window, image.shape());
    Shape pooled = pooled(image, window);
    Node x = padded(image, window, padding);
    Node z = under(x, site, pooled, 0);
    for (int k = 1; k < site.count(); k++) {
      Node next = under(x, site, pooled, k);
      z =
          operation.equals("add")
              ? elementwise.pairwise(operation, z, next)
              : elementwise.extreme(operation, z, next);
    }
    return z;
  }

  /** What becomes of the k-th place under the window. */
  private interface Place {
    /**
     * Goes on to the next place.
     *
     * @param winner 1 where the first maximum is under this place, 0 elsewhere
     */
    void at(int k, Node winner);
  }

  private void eachWinner(Node image, WindowShape window, Place place) {
    Site site = new Site(window, image.shape());
    Shape pooled = pooled(image, window);
    Node x = padded(image, window, Double.NEGATIVE_INFINITY);
    Node inside = padded(calls.fill(1, image.type()), window, 0);
    Node most = maxPool(image, window);
    Node open = calls.fill(1, most.type());
    for (int k = 0; k < site.count(); k++) {
      Node seen = under(x, site, pooled, k);
      Node isMost = calls.numbers(elementwise.compare("equals", seen, most));
      Node match = elementwise.pairwise("maximum", isMost, elementwise.isNaN(seen));
      Node real = elementwise.pairwise("multiply", match, under(inside, site, pooled, k));
      Node winner = elementwise.pairwise("multiply", real, open);
      place.at(k, winner);
      open = elementwise.pairwise("subtract", open, winner);
    }
  }

  Node maxPoolGather(Node image, Node values, WindowShape window) {
    Site site = new Site(window, image.shape());
    Shape pooled = pooled(image, window);
    Node v = padded(values, window, 0);
    Node[] sum = {calls.fill(-0.0, image.type().withShape(pooled))};
    eachWinner(
        image,
        window,
        (k, winner) -> {
          Node chosen = elementwise.keepElseNegativeZero(under(v, site, pooled, k), winner);
          sum[0] = elementwise.pairwise("add", chosen, sum[0]);
        });
    return sum[0];
  }

  Node maxPoolScatter(Node image, Node values, WindowShape window) {
    Node[] sum = {zeros(image, window)};
    eachWinner(
        image,
        window,
        (k, winner) ->
            sum[0] = added(sum[0], elementwise.keep(values, winner), image.shape(), window, k));
    return cut(sum[0], image.shape(), window.padding());
  }

  Node sumPoolInputGradient(Node cotangent, WindowShape window, int height, int width) {
    Shape image = cotangent.shape().with(1, height).with(2, width);
    Node z = zeros(Node.dense(cotangent.type().withShape(image), cotangent.slot()), window);
    for (int k = 0; k < new Site(window, image).count(); k++) {
      z = added(z, cotangent, image, window, k);
    }
    return cut(z, image, window.padding());
  }

  private Node zeros(Node image, WindowShape window) {
    Site site = new Site(window, image.shape());
    return calls.fill(
        0, image.type().withShape(image.shape().with(1, site.height()).with(2, site.width())));
  }

  /** With values added on the padded image, where the k-th place under the window is. */
  private Node added(Node sum, Node values, Shape image, WindowShape window, int k) {
    Site site = new Site(window, image);
    List<Integer> limit = site.limit(k, values.shape());
    List<Integer> high = List.of(0, site.height() - limit.get(1), site.width() - limit.get(2), 0);
    List<Integer> between = site.steps().stream().map(step -> step - 1).toList();
    return elementwise.pairwise("add", layouts.pad(values, site.start(k), high, between, 0), sum);
  }

  private Node cut(Node z, Shape image, Padding p) {
    List<Integer> limit =
        List.of(image.dim(0), p.top() + image.dim(1), p.left() + image.dim(2), image.dim(3));
    return layouts.slice(z, List.of(0, p.top(), p.left(), 0), limit, List.of(1, 1, 1, 1));
  }
}
