package org.normscape.norm.batch;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.initialization.Constant;
import org.normscape.nn.initialization.Initializer;
import org.normscape.norm.Affine;
import org.normscape.norm.ChannelGroups;
import org.normscape.norm.Channels;
import org.normscape.norm.Moments;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * Iterative normalization (Huang, Zhou, Zhu, Liu and Shao, "Iterative normalization: beyond
 * standardization towards efficient whitening", 2019, algorithm 1): the channels of each group are
 * whitened over the m examples and places of the batch, with the inverse root of their covariance
 * approximated by Newton's iteration,
 *
 * <pre>
 *   Σ = Σ (x − mean)(x − mean)ᵀ / m + epsilon · I        N = Σ / tr Σ
 *   P_0 = I        P_{k+1} = (3 P_k − P_k³ N) / 2
 *   y = P_T / √(tr Σ) · (x − mean) · scale + shift
 * </pre>
 *
 * <p>The number of iterations belongs to the definition: with 5, P_T is not the inverse root yet,
 * and with many it moves away from it again by rounding. With one channel in a group it is batch
 * normalization. Mean and whitening matrix {@code P_T / √(tr Σ)} are remembered as exponential
 * averages. Whitening by eigenvectors (Huang et al., 2018) is not offered.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}; state: {@code mean}, {@code [c]},
 * and {@code whitening}, {@code [groups, c / groups, c / groups]}.
 *
 * @param groups the number of groups, which must divide that of the channels, or is larger, where
 *     each channel is a group; at least 1
 * @param iterations the paper's T; at least 1
 * @param epsilon what is added to the diagonal of the covariance; at least 0
 * @param decay the weight of the old running statistics, in [0, 1]
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 */
@AutoService({Normalization.class, Layer.class})
public record IterNorm(int groups, int iterations, double epsilon, double decay, Affine affine)
    implements OverBatch {

  private static final String MEAN = "mean";
  private static final String WHITENING = "whitening";
  private static final List<Integer> MATRIX = List.of(1, 2);

  /** From elements and groups to groups and elements, and back. */
  private static final List<Integer> EXCHANGED = List.of(1, 0, 2);

  public IterNorm {
    Components.count(IterNorm.class, "groups", groups);
    Components.count(IterNorm.class, "iterations", iterations);
    Components.notNegative(IterNorm.class, "epsilon", epsilon);
    Components.fraction(IterNorm.class, "decay", decay);
  }

  /** As in the authors' code: one group, 5 iterations, epsilon 1e-5, decay 0.9. */
  public IterNorm() {
    this(1, 5, 1e-5, 0.9, Affine.WITH);
  }

  /** The mean of each channel is taken away. */
  @Override
  public boolean makesBiasRedundant() {
    return true;
  }

  @Override
  public Shape output(Shape input) {
    cut(input);
    return input;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return affine.parameters(Channels.of(output(input), IterNorm.class));
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    ChannelGroups cut = cut(input);
    Shape matrices = Shape.of(cut.groups(), cut.size(), cut.size());
    Shape channels = Channels.of(input, IterNorm.class);
    return Parameters.of(MEAN, new ParameterSpec(channels, Role.STATISTIC, Constant.ZERO))
        .and(WHITENING, new ParameterSpec(matrices, Role.STATISTIC, new Identities()));
  }

  @Override
  public Applied byBatch(Call call, Tensor x) {
    Tensor mean = Moments.ofChannels(x).mean();
    Tensor centered = x.minus(Channels.spread(mean, x));
    return by(call, centered, mean, whitening(rows(centered)));
  }

  @Override
  public Applied byRunning(Call call, Tensor x) {
    Tensor mean = call.state().get(MEAN);
    Tensor centered = x.minus(Channels.spread(mean, x));
    return by(call, centered, mean, call.state().get(WHITENING));
  }

  private Applied by(Call call, Tensor centered, Tensor mean, Tensor whitening) {
    Tensor whitened =
        rows(centered)
            .batchMatmul(whitening, false, true)
            .transpose(EXCHANGED)
            .reshape(centered.shape());
    return Applied.of(
        affine.apply(call.parameters(), whitened),
        Parameters.of(MEAN, mean).and(WHITENING, whitening));
  }

  /** Images as matrices {@code [groups, m, c / groups]}: of one group, as they lie. */
  private Tensor rows(Tensor x) {
    ChannelGroups cut = cut(x.shape());
    int elements = x.shape().size() / x.shape().dim(-1);
    return x.reshape(Shape.of(elements, cut.groups(), cut.size())).transpose(EXCHANGED);
  }

  private Tensor whitening(Tensor rows) {
    int elements = rows.shape().dim(1);
    Tensor products = rows.batchMatmul(rows, true, false);
    Tensor identity = identity(products);
    Tensor covariance = products.dividedBy(elements).plus(identity.times(epsilon));
    Tensor trace = covariance.times(identity).sum(MATRIX);
    Tensor normalized = covariance.dividedBy(trace.broadcast(covariance.shape(), MATRIX));
    Tensor p = identity;
    for (int i = 0; i < iterations; i++) {
      Tensor cube = p.batchMatmul(p, false, false).batchMatmul(p, false, false);
      p = p.times(1.5).minus(cube.batchMatmul(normalized, false, false).times(0.5));
    }
    return p.dividedBy(trace.sqrt().broadcast(p.shape(), MATRIX));
  }

  /** Ones with as many zeros between them as there are columns, cut into rows. */
  private static Tensor identity(Tensor like) {
    int size = like.shape().dim(1);
    List<Integer> none = List.of(0);
    return like.trace()
        .fill(1, like.type().withShape(Shape.of(size)))
        .pad(none, none, List.of(size))
        .reshape(Shape.of(size, size))
        .broadcast(like.shape(), none);
  }

  private ChannelGroups cut(Shape input) {
    return ChannelGroups.of(input, groups, IterNorm.class);
  }

  /** Identity matrices along the last two axes. */
  private record Identities() implements Initializer {

    @Override
    public double[] values(Shape shape, RandomStream random) {
      int size = shape.dim(-1);
      double[] values = new double[shape.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = i / size % size == i % size ? 1 : 0;
      }
      return values;
    }
  }
}
