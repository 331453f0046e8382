package org.normscape.norm.batch;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.composite.Standardization;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.initialization.Constant;
import org.normscape.norm.Affine;
import org.normscape.norm.Channels;
import org.normscape.norm.Moments;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * Batch group normalization (Zhou, Sun, Liu, Wang and Wang, "Batch group normalization", 2020,
 * equations 3 to 6): the elements of an example {@code [n, …, c]} are laid in a row, channel after
 * channel and in each its places, the row is cut into groups, and each group is standardized over
 * the batch,
 *
 * <pre>
 *   y = (x − mean) / √(variance + epsilon) · scale + shift
 * </pre>
 *
 * <p>Groups may cut through channels. Mean and variance of each group are remembered as exponential
 * averages.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}; state: {@code mean} and {@code
 * variance}, {@code [groups]}.
 *
 * @param groups the number of groups, which must divide that of the elements of an example
 * @param epsilon what is added to the variance, under the root; at least 0
 * @param decay the weight of the old running statistics, in [0, 1]
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 */
@AutoService({Normalization.class, Layer.class})
public record BatchGroupNorm(int groups, double epsilon, double decay, Affine affine)
    implements OverBatch {

  private static final List<Integer> GROUP = List.of(1);
  private static final List<Integer> ELEMENTS = List.of(0, 2);
  private static final String MEAN = "mean";
  private static final String VARIANCE = "variance";

  public BatchGroupNorm {
    Components.count(BatchGroupNorm.class, "groups", groups);
    Components.notNegative(BatchGroupNorm.class, "epsilon", epsilon);
    Components.fraction(BatchGroupNorm.class, "decay", decay);
  }

  /** 32 groups, epsilon 1e-5, decay 0.9, learned scale and shift. */
  public BatchGroupNorm() {
    this(32, 1e-5, 0.9, Affine.WITH);
  }

  /** A group may hold several channels. */
  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Shape output(Shape input) {
    grouped(input);
    return input;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return affine.parameters(Channels.of(output(input), BatchGroupNorm.class));
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    Shape each = Shape.of(groups);
    return Parameters.of(MEAN, new ParameterSpec(each, Role.STATISTIC, Constant.ZERO))
        .and(VARIANCE, new ParameterSpec(each, Role.STATISTIC, Constant.ONE));
  }

  @Override
  public Applied byBatch(Call call, Tensor x) {
    return cutsChannels(x.shape()) ? inRows(call, x) : inPlace(call, x);
  }

  /** Whether a group has parts of several channels. */
  private boolean cutsChannels(Shape input) {
    int channels = input.dim(-1);
    int places = input.size() / input.dim(0) / channels;
    int each = Math.min(groups, channels);
    return channels % each != 0 || groups % each != 0 || places % (groups / each) != 0;
  }

  private Applied inRows(Call call, Tensor x) {
    Standardization norm = Standardization.of(GROUP, GROUP, epsilon);
    Tensor one = x.trace().fill(1, x.type().withShape(Shape.of(groups)));
    List<Tensor> results = x.trace().apply(norm, List.of(rows(x), one, one.zeros()));
    return Applied.of(
        affine.apply(call.parameters(), places(results.get(0), x.shape())),
        Parameters.of(MEAN, results.get(1)).and(VARIANCE, results.get(2)));
  }

  /** Groups of whole channels, or of places of one channel: nothing has to be laid in rows. */
  private Applied inPlace(Call call, Tensor x) {
    Shape planes = planes(x.shape());
    int each = Math.min(groups, planes.dim(2));
    int parts = groups / each;
    Shape channels = Shape.of(each, planes.dim(2) / each);
    Shape cut =
        Shape.of(planes.dim(0), parts, planes.dim(1) / parts, channels.dim(0), channels.dim(1));
    Shape all = Shape.of(planes.dim(2));
    Tensor scale = affine.scale(call.parameters(), x, all).reshape(channels);
    Tensor shift = affine.shift(call.parameters(), x, all).reshape(channels);
    Standardization norm = Standardization.of(List.of(1, 3), List.of(3, 4), epsilon);
    List<Tensor> results = x.trace().apply(norm, List.of(x.reshape(cut), scale, shift));
    return Applied.of(
        results.get(0).reshape(x.shape()),
        Parameters.of(MEAN, channelAfterChannel(results.get(1)))
            .and(VARIANCE, channelAfterChannel(results.get(2))));
  }

  private Tensor channelAfterChannel(Tensor ofGroups) {
    return ofGroups.transpose(List.of(1, 0)).reshape(Shape.of(groups));
  }

  @Override
  public Applied byRunning(Call call, Tensor x) {
    Moments moments = new Moments(call.state().get(MEAN), call.state().get(VARIANCE));
    Tensor rows = rows(x);
    Tensor standardized =
        rows.minus(moments.mean().broadcast(rows.shape(), ELEMENTS))
            .dividedBy(moments.deviation(epsilon).broadcast(rows.shape(), ELEMENTS));
    return Applied.of(
        affine.apply(call.parameters(), places(standardized, x.shape())), call.state());
  }

  /** {@code [n, groups, elements of a group]}. */
  private Tensor rows(Tensor x) {
    Shape input = x.shape();
    return x.reshape(planes(input)).transpose(List.of(0, 2, 1)).reshape(grouped(input));
  }

  private static Tensor places(Tensor rows, Shape input) {
    Shape planes = planes(input);
    Shape channelsFirst = Shape.of(planes.dim(0), planes.dim(2), planes.dim(1));
    return rows.reshape(channelsFirst).transpose(List.of(0, 2, 1)).reshape(input);
  }

  /** {@code [n, places, c]}. */
  private static Shape planes(Shape input) {
    int channels = Channels.of(input, BatchGroupNorm.class).dim(0);
    return Shape.of(input.dim(0), input.size() / input.dim(0) / channels, channels);
  }

  private Shape grouped(Shape input) {
    int elements = input.size() / input.dim(0);
    if (elements % groups != 0) {
      throw new IllegalArgumentException(
          "BatchGroupNorm: the number of groups must divide that of the elements of an example, but there are %s groups for %s elements. To fix: set groups to a divisor of %s."
              .formatted(groups, elements, elements));
    }
    return Shape.of(input.dim(0), groups, elements / groups);
  }
}
