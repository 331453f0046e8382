package org.normscape.backend.tf.standardization;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.normscape.backend.tf.graph.Conversions;
import org.normscape.backend.tf.graph.Framing;
import org.normscape.backend.tf.graph.Joined;
import org.normscape.backend.tf.graph.Node;
import org.normscape.backend.tf.graph.Sums;
import org.normscape.backend.tf.standardization.StandardizationMethod.Standardized;
import org.normscape.composite.Center;
import org.normscape.composite.Standardization;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.SwitchCond;
import org.tensorflow.types.TBool;
import org.tensorflow.types.family.TNumber;

/**
 * Standardization and its gradient, by TensorFlow's own kernel where there is one, or else in
 * closed form.
 *
 * <p>A mean is off by some units in the last place. That is nothing where a group varies; where it
 * is nearly constant, it is standardized once more, with the first element of each group taken away
 * first: what is left has a small mean, and of a constant there is nothing left. So too where a
 * variance is not finite, to make what depends on it NaN. Only then is there more to do.
 */
public final class Standardizations {

  private static final int OUTPUT = 0;
  private static final int MEAN = 1;
  private static final int VARIANCE = 2;

  /**
   * Where the results of the standardization, and then their cotangents, begin among the inputs.
   */
  private static final int FIRST_RESULT = 3;

  private static final int FIRST_COTANGENT = 6;

  private final Ops tf;
  private final Framing framing;
  private final Sums sums;
  private final Map<Operand<TNumber>, List<Operand<TNumber>>> kept = new HashMap<>();

  public Standardizations(Ops tf, Framing framing, Sums sums) {
    this.tf = tf;
    this.framing = framing;
    this.sums = sums;
  }

  /** Whether this can be its input: of one element alone the body makes an exact 0. */
  public static boolean has(Standardization norm, TensorType x) {
    return x.shape().size() > Joined.of(x.shape(), norm.keptAxes()).part().size();
  }

  private StandardizationMethod method(Standardization norm, TensorType x) {
    return FusedBatchNorms.has(norm, x)
        ? new FusedBatchNorms(tf, framing, norm.epsilon(), x.shape())
        : new ClosedForm(tf, framing, sums, norm, x);
  }

  /** Inputs: x, scale, shift. Results: y, mean, variance. */
  public List<Node> normalized(Standardization norm, List<Node> in) {
    StandardizationMethod method = method(norm, in.get(0).type());
    Operand<TNumber> x = framing.stored(in.get(0));
    Operand<TNumber> scale = framing.stored(in.get(1));
    Operand<TNumber> shift = framing.stored(in.get(2));
    Standardized usual = method.normalized(x, scale, shift);
    Standardized found =
        norm.center() == Center.MEAN
            ? checked(norm, method, usual, List.of(x, scale, shift))
            : usual;
    kept.put(found.mean(), found.kept());
    return List.of(
        Node.stored(found.y()), Node.stored(found.mean()), Node.stored(found.variance()));
  }

  /** The usual results, or others where those are in doubt. */
  private Standardized checked(
      Standardization norm,
      StandardizationMethod method,
      Standardized usual,
      List<Operand<TNumber>> in) {
    Operand<TBool> doubtful = isDoubtful(usual, method.leastSpread());
    Operand<TNumber> x = tf.switchCond(in.get(0), doubtful).outputTrue();
    Standardized careful = shifted(norm, method, List.of(x, in.get(1), in.get(2)));
    return new Standardized(
        chosen(doubtful, usual.y(), careful.y()),
        chosen(doubtful, usual.mean(), careful.mean()),
        chosen(doubtful, usual.variance(), careful.variance()),
        IntStream.range(0, usual.kept().size())
            .mapToObj(i -> chosen(doubtful, usual.kept().get(i), careful.kept().get(i)))
            .toList());
  }

  /** Whether the variance of any group is small beside its mean, or not finite. */
  private Operand<TBool> isDoubtful(Standardized usual, double spread) {
    DType dtype = Conversions.dtype(usual.mean());
    double largest = dtype == DType.FLOAT32 ? Float.MAX_VALUE : Double.MAX_VALUE;
    Operand<TNumber> least =
        tf.math.mul(tf.math.square(usual.mean()), framing.scalar(dtype, spread * spread));
    Operand<TBool> varies = tf.math.greaterEqual(usual.variance(), least);
    Operand<TBool> finite = tf.math.lessEqual(usual.variance(), framing.scalar(dtype, largest));
    List<Integer> all = Conversions.shape(usual.mean().shape()).axes();
    return tf.math.logicalNot(
        tf.reduceAll(tf.math.logicalAnd(varies, finite), framing.constant(all)));
  }

