package org.normscape.backend.tf.standardization;

import java.util.List;
import org.normscape.backend.tf.graph.Framing;
import org.normscape.backend.tf.graph.Joined;
import org.normscape.backend.tf.graph.Node;
import org.normscape.backend.tf.graph.Sums;
import org.normscape.composite.Center;
import org.normscape.composite.Damping;
import org.normscape.composite.Standardization;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TNumber;

/**
 * Standardization and its gradient in closed form: 5 and 7 passes over the elements, where the body
 * and what is derived from it take 7 and some twenty.
 *
 * <p>A cluster is what shares mean, variance, scale and shift. Sums over the elements of a group or
 * of a channel are sums over clusters.
 */
final class ClosedForm implements StandardizationMethod {

  /** In units in the last place. */
  private static final double LEAST_SPREAD = 0x1p13;

  private final Ops tf;
  private final Framing framing;
  private final Sums sums;
  private final Standardization norm;
  private final DType dtype;
  private final Joined groups;
  private final Joined channels;
  private final Joined clusters;
  private final Joined groupsOfClusters;
  private final Joined channelsOfClusters;
  private final boolean isCut;

  /** Along what values of groups are repeated: long rows, so clusters where groups cut theirs. */
  private final Joined lines;

  private final double count;

  ClosedForm(Ops tf, Framing framing, Sums sums, Standardization norm, TensorType x) {
    this.tf = tf;
    this.framing = framing;
    this.sums = sums;
    this.norm = norm;
    this.dtype = x.dtype();
    List<Integer> shared = norm.sharedAxes();
    this.groups = Joined.of(x.shape(), norm.keptAxes());
    this.channels = Joined.of(x.shape(), norm.channelAxes());
    this.clusters = Joined.of(x.shape(), shared);
    this.groupsOfClusters = Joined.of(clusters.part(), indices(norm.keptAxes(), shared));
    this.channelsOfClusters = Joined.of(clusters.part(), indices(norm.channelAxes(), shared));
    this.isCut = !clusters.others().isEmpty() && groups.dims().dim(-1) < clusters.dims().dim(-1);
    this.lines = isCut ? clusters : groups;
    this.count = x.shape().size() / (double) groups.part().size();
  }

  private static List<Integer> indices(List<Integer> axes, List<Integer> among) {
    return axes.stream().map(among::indexOf).toList();
  }

  @Override
  public double leastSpread() {
    return LEAST_SPREAD * (dtype == DType.FLOAT32 ? 0x1p-23 : 0x1p-52);
  }

  @Override
  public Standardized normalized(
      Operand<TNumber> x, Operand<TNumber> scale, Operand<TNumber> shift) {
    Operand<TNumber> mean =
        norm.center() == Center.MEAN
            ? mean(x)
            : tf.broadcastTo(framing.scalar(dtype, 0), framing.constant(groups.part().dims()));
    Operand<TNumber> centered = centered(x, mean);
    Operand<TNumber> variance = mean(tf.math.square(centered));
    Operand<TNumber> slope = slope(scale, precision(variance));
    Operand<TNumber> y = shifted(times(centered, slope, clusters), shift);
    return new Standardized(framing.reshaped(y, groups.whole()), mean, variance, List.of(centered));
  }

  /**
   * With {@code r} the inverse of the deviation, {@code s} that of the root in it, m elements to a
   * group and {@code u = x − mean}, sums over a cluster, {@code P = Σ ct} and {@code Q = Σ ct u},
   * give all others: the shift receives {@code Σ P} and the scale {@code Σ r Q} over clusters of a
   * channel, and x receives {@code r γ ct − r Σ γ P / m − u r² s Σ γ Q / m} with sums over clusters
   * of a group; around zero, without the second term.
   */
  @Override
  public List<Operand<TNumber>> gradient(List<Operand<TNumber>> in, List<Operand<TNumber>> kept) {
    Operand<TNumber> scale = in.get(1);
    Operand<TNumber> precision = precision(in.get(5));
    Operand<TNumber> centered = centered(in, kept);
    Operand<TNumber> cotangent = framing.reshaped(in.get(6), clusters.dims());
    Operand<TNumber> sum = sum(cotangent, clusters);
    Operand<TNumber> product =
        sum(tf.math.mul(cotangent, framing.reshaped(centered, clusters.dims())), clusters);
    Operand<TNumber> square = tf.math.mul(tf.math.square(precision), inverseRoot(in.get(5)));
    Operand<TNumber> pull = tf.math.mul(square, share(scale, product));
    Operand<TNumber> pulled = times(centered, spread(pull), lines);
    Operand<TNumber> back =
        norm.center() == Center.MEAN
            ? plus(pulled, spread(tf.math.mul(precision, share(scale, sum))), lines)
            : pulled;
    Operand<TNumber> direct = times(cotangent, slope(scale, precision), clusters);
    Operand<TNumber> toInput = tf.math.sub(framing.reshaped(direct, lines.dims()), back);
    return List.of(
        toInput,
        sum(times(product, precision, groupsOfClusters), channelsOfClusters),
        sum(sum, channelsOfClusters));
  }

