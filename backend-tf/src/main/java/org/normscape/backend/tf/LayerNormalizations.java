package org.normscape.backend.tf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.normscape.composite.LayerNormalization;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TNumber;

/**
 * Layer normalization and its gradient in closed form: 5 and 7 passes over the elements, where the
 * body and what is derived from it take 7 and some twenty.
 *
 * <p>Elements are seen as {@code [n, p, c]}, examples by places by channels, or with the elements
 * of an example in one row, {@code [n, m]}.
 */
final class LayerNormalizations {

  private final Ops tf;
  private final Framing framing;
  private final Map<Operand<TNumber>, Operand<TNumber>> centered = new HashMap<>();

  LayerNormalizations(Ops tf, Framing framing) {
    this.tf = tf;
    this.framing = framing;
  }

  /** Whether this can be its input: of one element alone the body makes an exact 0. */
  static boolean has(TensorType x) {
    return rows(x.shape()).dim(1) > 1;
  }

  /** Inputs: x, scale, shift. Results: y, mean, variance. */
  List<Node> normalized(LayerNormalization norm, List<Node> in) {
    Node x = in.get(0);
    Operand<TNumber> mean = mean(x, framing.stored(x));
    Operand<TNumber> centered = centered(x, mean);
    Operand<TNumber> variance = mean(x, tf.math.square(centered));
    Operand<TNumber> slope = slope(in.get(1), precision(norm, x, variance));
    Operand<TNumber> scaled = tf.math.mul(framing.reshaped(centered, places(x.shape())), slope);
    Operand<TNumber> y = tf.nn.biasAdd(scaled, framing.stored(in.get(2)));
    return List.of(
        Node.stored(framing.reshaped(y, x.shape())), Node.stored(mean), Node.stored(variance));
  }

  /**
   * Inputs: x, scale γ, shift; y, mean, variance; the cotangent of y, {@code ct}.
   *
   * <p>With {@code r = 1 / √(variance + ε)} and {@code u = x − mean}, both sums over places, {@code
   * P = Σ ct} and {@code Q = Σ ct u}, give all others: the shift receives {@code Σ P} and the scale
   * {@code Σ r Q} over examples, and x receives {@code r γ ct − r Σ γ P / m − u r³ Σ γ Q / m} with
   * sums over channels.
   */
  List<Node> gradient(LayerNormalization norm, List<Node> in) {
    Node x = in.get(0);
    Shape places = places(x.shape());
    Operand<TNumber> precision = precision(norm, x, framing.stored(in.get(5)));
    Operand<TNumber> centered = centered(x, framing.stored(in.get(4)));
    Operand<TNumber> cotangent = framing.reshaped(framing.stored(in.get(6)), places);
    Operand<TNumber> sums = sum(cotangent, 1);
    Operand<TNumber> products = sum(tf.math.mul(cotangent, framing.reshaped(centered, places)), 1);
    Operand<TNumber> push = tf.math.mul(precision, share(in.get(1), sums, x));
    Operand<TNumber> cube = tf.math.mul(precision, tf.math.square(precision));
    Operand<TNumber> pull = tf.math.mul(cube, share(in.get(1), products, x));
    Operand<TNumber> direct = tf.math.mul(cotangent, slope(in.get(1), precision));
    Operand<TNumber> back = tf.math.add(tf.math.mul(centered, pull), push);
    Operand<TNumber> toInput = tf.math.sub(framing.reshaped(direct, rows(x.shape())), back);
    return List.of(
        Node.stored(framing.reshaped(toInput, x.shape())),
        Node.stored(sum(tf.math.mul(precision, products), 0)),
        Node.stored(sum(sums, 0)));
  }

  /** {@code x − mean}, {@code [n, m]}: found forward, and kept for the gradient instead of x. */
  private Operand<TNumber> centered(Node x, Operand<TNumber> mean) {
    return centered.computeIfAbsent(
        mean,
        key -> tf.math.sub(framing.reshaped(framing.stored(x), rows(x.shape())), column(x, key)));
  }

  /** The mean of each example, {@code [n]}. */
  private Operand<TNumber> mean(Node x, Operand<TNumber> values) {
    Shape rows = rows(x.shape());
    return tf.math.div(
        sum(framing.reshaped(values, rows), 1), framing.scalar(x.dtype(), rows.dim(1)));
  }

  /** {@code 1 / √(variance + ε)}, {@code [n, 1]}; NaN where the variance is infinite. */
  private Operand<TNumber> precision(LayerNormalization norm, Node x, Operand<TNumber> variance) {
    Operand<TNumber> root =
        tf.math.rsqrt(tf.math.add(column(x, variance), framing.scalar(x.dtype(), norm.epsilon())));
    return tf.math.add(root, column(x, tf.math.sub(variance, variance)));
  }

  /** What an element is multiplied by, {@code [n, 1, c]}. */
  private Operand<TNumber> slope(Node scale, Operand<TNumber> precision) {
    return tf.expandDims(
        tf.math.mul(precision, framing.stored(scale)), framing.constant(List.of(1)));
  }

  /** {@code Σ γ s / m} over channels, {@code [n, 1]}, of sums {@code [n, c]}. */
  private Operand<TNumber> share(Node scale, Operand<TNumber> sums, Node x) {
    Operand<TNumber> weighted = sum(tf.math.mul(sums, framing.stored(scale)), 1);
    double count = rows(x.shape()).dim(1);
    return column(x, tf.math.div(weighted, framing.scalar(x.dtype(), count)));
  }

  private Operand<TNumber> sum(Operand<TNumber> x, int axis) {
    return tf.sum(x, framing.constant(List.of(axis)));
  }

  private Operand<TNumber> column(Node x, Operand<TNumber> examples) {
    return framing.reshaped(examples, Shape.of(x.shape().dim(0), 1));
  }

  private static Shape rows(Shape x) {
    return Shape.of(x.dim(0), x.size() / x.dim(0));
  }

  private static Shape places(Shape x) {
    return Shape.of(x.dim(0), x.size() / x.dim(0) / x.dim(-1), x.dim(-1));
  }
}