  /** What is standardized with the first element of each group taken away; NaN where infinite. */
  private Standardized shifted(
      Standardization norm, StandardizationMethod method, List<Operand<TNumber>> in) {
    Node x = Node.stored(in.get(0));
    Joined groups = Joined.of(x.shape(), norm.keptAxes());
    Operand<TNumber> first = first(x, groups);
    Operand<TNumber> moved =
        tf.math.sub(framing.reshaped(x.operand(), groups.dims()), spread(first, groups));
    Standardized found =
        method.normalized(framing.reshaped(moved, x.shape()), in.get(1), in.get(2));
    Operand<TNumber> zeroIfFinite = tf.math.sub(found.variance(), found.variance());
    Operand<TNumber> y =
        tf.math.add(framing.reshaped(found.y(), groups.dims()), spread(zeroIfFinite, groups));
    return new Standardized(
        framing.reshaped(y, x.shape()),
        tf.math.add(found.mean(), first),
        found.variance(),
        found.kept());
  }

  /** The first element of each group. */
  private Operand<TNumber> first(Node x, Joined groups) {
    List<Integer> start = Collections.nCopies(x.shape().rank(), 0);
    List<Integer> limit = new ArrayList<>(Collections.nCopies(x.shape().rank(), 1));
    groups.axes().forEach(axis -> limit.set(axis, x.shape().dim(axis)));
    return framing.reshaped(framing.slice(x, start, limit).operand(), groups.part());
  }

  private Operand<TNumber> spread(Operand<TNumber> ofGroups, Joined groups) {
    return framing.reshaped(ofGroups, groups.repeated());
  }

  private Operand<TNumber> chosen(
      Operand<TBool> doubtful, Operand<TNumber> usual, Operand<TNumber> careful) {
    SwitchCond<TNumber> held = tf.switchCond(usual, doubtful);
    return tf.merge(List.of(held.outputFalse(), careful)).output();
  }

  /**
   * Inputs: x, scale, shift; y, mean, variance; the cotangents of those of the latter three to
   * which something flows. Results: the cotangents of x, scale and shift.
   *
   * @param flowing which of y, mean and variance have a cotangent, ascending, from 0
   */
  public List<Node> gradient(Standardization norm, List<Integer> flowing, List<Node> in) {
    List<Operand<TNumber>> operands = in.stream().map(framing::stored).toList();
    List<Operand<TNumber>> known = kept.getOrDefault(operands.get(4), List.of());
    List<Node> throughOutput =
        flowing.contains(OUTPUT)
            ? shaped(method(norm, in.get(0).type()).gradient(operands, known), in)
            : in.subList(0, FIRST_RESULT).stream().map(this::zeros).toList();
    ClosedForm closed = new ClosedForm(tf, framing, sums, norm, in.get(0).type());
    List<Operand<TNumber>> toInput = new ArrayList<>();
    if (flowing.contains(OUTPUT)) {
      toInput.add(throughOutput.get(0).operand());
    }
    for (int i = 0; i < flowing.size(); i++) {
      Operand<TNumber> cotangent = operands.get(FIRST_COTANGENT + i);
      if (flowing.get(i) == MEAN && norm.center() == Center.MEAN) {
        toInput.add(closed.throughMean(cotangent));
      }
      if (flowing.get(i) == VARIANCE) {
        toInput.add(closed.throughVariance(operands, known, cotangent));
      }
    }
    return List.of(
        toInput.stream()
            .reduce(tf.math::add)
            .map(sum -> new Node(sum, in.get(0).shape()))
            .orElseGet(() -> throughOutput.get(0)),
        throughOutput.get(1),
        throughOutput.get(2));
  }

  private List<Node> shaped(List<Operand<TNumber>> flows, List<Node> like) {
    return IntStream.range(0, flows.size())
        .mapToObj(i -> Node.stored(framing.reshaped(flows.get(i), like.get(i).shape())))
        .toList();
  }

  private Node zeros(Node like) {
    Shape ones = Conversions.ones(like.shape().rank());
    return new Node(framing.reshaped(framing.scalar(like.dtype(), 0), ones), like.shape());
  }
}
