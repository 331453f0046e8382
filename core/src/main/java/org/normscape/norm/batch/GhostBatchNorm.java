package org.normscape.norm.batch;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.composite.Standardization;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.Affine;
import org.normscape.norm.Channels;
import org.normscape.norm.Moments;
import org.normscape.norm.Normalization;
import org.normscape.norm.RunningStatistics;
import org.normscape.params.Parameters;

/**
 * Ghost batch normalization (Hoffer, Hubara and Soudry, "Train longer, generalize better: closing
 * the generalization gap in large batch training of neural networks", 2017, algorithm 1): batch
 * normalization of each run of {@code size} examples by its own statistics, with scale and shift
 * that they share. Running statistics are updated chunk after chunk, in order.
 *
 * <p>It is batch normalization where {@code size} is that of the batch, and under {@link
 * Statistics#RUNNING}. A batch that {@code size} does not divide is refused.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}; state: that of {@link
 * RunningStatistics}.
 *
 * @param size the number of examples of a chunk; at least 1
 * @param epsilon what is added to the variance, under the root; at least 0
 * @param running what is remembered, and how
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 */
@AutoService({Normalization.class, Layer.class})
public record GhostBatchNorm(
    int size, double epsilon, @Flat RunningStatistics running, Affine affine)
    implements ActivationNormalization {

  public GhostBatchNorm {
    Components.count(GhostBatchNorm.class, "size", size);
    Components.notNegative(GhostBatchNorm.class, "epsilon", epsilon);
  }

  /** Chunks of 32 examples; the rest as in PyTorch's batch normalization. */
  public GhostBatchNorm() {
    this(32);
  }

  /** Chunks of so many examples; the rest as in PyTorch's batch normalization. */
  public GhostBatchNorm(int size) {
    this(size, 1e-5, new RunningStatistics(), Affine.WITH);
  }

  /** The mean of each channel is taken away. */
  @Override
  public boolean makesBiasRedundant() {
    return true;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return affine.parameters(Channels.of(input, GhostBatchNorm.class));
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    return running.state(Channels.of(input, GhostBatchNorm.class));
  }

  @Override
  public Applied apply(Call call, Tensor x) {
    Shape channels = Channels.of(x.shape(), GhostBatchNorm.class);
    Tensor scale = affine.scale(call.parameters(), x, channels);
    Tensor shift = affine.shift(call.parameters(), x, channels);
    int axis = x.shape().rank() - 1;
    if (call.statistics() == Statistics.RUNNING) {
      Moments known = running.read(call.state());
      Tensor deviation = known.deviation(epsilon);
      return Applied.of(
          Channels.standardize(x, axis, known.mean(), deviation, scale, shift), call.state());
    }
    Standardization norm = Standardization.of(List.of(0, axis + 1), List.of(axis + 1), epsilon);
    Shape chunks = chunks(x.shape());
    List<Tensor> results = x.trace().apply(norm, List.of(x.reshape(chunks), scale, shift));
    Moments moments = new Moments(results.get(1), results.get(2));
    int elements = x.shape().size() / moments.mean().shape().size();
    return Applied.of(
        results.get(0).reshape(x.shape()),
        call.statistics() == Statistics.BATCH
            ? next(call.state(), moments, elements)
            : call.state());
  }

  private Parameters<Tensor> next(Parameters<Tensor> state, Moments chunks, int elements) {
    Parameters<Tensor> next = state;
    for (int i = 0; i < chunks.mean().shape().dim(0); i++) {
      Moments chunk = new Moments(row(chunks.mean(), i), row(chunks.variance(), i));
      next = running.next(next, chunk, elements);
    }
    return next;
  }

  private static Tensor row(Tensor rows, int i) {
    return rows.slice(0, i, i + 1).reshape(Shape.of(rows.shape().dim(1)));
  }

  private Shape chunks(Shape input) {
    int batch = input.dim(0);
    if (batch % size != 0) {
      throw new IllegalArgumentException(
          "GhostBatchNorm: the size of a chunk must divide that of the batch, but chunks have %s examples and the batch has %s. To fix: set size to a divisor of %s, or choose another batch."
              .formatted(size, batch, batch));
    }
    List<Integer> dims = new ArrayList<>(input.dims());
    dims.set(0, size);
    dims.add(0, batch / size);
    return new Shape(dims);
  }
}
