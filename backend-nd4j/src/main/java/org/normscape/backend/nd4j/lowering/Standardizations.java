package org.normscape.backend.nd4j.lowering;

import java.util.List;
import org.normscape.backend.nd4j.lowering.ElementwiseLowering.Arithmetic;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.composite.Center;
import org.normscape.composite.Damping;
import org.normscape.composite.Standardization;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;

/**
 * Standardization by statistics of the input's own, and its gradient, both in closed form: each
 * group, a place of the kept axes, has a mean and a variance, each channel a scale γ and a shift. A
 * cluster is what shares all four; it is summed over first, and the sums over the elements of a
 * group or of a channel are sums over clusters.
 *
 * @param x the shape of what is standardized
 */
record Standardizations(
    ElementwiseLowering elementwise,
    LayoutLowering layouts,
    ReductionLowering reductions,
    Standardization norm,
    Shape x) {

  private static final int OUTPUT = 0;
  private static final int MEAN = 1;
  private static final int VARIANCE = 2;

  /**
   * Where the results of the standardization, and then their cotangents, begin among the inputs.
   */
  private static final int FIRST_RESULT = 3;

  private static final int FIRST_COTANGENT = 6;

  /** Whether this can be its input: of one element alone the body makes an exact 0. */
  static boolean has(Standardization norm, Shape x) {
    return x.size() > x.without(x.axesExcept(norm.keptAxes())).size();
  }

  /** Inputs: x, scale, shift. Results: y, mean, variance. */
  List<Node> normalized(List<Node> in) {
    Node x = elementwise.numbers(in.get(0));
    Moments moments = moments(x);
    Node slope = slope(in.get(1), moments.variance());
    Node scaled = times(centered(x, moments.mean()), ofClusters(slope));
    Node y = plus(scaled, along(norm.channelAxes(), in.get(2)));
    return List.of(y, moments.mean(), moments.variance());
  }

  private record Moments(Node mean, Node variance) {}

  private Moments moments(Node x) {
    if (norm.center() == Center.ZERO) {
      Node squares = mean(times(x, x));
      return new Moments(elementwise.fill(0, squares.type()), squares);
    }
    return norm.keptAxes().equals(List.of(this.x.rank() - 1)) ? corrected(x) : plain(x);
  }

  private Moments plain(Node x) {
    Node mean = mean(x);
    Node offset = centered(x, mean);
    return new Moments(mean, mean(times(offset, offset)));
  }

  /**
   * The moments from a rough mean and, in the pass that finds the variance, by how much it is off:
   * so the mean of a constant is the constant. That pass is one for both where the last axis alone
   * is kept.
   */
  private Moments corrected(Node x) {
    Node rough = mean(x);
    Node offset = centered(x, rough);
    Node rest = mean(offset);
    Node squares = mean(times(offset, offset));
    Node zero = elementwise.fill(0, rest.type());
    Node variance = minus(squares, finite(times(rest, rest)));
    return new Moments(
        plus(rough, rest), elementwise.arithmetic(Arithmetic.MAXIMUM, variance, zero));
  }

  /**
   * Inputs: x, scale, shift; y, mean, variance; the cotangents of those of the latter three to
   * which something flows. What flows to x through the mean is its cotangent's share, and through
   * the variance {@code 2 u / m} of its own, since the sum of all u is 0.
   *
   * @param flowing which of y, mean and variance have a cotangent, ascending, from 0
   */
  List<Node> gradient(List<Integer> flowing, List<Node> in) {
    List<Node> flows = flowing.contains(OUTPUT) ? throughOutput(in) : zeros(in);
    Node toX = flows.get(0);
    for (int i = 0; i < flowing.size(); i++) {
      Node ct = in.get(FIRST_COTANGENT + i);
      if (flowing.get(i) == MEAN && norm.center() == Center.MEAN) {
        toX = plus(toX, along(norm.keptAxes(), share(ct)));
      }
      if (flowing.get(i) == VARIANCE) {
        Node centered = centered(elementwise.numbers(in.get(0)), in.get(FIRST_RESULT + MEAN));
        toX = plus(toX, times(centered, along(norm.keptAxes(), share(plus(ct, ct)))));
      }
    }
    return List.of(toX, flows.get(1), flows.get(2));
  }

  private List<Node> zeros(List<Node> in) {
    return in.subList(0, FIRST_RESULT).stream().map(n -> elementwise.fill(0, n.type())).toList();
  }

  /**
   * What flows through y alone.
   *
   * <p>With {@code u = x − mean}, m elements to a group, {@code σ} its deviation and {@code r} the
   * root in it: the shift receives {@code Σ ct} and γ receives {@code Σ ct u / σ}, over a channel;
   * x receives {@code γ ct / σ − Σ γ ct / (σ m) − u Σ γ ct u / (σ² r m)}, with sums over a group;
   * around zero, without the second term.
   */
  private List<Node> throughOutput(List<Node> in) {
    Node x = elementwise.numbers(in.get(0));
    Node mean = in.get(4);
    Node ct = elementwise.numbers(in.get(FIRST_COTANGENT));
    Node slope = slope(in.get(1), in.get(5));
    Node shift = sumOfClusters(ct);
    Node deviation = perCluster(norm.keptAxes(), deviation(in.get(5)));
    Node scale = over(sumOfClusters(times(centered(x, mean), ct)), deviation);
    Node pull = over(share(sumOver(norm.keptAxes(), times(slope, scale))), root(in.get(5)));
    Node direct = times(ct, ofClusters(slope));
    Node pulled = minus(direct, times(centered(x, mean), along(norm.keptAxes(), pull)));
    Node toX = norm.center() == Center.ZERO ? pulled : minus(pulled, push(slope, shift));
    return List.of(toX, sumOver(norm.channelAxes(), scale), sumOver(norm.channelAxes(), shift));
  }

  private Node push(Node slope, Node sums) {
    return along(norm.keptAxes(), share(sumOver(norm.keptAxes(), times(slope, sums))));
  }

  /** Written again wherever it is needed: to subtract costs less than to store. */
  private Node centered(Node x, Node mean) {
    return norm.center() == Center.ZERO ? x : minus(x, along(norm.keptAxes(), mean));
  }

  /** What an element is multiplied by, for each cluster. */
  private Node slope(Node scale, Node variance) {
    return over(
        perCluster(norm.channelAxes(), scale), perCluster(norm.keptAxes(), deviation(variance)));
  }

  /** NaN where the variance is infinite. */
  private Node deviation(Node variance) {
    Node root = root(variance);
    Node damped = norm.damping() == Damping.UNDER_ROOT ? root : plus(root, epsilons(variance));
    return plus(damped, minus(variance, variance));
  }

  /** The root in the deviation; NaN where the variance is infinite. */
  private Node root(Node variance) {
    Node damped =
        norm.damping() == Damping.UNDER_ROOT ? plus(variance, epsilons(variance)) : variance;
    return elementwise.squareRoot(damped);
  }

  private Node epsilons(Node variance) {
    return elementwise.fill(norm.epsilon(), variance.type());
  }

  private Node mean(Node values) {
    return share(reductions.sum(values, x.axesExcept(norm.keptAxes())));
  }

  /** Sums over a group, divided by the number of its elements. */
  private Node share(Node sums) {
    return over(sums, elementwise.fill((double) x.size() / sums.shape().size(), sums.type()));
  }

  private Node sumOfClusters(Node values) {
    return reductions.sum(values, x.axesExcept(norm.sharedAxes()));
  }

  /** Sums over the clusters that share their place on some axes of x. */
  private Node sumOver(List<Integer> axes, Node clusters) {
    List<Integer> others = clusters.shape().axesExcept(ofCluster(axes));
    return others.isEmpty() ? clusters : reductions.sum(clusters, others);
  }

  /** What lies along some axes of x, for each cluster. */
  private Node perCluster(List<Integer> axes, Node values) {
    Shape clusters = x.without(x.axesExcept(norm.sharedAxes()));
    return layouts.broadcast(values, clusters, clusters.axesExcept(ofCluster(axes)));
  }

  /** Which axes of a cluster some axes of x are. */
  private List<Integer> ofCluster(List<Integer> axes) {
    return axes.stream().map(norm.sharedAxes()::indexOf).toList();
  }

  private Node ofClusters(Node clusters) {
    return along(norm.sharedAxes(), clusters);
  }

  /** What lies along some axes of x, for each element. */
  private Node along(List<Integer> axes, Node values) {
    return layouts.broadcast(values, x, x.axesExcept(axes));
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
