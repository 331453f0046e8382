package org.normscape.norm.batch;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.nn.noise.ChannelNoise;
import org.normscape.nn.noise.NoiseDistribution;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.nn.noise.NormalNoise;
import org.normscape.nn.noise.UniformNoise;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.Channels;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * "Noisy" batch normalization (Santurkar, Tsipras, Ilyas and Mądry, "How does batch normalization
 * help optimization?", 2018, algorithm 1): batch normalization whose output is distorted anew at
 * each step, so that the distribution of what the next layer sees shifts all the time. With a mean
 * and a deviation for each channel j,
 *
 * <pre>
 *   μ_j ~ U(−meanNoise, meanNoise)           σ_j ~ U(1, scaleNoise)
 *   m ~ U(μ_j − spread, μ_j + spread)        s ~ N(σ_j, spread²)         for each element
 *   y = s · BN(x) + m
 * </pre>
 *
 * <p>The paper speaks of units; for images a unit is taken to be a channel. The noise is an input:
 * derivatives are those for fixed noise. Under {@link Statistics#RUNNING} there is none, and the
 * layer is batch normalization.
 *
 * <p>Parameters and state: those of {@link BatchNorm}. Noise: m and s as {@code shift} and {@code
 * scale}, of the extents of the input.
 *
 * @param meanNoise the paper's n_μ: the largest mean of what is added; at least 0
 * @param scaleNoise the paper's n_σ: the largest mean of what is multiplied with; at least 1
 * @param spread the paper's r_μ and r_σ: how far elements spread around the means; at least 0
 * @param norm the batch normalization whose output is distorted, channels last
 */
@AutoService({Normalization.class, Layer.class})
public record NoisyBatchNorm(
    double meanNoise, double scaleNoise, double spread, @Flat BatchNorm norm)
    implements ActivationNormalization {

  private static final String SHIFT = "shift";
  private static final String SCALE = "scale";

  public NoisyBatchNorm {
    Components.notNegative(NoisyBatchNorm.class, "meanNoise", meanNoise);
    Components.require(
        scaleNoise >= 1 && scaleNoise < Double.POSITIVE_INFINITY,
        NoisyBatchNorm.class,
        "scaleNoise",
        "must be at least 1",
        scaleNoise);
    Components.notNegative(NoisyBatchNorm.class, "spread", spread);
    Components.require(
        norm.channelAxis() == -1,
        NoisyBatchNorm.class,
        "norm",
        "must have its channels last, axis -1",
        norm.channelAxis());
  }

  /** The paper's: n_μ = 0.5, n_σ = 1.25, r = 0.1. */
  public NoisyBatchNorm() {
    this(0.5, 1.25, 0.1, new BatchNorm());
  }

  /** What a bias adds is taken away before there is noise. */
  @Override
  public boolean makesBiasRedundant() {
    return norm.makesBiasRedundant();
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return norm.parameters(input);
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    return norm.state(input);
  }

  @Override
  public Parameters<NoiseSpec> noise(Shape input) {
    Channels.of(input, NoisyBatchNorm.class);
    NoiseDistribution shift =
        new ChannelNoise(
            new UniformNoise(-meanNoise, meanNoise), new UniformNoise(-spread, spread));
    NoiseDistribution scale =
        new ChannelNoise(new UniformNoise(1, scaleNoise), new NormalNoise(spread));
    return Parameters.of(SHIFT, new NoiseSpec(input, shift))
        .and(SCALE, new NoiseSpec(input, scale));
  }

  @Override
  public Applied apply(Call call, Tensor x) {
    Applied applied = norm.apply(call, x);
    return call.statistics() == Statistics.RUNNING
        ? applied
        : Applied.of(distorted(applied.output(), call.noise()), applied.state());
  }

  private static Tensor distorted(Tensor y, Parameters<Tensor> noise) {
    return y.times(noise.get(SCALE)).plus(noise.get(SHIFT));
  }
}