  /** What flows to x through the mean: its cotangent's share, which repeats over a group. */
  Operand<TNumber> throughMean(Operand<TNumber> cotangent) {
    Operand<TNumber> shares = tf.math.div(cotangent, framing.scalar(dtype, count));
    return framing.reshaped(shares, ones(groups.whole(), norm.keptAxes()));
  }

  /**
   * What flows to x through the variance: {@code 2 u / m} of its cotangent, as the sum of u is 0.
   */
  Operand<TNumber> throughVariance(
      List<Operand<TNumber>> in, List<Operand<TNumber>> kept, Operand<TNumber> cotangent) {
    Operand<TNumber> pull = tf.math.mul(cotangent, framing.scalar(dtype, 2 / count));
    return framing.reshaped(times(centered(in, kept), spread(pull), lines), groups.whole());
  }

  private Operand<TNumber> centered(List<Operand<TNumber>> in, List<Operand<TNumber>> kept) {
    return kept.isEmpty() ? centered(in.get(0), in.get(4)) : kept.get(0);
  }

  private Operand<TNumber> mean(Operand<TNumber> x) {
    Operand<TNumber> total = isCut ? sum(sum(x, clusters), groupsOfClusters) : sum(x, groups);
    return tf.math.div(total, framing.scalar(dtype, count));
  }

  /** What belongs to each group, along the lines. */
  private Operand<TNumber> spread(Operand<TNumber> ofGroups) {
    return isCut
        ? tf.broadcastTo(
            framing.reshaped(ofGroups, ones(clusters.part(), groupsOfClusters.axes())),
            framing.constant(clusters.part().dims()))
        : ofGroups;
  }

  private Operand<TNumber> centered(Operand<TNumber> x, Operand<TNumber> mean) {
    return norm.center() == Center.MEAN
        ? tf.math.sub(
            framing.reshaped(x, lines.dims()), framing.reshaped(spread(mean), lines.repeated()))
        : x;
  }

  /** The inverse of each group's deviation; NaN where the variance is infinite. */
  private Operand<TNumber> precision(Operand<TNumber> variance) {
    Operand<TNumber> inverse =
        norm.damping() == Damping.UNDER_ROOT
            ? inverseRoot(variance)
            : tf.math.reciprocal(tf.math.add(tf.math.sqrt(variance), epsilon()));
    return tf.math.add(inverse, tf.math.sub(variance, variance));
  }

  /** The inverse of the root in each group's deviation. */
  private Operand<TNumber> inverseRoot(Operand<TNumber> variance) {
    return tf.math.rsqrt(
        norm.damping() == Damping.UNDER_ROOT ? tf.math.add(variance, epsilon()) : variance);
  }

  private Operand<TNumber> epsilon() {
    return framing.scalar(dtype, norm.epsilon());
  }

  /** What the elements of each cluster are multiplied by. */
  private Operand<TNumber> slope(Operand<TNumber> scale, Operand<TNumber> precision) {
    Shape ofGroups = ones(clusters.part(), groupsOfClusters.axes());
    Shape ofChannels = ones(clusters.part(), channelsOfClusters.axes());
    return tf.math.mul(framing.reshaped(precision, ofGroups), framing.reshaped(scale, ofChannels));
  }

  /** A shape with extents of 1 off some axes. */
  private static Shape ones(Shape shape, List<Integer> axes) {
    Shape result = shape;
    for (int axis : shape.axesExcept(axes)) {
      result = result.with(axis, 1);
    }
    return result;
  }

  private Operand<TNumber> shifted(Operand<TNumber> scaled, Operand<TNumber> shift) {
    return channels.isTrailing()
        ? tf.nn.biasAdd(
            framing.reshaped(scaled, channels.dims()),
            framing.reshaped(shift, Shape.of(channels.part().size())))
        : plus(scaled, shift, channels);
  }

  /** {@code Σ γ s / m} over the clusters of each group. */
  private Operand<TNumber> share(Operand<TNumber> scale, Operand<TNumber> ofClusters) {
    Operand<TNumber> weighted = times(ofClusters, scale, channelsOfClusters);
    return tf.math.div(sum(weighted, groupsOfClusters), framing.scalar(dtype, count));
  }

  /** The sum of what shares its place on the axes, of their extents. */
  private Operand<TNumber> sum(Operand<TNumber> x, Joined along) {
    if (along.others().isEmpty()) {
      return framing.reshaped(x, along.part());
    }
    Node joined = Node.stored(framing.reshaped(x, along.dims()));
    return framing.reshaped(framing.stored(sums.over(joined, along.others())), along.part());
  }

  private Operand<TNumber> times(Operand<TNumber> x, Operand<TNumber> y, Joined along) {
    return tf.math.mul(framing.reshaped(x, along.dims()), framing.reshaped(y, along.repeated()));
  }

  private Operand<TNumber> plus(Operand<TNumber> x, Operand<TNumber> y, Joined along) {
    return tf.math.add(framing.reshaped(x, along.dims()), framing.reshaped(y, along.repeated()));
  }
}
