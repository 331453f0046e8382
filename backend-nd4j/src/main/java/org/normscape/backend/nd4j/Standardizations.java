package org.normscape.backend.nd4j;

import java.util.List;
import java.util.stream.IntStream;
import org.normscape.backend.nd4j.ElementwiseLowering.Arithmetic;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;

/**
 * Standardization by statistics of the input's own, and its gradient, both in closed form: each
 * place of {@code keptAxis} has a mean and a variance, each channel, along the last axis, a scale γ
 * and a shift. A cell is what shares all four; it is summed over first, and the sums over the
 * elements of a place or of a channel are sums over cells.
 */
record Standardizations(
    ElementwiseLowering elementwise,
    LayoutLowering layouts,
    ReductionLowering reductions,
    int keptAxis,
    double epsilon) {

  /** Inputs: x, scale, shift. Results: y, mean, variance. */
  List<Node> normalized(List<Node> in) {
    Node x = elementwise.numbers(in.get(0));
    Moments moments = areCellsPlaces(x.shape()) ? corrected(x) : plain(x);
    Node slope = slope(x, in.get(1), moments.variance());
    Node scaled = times(centered(x, moments.mean()), ofCells(x, slope));
    Node y = plus(scaled, ofChannels(x.shape(), in.get(2)));
    return List.of(y, moments.mean(), moments.variance());
  }

  private record Moments(Node mean, Node variance) {}

  private Moments plain(Node x) {
    Node mean = mean(x, x);
    Node offset = centered(x, mean);
    return new Moments(mean, mean(x, times(offset, offset)));
  }

  /**
   * The moments from a rough mean and, in the pass that finds the variance, by how much it is off:
   * so the mean of a constant is the constant.
   */
  private Moments corrected(Node x) {
    Node rough = mean(x, x);
    Node offset = centered(x, rough);
    Node rest = mean(x, offset);
    Node squares = mean(x, times(offset, offset));
    Node zero = elementwise.fill(0, rest.type());
    Node variance = minus(squares, finite(times(rest, rest)));
    return new Moments(
        plus(rough, rest), elementwise.arithmetic(Arithmetic.MAXIMUM, variance, zero));
  }

  /**
   * Inputs: x, scale, shift; y, mean, variance; the cotangent of y.
   *
   * <p>With {@code u = x − mean}, m elements to a place and {@code σ} the root of variance and
   * epsilon: the shift receives {@code Σ ct} and γ receives {@code Σ ct u / σ}, over a channel; x
   * receives {@code γ ct / σ − Σ γ ct / (σ m) − u Σ γ ct u / (σ³ m)}, with sums over a place.
   */
  List<Node> gradient(List<Node> in) {
    Node x = elementwise.numbers(in.get(0));
    Node mean = in.get(4);
    Node ct = elementwise.numbers(in.get(6));
    Node deviation = deviation(in.get(5));
    Node slope = slope(x, in.get(1), in.get(5));
    Node shift = sumOfCells(ct);
    Node scale = over(sumOfCells(times(centered(x, mean), ct)), cells(x, deviation));
    Node push = share(x, toPlaces(x, times(slope, shift)));
    Node pull = over(share(x, toPlaces(x, times(slope, scale))), deviation);
    Node direct = times(ct, ofCells(x, slope));
    Node pulled = minus(direct, times(centered(x, mean), ofPlaces(x.shape(), pull)));
    return List.of(
        minus(pulled, ofPlaces(x.shape(), push)), toChannels(x, scale), toChannels(x, shift));
  }

  /** Written again wherever it is needed: to subtract costs less than to store. */
  private Node centered(Node x, Node mean) {
    return minus(x, ofPlaces(x.shape(), mean));
  }

  /** What an element is multiplied by, for each cell. */
  private Node slope(Node x, Node scale, Node variance) {
    return over(ofChannels(cells(x.shape()), scale), cells(x, deviation(variance)));
  }

  /** NaN where the variance is infinite. */
  private Node deviation(Node variance) {
    Node epsilons = elementwise.fill(epsilon, variance.type());
    return plus(elementwise.squareRoot(plus(variance, epsilons)), minus(variance, variance));
  }

  private Node mean(Node x, Node values) {
    return share(x, reductions.sum(values, x.shape().axesExcept(keptAxis)));
  }

  /** Sums over a place, divided by the number of its elements. */
  private Node share(Node x, Node sums) {
    double count = (double) x.shape().size() / x.shape().dim(keptAxis);
    return over(sums, elementwise.fill(count, sums.type()));
  }

  private Node sumOfCells(Node x) {
    return reductions.sum(x, inner(x.shape()));
  }

  private Node toPlaces(Node x, Node cells) {
    return areCellsPlaces(x.shape()) ? cells : reductions.sum(cells, List.of(1));
  }

  private Node toChannels(Node x, Node cells) {
    return areCellsPlaces(x.shape()) ? cells : reductions.sum(cells, List.of(0));
  }

  /** Numbers of places, for each cell. */
  private Node cells(Node x, Node places) {
    return areCellsPlaces(x.shape())
        ? places
        : layouts.broadcast(places, cells(x.shape()), List.of(1));
  }

  private Node ofCells(Node x, Node cells) {
    return layouts.broadcast(cells, x.shape(), inner(x.shape()));
  }

  private Node ofPlaces(Shape x, Node places) {
    return layouts.broadcast(places, x, x.axesExcept(keptAxis));
  }

  private Node ofChannels(Shape x, Node channels) {
    return layouts.broadcast(channels, x, x.axesExcept(-1));
  }

  private boolean areCellsPlaces(Shape x) {
    return keptAxis == x.rank() - 1;
  }

  /** The axes within a cell. */
  private List<Integer> inner(Shape x) {
    return IntStream.range(0, x.rank() - 1).filter(axis -> axis != keptAxis).boxed().toList();
  }

  private Shape cells(Shape x) {
    return x.without(inner(x));
  }

  /** At most the largest number, so that infinity less this is infinity. */
  private Node finite(Node x) {
    double most = x.type().dtype() == DType.FLOAT32 ? Float.MAX_VALUE : Double.MAX_VALUE;
    return elementwise.arithmetic(Arithmetic.MINIMUM, x, elementwise.fill(most, x.type()));
  }

  private Node plus(Node x, Node y) {
    return elementwise.arithmetic(Arithmetic.ADD, x, y);
  }

  private Node times(Node x, Node y) {
    return elementwise.arithmetic(Arithmetic.MULTIPLY, x, y);
  }

  private Node minus(Node x, Node y) {
    return elementwise.arithmetic(Arithmetic.SUBTRACT, x, y);
  }

  private Node over(Node x, Node y) {
    return elementwise.arithmetic(Arithmetic.DIVIDE, x, y);
  }
}
