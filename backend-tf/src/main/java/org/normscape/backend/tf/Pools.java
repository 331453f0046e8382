package org.normscape.backend.tf;

import static org.normscape.backend.tf.Conversions.longs;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.normscape.ir.Shape;
import org.normscape.ir.WindowShape;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.MaxPoolGradWithArgmax;
import org.tensorflow.op.nn.MaxPoolWithArgmax;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TNumber;

/** Pools over windows, and their adjoints. */
final class Pools {

  private record Place(Operand<TNumber> image, WindowShape window) {}

  private final Ops tf;
  private final Framing framing;
  private final TensorFlowLowering words;
  private final Map<Place, MaxPoolWithArgmax<TNumber, TInt64>> maxima = new HashMap<>();

  Pools(Ops tf, Framing framing, TensorFlowLowering words) {
    this.tf = tf;
    this.framing = framing;
    this.words = words;
  }

  Node max(Node image, WindowShape window) {
    return Node.stored(maxima(image, window).output());
  }

  Node scatter(Node image, Node values, WindowShape window) {
    Node padded =
        Node.stored(
            tf.nn.maxPoolGradWithArgmax(
                framing.stored(framing.padded(image, window.padding(), Double.NEGATIVE_INFINITY)),
                framing.stored(values),
                maxima(image, window).argmax(),
                longs(1, window.kernelHeight(), window.kernelWidth(), 1),
                longs(1, window.stride().height(), window.stride().width(), 1),
                "VALID",
                MaxPoolGradWithArgmax.includeBatchInIndex(true)));
    return framing.unpadded(padded, image.shape(), window.padding());
  }

  Node gather(Node image, Node values, WindowShape window) {
    Operand<TNumber> all =
        tf.reshape(
            framing.stored(framing.padded(values, window.padding(), 0)),
            framing.constant(List.of(-1)));
    return Node.stored(tf.gather(all, maxima(image, window).argmax(), tf.constant(0)));
  }

  private MaxPoolWithArgmax<TNumber, TInt64> maxima(Node image, WindowShape window) {
    return maxima.computeIfAbsent(
        new Place(framing.stored(image), window),
        place ->
            tf.nn.maxPoolWithArgmax(
                framing.stored(framing.padded(image, window.padding(), Double.NEGATIVE_INFINITY)),
                longs(1, window.kernelHeight(), window.kernelWidth(), 1),
                longs(1, window.stride().height(), window.stride().width(), 1),
                TInt64.class,
                "VALID",
                MaxPoolWithArgmax.includeBatchInIndex(true)));
  }

  // A sum over a window is a sum down and a sum across; nothing but additions, so that sums that
  // are exact in any order stay exact.

  Node sum(Node image, WindowShape window) {
    Node padded = framing.padded(image, window.padding(), 0);
    Node down = sum(padded, 1, window.kernelHeight(), window.stride().height());
    return sum(down, 2, window.kernelWidth(), window.stride().width());
  }

  private Node sum(Node x, int axis, int kernel, int stride) {
    int extent = x.shape().dim(axis);
    int reach = (extent - kernel) / stride * stride + 1;
    List<Integer> ones = List.of(1, 1, 1, 1);
    List<Integer> strides = with(ones, axis, stride);
    return sum(
        kernel,
        i ->
            framing.slice(
                x, with(zeros(), axis, i), with(x.shape().dims(), axis, i + reach), strides));
  }

  Node sumInputGradient(Node cotangent, WindowShape window, int height, int width) {
    Shape image = cotangent.shape().with(1, height).with(2, width);
    Shape frame = Framing.padded(image, window.padding());
    Node across = spread(cotangent, 2, frame.dim(2), window.kernelWidth(), window.stride().width());
    Node padded = spread(across, 1, frame.dim(1), window.kernelHeight(), window.stride().height());
    return framing.unpadded(padded, image, window.padding());
  }

  private Node spread(Node x, int axis, int extent, int kernel, int stride) {
    int reach = (x.shape().dim(axis) - 1) * stride + 1;
    List<Integer> interior = with(zeros(), axis, stride - 1);
    return sum(
        kernel,
        i ->
            words.pad(
                x, with(zeros(), axis, i), with(zeros(), axis, extent - i - reach), interior));
  }

  private Node sum(int count, IntFunction<Node> term) {
    return IntStream.range(0, count).mapToObj(term).reduce(words::add).orElseThrow();
  }

  private static List<Integer> zeros() {
    return Collections.nCopies(4, 0);
  }

  private static List<Integer> with(List<Integer> values, int axis, int value) {
    return IntStream.range(0, values.size())
        .mapToObj(a -> a == axis ? value : values.get(a))
        .toList();
  }
}
