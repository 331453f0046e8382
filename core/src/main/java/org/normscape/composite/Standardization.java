package org.normscape.composite;

import static org.normscape.ir.ShapeException.unless;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.normscape.ir.Composite;
import org.normscape.ir.IndependentAxis;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

/**
 * Standardization by statistics of the input's own: what batch, layer, instance, group, ghost batch
 * and root mean square normalization share. The elements of {@code x} at one place of the kept axes
 * are a group of m, with statistics of its own; scale γ and shift β belong to the places of the
 * channel axes.
 *
 * <p>Inputs: {@code x} of any rank, {@code scale} and {@code shift}, both of the extents of {@code
 * x} on the channel axes. Results: {@code y} of the type of {@code x}, and the {@code mean} and the
 * biased {@code variance}, both of the extents of {@code x} on the kept axes. With sums over the m
 * elements of a group,
 *
 * <pre>
 *   mean = Σ x / m        variance = Σ (x − mean)² / m
 *   y = (x − mean) / √(variance + epsilon) · scale + shift
 * </pre>
 *
 * <p>or, around zero, with a {@code mean} of 0 in both, so that {@code variance} is the mean
 * square; or with epsilon behind the root, {@code √variance + epsilon}.
 *
 * <p>Kept and channel axes of an image {@code [n,h,w,c]}, in which groups are cut by a reshape:
 *
 * <pre>
 *   batch (Ioffe and Szegedy, 2015)             [n,h,w,c]     kept 3      channels 3
 *   ghost batch (Hoffer et al., 2017)           [b,n/b,h,w,c] kept 0,4    channels 4
 *   layer (Ba, Kiros and Hinton, 2016)          [n,h,w,c]     kept 0      channels 3
 *   layer, at each place                        [n,h,w,c]     kept 0,1,2  channels 3
 *   instance (Ulyanov et al., 2016)             [n,h,w,c]     kept 0,3    channels 3
 *   group (Wu and He, 2018)                     [n,h,w,g,c/g] kept 0,3    channels 3,4
 *   root mean square (Zhang and Sennrich, 2019) [n,h,w,c]     kept 0,1,2  channels 3, around zero
 * </pre>
 *
 * <p>Where the variance overflows, {@code y} is NaN: divided by an infinite deviation, it would be
 * {@code shift}, and a network that diverges would look like one that rests. Derivatives flow
 * through mean and variance, and through all three results.
 *
 * @param keptAxes the axes of {@code x} over which no statistics are taken, ascending, from 0
 * @param channelAxes the axes of {@code x} along which scale and shift lie, ascending, from 0
 * @param epsilon what keeps the deviation from 0
 * @param damping where epsilon stands
 * @param center what is taken away from the elements
 */
public record Standardization(
    List<Integer> keptAxes,
    List<Integer> channelAxes,
    double epsilon,
    Damping damping,
    Center center)
    implements Composite {

  public Standardization {
    keptAxes = List.copyOf(keptAxes);
    channelAxes = List.copyOf(channelAxes);
  }

  /** The usual one: around the mean, with epsilon under the root. */
  public static Standardization of(
      List<Integer> keptAxes, List<Integer> channelAxes, double epsilon) {
    return new Standardization(keptAxes, channelAxes, epsilon, Damping.UNDER_ROOT, Center.MEAN);
  }

  /** Batch normalization: each channel by the statistics of all its elements. */
  public static Standardization ofChannels(int channelAxis, double epsilon) {
    return of(List.of(channelAxis), List.of(channelAxis), epsilon);
  }

  /**
   * Layer normalization: each example by the statistics of all its elements, with one scale and one
   * shift for each channel.
   *
   * @param rank the number of axes of {@code x}, examples first and channels last
   */
  public static Standardization ofExamples(int rank, double epsilon) {
    return of(List.of(0), List.of(rank - 1), epsilon);
  }

  /** Instance normalization: each channel of each example, examples first and channels last. */
  public static Standardization ofInstances(int rank, double epsilon) {
    return of(List.of(0, rank - 1), List.of(rank - 1), epsilon);
  }

  /** Layer normalization at each place: by the statistics of its channels, which lie last. */
  public static Standardization ofPlaces(int rank, double epsilon) {
    return of(IntStream.range(0, rank - 1).boxed().toList(), List.of(rank - 1), epsilon);
  }

  /** The same, of elements that are taken as they are: by their root mean square. */
  public Standardization aroundZero() {
    return new Standardization(keptAxes, channelAxes, epsilon, damping, Center.ZERO);
  }

  /** The same, with epsilon elsewhere. */
  public Standardization with(Damping damping) {
    return new Standardization(keptAxes, channelAxes, epsilon, damping, center);
  }

  /**
   * The kept axes and the channel axes, ascending: elements that share their place on all of them
   * share mean, variance, scale and shift.
   */
  public List<Integer> sharedAxes() {
    TreeSet<Integer> shared = new TreeSet<>(keptAxes);
    shared.addAll(channelAxes);
    return List.copyOf(shared);
  }

  @Override
  public List<IndependentAxis> independentAxes(List<TensorType> inputs) {
    return IntStream.range(0, keptAxes.size()).mapToObj(this::independent).toList();
  }

  private IndependentAxis independent(int kept) {
    int axis = keptAxes.get(kept);
    int channel = channelAxes.indexOf(axis);
    int orNone = channel < 0 ? IndependentAxis.NONE : channel;
    return new IndependentAxis(List.of(axis, orNone, orNone), List.of(axis, kept, kept));
  }

  @Override
  public List<Tensor> body(List<Tensor> inputs) {
    check(inputs.stream().map(Tensor::type).toList());
    Tensor x = inputs.get(0);
    List<Integer> reduced = x.shape().axesExcept(keptAxes);
    Tensor mean = center.of(x, keptAxes);
    Tensor centered = x.minus(mean.broadcast(x.shape(), reduced));
    Tensor variance = centered.times(centered).mean(reduced);
    Tensor root = damping.deviation(variance, epsilon).plus(zeroIfFinite(variance));
    Tensor deviation = root.broadcast(x.shape(), reduced);
    List<Integer> repeated = x.shape().axesExcept(channelAxes);
    Tensor scale = inputs.get(1).broadcast(x.shape(), repeated);
    Tensor shift = inputs.get(2).broadcast(x.shape(), repeated);
    return List.of(centered.dividedBy(deviation).times(scale).plus(shift), mean, variance);
  }

  /** 0, or NaN: identically 0 wherever there is a derivative, so that none has to flow. */
  private static Tensor zeroIfFinite(Tensor variance) {
    Tensor held = variance.stopGradient();
    return held.minus(held);
  }

  private void check(List<TensorType> in) {
    Shape x = in.get(0).shape();
    checkAxes("kept", keptAxes, in);
    checkAxes("channel", channelAxes, in);
    TensorType channels = in.get(0).withShape(x.without(x.axesExcept(channelAxes)));
    unless(
        in.size() == 3
            && channels.dtype().isFloating()
            && in.get(1).equals(channels)
            && in.get(2).equals(channels),
        this,
        in,
        "inputs must be floating-point x, then scale and shift of type " + channels,
        "pass one scale and one shift for each channel");
  }

  private void checkAxes(String kind, List<Integer> axes, List<TensorType> in) {
    int rank = in.get(0).shape().rank();
    unless(
        axes.equals(axes.stream().filter(a -> a >= 0 && a < rank).distinct().sorted().toList()),
        this,
        in,
        "the %s axes must be axes of x in ascending order".formatted(kind),
        "count axes from the left, from 0");
  }
}
