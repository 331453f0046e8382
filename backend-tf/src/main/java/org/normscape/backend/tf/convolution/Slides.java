package org.normscape.backend.tf.convolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.normscape.backend.tf.graph.Conversions;
import org.normscape.backend.tf.graph.Framing;
import org.normscape.backend.tf.graph.Node;
import org.normscape.ir.Shape;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.family.TNumber;

/** What windows find that slide along one axis, each said once in a graph. */
public final class Slides {

  private record Over(Node image, Slide slide) {}

  private final Ops tf;
  private final Framing framing;
  private final Striding striding;
  private final Map<Over, Node> maxima = new HashMap<>();
  private final Map<Over, List<Operand<TBool>>> hits = new HashMap<>();

  public Slides(Ops tf, Framing framing, Striding striding) {
    this.tf = tf;
    this.framing = framing;
    this.striding = striding;
  }

  /** The maximum under each place of the window. */
  Node max(Node x, Slide slide) {
    return maxima.computeIfAbsent(
        new Over(x, slide),
        over -> reduced(x, slide, Double.NEGATIVE_INFINITY, tf::max, tf.math::maximum));
  }

  /** The sum under each place of the window. */
  Node sum(Node x, Slide slide) {
    return reduced(x, slide, 0, tf::sum, tf.math::add);
  }

  private Node reduced(
      Node x,
      Slide slide,
      double neutral,
      Striding.AxisReduction reduction,
      BinaryOperator<Operand<TNumber>> operation) {
    if (!slide.tiles() || slide.length() == 1) {
      return taps(x, slide, neutral).stream()
          .reduce((y, z) -> new Node(operation.apply(y.operand(), z.operand()), y.shape()))
          .orElseThrow();
    }
    int places = slide.places(x.shape().dim(slide.axis()));
    Node tiles = striding.range(x, slide.axis(), 0, places * slide.length());
    return striding.reduced(tiles, slide.axis(), slide.length(), reduction);
  }

  /** What stands at each element of the window, for all its places. */
  private List<Node> taps(Node x, Slide slide, double padding) {
    int places = slide.places(x.shape().dim(slide.axis()));
    int extent = slide.low() + x.shape().dim(slide.axis()) + slide.high();
    int rest = Math.floorMod(-extent, slide.stride());
    Node framed = striding.padded(x, slide.axis(), slide.low(), slide.high() + rest, padding);
    return IntStream.range(0, slide.length())
        .mapToObj(tap -> striding.every(framed, slide.axis(), tap, places, slide.stride()))
        .map(tap -> new Node(framing.stored(tap), tap.shape()))
        .toList();
  }

  /** Where each element of the window but the last is a maximum; NaN is. */
  private List<Operand<TBool>> hits(Node x, Slide slide) {
    return hits.computeIfAbsent(new Over(x, slide), over -> writeHits(x, slide));
  }

  private List<Operand<TBool>> writeHits(Node x, Slide slide) {
    Operand<TNumber> max = max(x, slide).operand();
    List<Node> taps = taps(x, slide, Double.NEGATIVE_INFINITY);
    List<Operand<TBool>> found = new ArrayList<>();
    for (int tap = 0; tap < slide.length() - 1; tap++) {
      Operand<TNumber> here = taps.get(tap).operand();
      Operand<TBool> hit = tf.math.logicalOr(tf.math.equal(here, max), tf.math.isNan(here));
      found.add(inside(hit, tap, slide, x.shape()));
    }
    return found;
  }

  /** Padding never wins, not even over negative infinity. */
  private Operand<TBool> inside(Operand<TBool> hit, int tap, Slide slide, Shape image) {
    int extent = image.dim(slide.axis());
    int places = slide.places(extent);
    boolean[] inside = new boolean[places];
    boolean all = true;
    for (int place = 0; place < places; place++) {
      inside[place] = slide.isInside(tap, place, extent);
      all &= inside[place];
    }
    List<Integer> along = Conversions.ones(image.rank()).with(slide.axis(), places).dims();
    return all
        ? hit
        : tf.math.logicalAnd(hit, tf.reshape(tf.constant(inside), framing.constant(along)));
  }

  /** What stands in {@code values} where each window over {@code x} has its first maximum. */
  Node gather(Node x, Node values, Slide slide) {
    List<Node> taps = taps(values, slide, 0);
    Node found = taps.get(taps.size() - 1);
    for (int tap = taps.size() - 2; tap >= 0; tap--) {
      found = selected(hits(x, slide).get(tap), taps.get(tap).operand(), found);
    }
    return found;
  }

  private Node selected(Operand<TBool> mask, Operand<TNumber> one, Node other) {
    return new Node(tf.select(mask, one, other.operand()), other.shape());
  }

  /** The adjoint of {@link #gather}. */
  Node scatter(Node x, Node values, Slide slide) {
    Operand<TNumber> zero = framing.scalar(x.dtype(), 0);
    Operand<TNumber> left = framing.stored(values);
    List<Node> parts = new ArrayList<>();
    for (Operand<TBool> hit : hits(x, slide)) {
      parts.add(new Node(tf.select(hit, left, zero), values.shape()));
      left = tf.select(hit, zero, left);
    }
    parts.add(new Node(left, values.shape()));
    return spread(parts, slide, x.shape());
  }

  /** The adjoint of {@link #sum}. */
  Node sumInputGradient(Node cotangent, Slide slide, Shape image) {
    return spread(Collections.nCopies(slide.length(), cotangent), slide, image);
  }

  /**
   * The sum of what each place puts at each element of its window. As many elements as the window
   * moves at once do not meet: they are written side by side, and only the rest is added.
   */
  private Node spread(List<Node> parts, Slide slide, Shape image) {
    int extent = image.dim(slide.axis());
    int framed = slide.low() + extent + slide.high();
    Node sum =
        IntStream.iterate(0, first -> first < slide.length(), first -> first + slide.stride())
            .mapToObj(
                first -> {
                  int limit = Math.min(slide.length(), first + slide.stride());
                  return placed(parts.subList(first, limit), slide, first, framed);
                })
            .reduce((x, y) -> new Node(tf.math.add(x.operand(), y.operand()), x.shape()))
            .orElseThrow();
    return striding.range(sum, slide.axis(), slide.low(), slide.low() + extent);
  }

  /** Parts side by side, from {@code start} on. */
  private Node placed(List<Node> parts, Slide slide, int start, int extent) {
    Node steps = striding.interleaved(parts, slide.axis(), slide.stride());
    int length = Math.min(extent - start, steps.shape().dim(slide.axis()));
    Node fitting = striding.range(steps, slide.axis(), 0, length);
    return striding.padded(fitting, slide.axis(), start, extent - start - length, 0);
  }
}
