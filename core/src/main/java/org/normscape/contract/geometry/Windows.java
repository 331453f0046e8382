package org.normscape.contract.geometry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.WindowShape;

/** Windows over images: the numbers that make them, and words for them. */
final class Windows {

  private static final int EXTENTS = 9;
  private static final int SIDES = 4;

  private Windows() {}

  /** Makes a geometry, if it is one, of an image, a window and a number of channels. */
  @FunctionalInterface
  interface Maker {
    Stream<Geometry> make(Shape image, WindowShape window, int channels);
  }

  /** One number for each place of the window and each channel. */
  static Shape pooled(Shape image, WindowShape window, int channels) {
    Padding p = window.padding();
    return Shape.of(
        image.dim(0),
        (image.dim(1) + p.top() + p.bottom() - window.kernelHeight()) / window.stride().height()
            + 1,
        (image.dim(2) + p.left() + p.right() - window.kernelWidth()) / window.stride().width() + 1,
        channels);
  }

  /** Whether the window fits into the image with its padding. */
  static boolean fits(Shape image, WindowShape window) {
    Padding p = window.padding();
    return window.kernelHeight() <= image.dim(1) + p.top() + p.bottom()
        && window.kernelWidth() <= image.dim(2) + p.left() + p.right();
  }

  /** Whether the window never lies on padding alone, of which there would be no maximum. */
  static boolean touches(WindowShape window) {
    Padding p = window.padding();
    return Math.max(p.top(), p.bottom()) < window.kernelHeight()
        && Math.max(p.left(), p.right()) < window.kernelWidth();
  }

  /** A window in words, with more extents behind its own. */
  static String text(WindowShape window, String extents) {
    Padding p = window.padding();
    return "[%s,%s%s], stride %s,%s, padding %s,%s,%s,%s"
        .formatted(
            window.kernelHeight(),
            window.kernelWidth(),
            extents,
            window.stride().height(),
            window.stride().width(),
            p.top(),
            p.bottom(),
            p.left(),
            p.right());
  }

  /** The geometries in which one number is smaller, where the window still fits. */
  static List<Geometry> smaller(Shape image, WindowShape window, int channels, Maker maker) {
    Padding p = window.padding();
    List<Integer> numbers = new ArrayList<>(image.dims());
    numbers.addAll(
        List.of(
            channels,
            window.kernelHeight(),
            window.kernelWidth(),
            window.stride().height(),
            window.stride().width(),
            p.top(),
            p.bottom(),
            p.left(),
            p.right()));
    List<Integer> least = new ArrayList<>(Collections.nCopies(EXTENTS, 1));
    least.addAll(Collections.nCopies(SIDES, 0));
    return Numbers.smaller(numbers, least).flatMap(n -> made(n, maker)).toList();
  }

  private static Stream<Geometry> made(List<Integer> n, Maker maker) {
    Shape image = new Shape(n.subList(0, 4));
    WindowShape window =
        new WindowShape(
            n.get(5),
            n.get(6),
            new Stride(n.get(7), n.get(8)),
            new Padding(n.get(9), n.get(10), n.get(11), n.get(12)));
    return fits(image, window) ? maker.make(image, window, n.get(4)) : Stream.empty();
  }
}
