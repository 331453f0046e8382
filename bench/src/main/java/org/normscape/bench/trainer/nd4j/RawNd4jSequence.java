package org.normscape.bench.trainer.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.normscape.bench.trainer.RunningStatistics;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/** Layers one after the other; paths of parameters and state are those of our network. */
final class RawNd4jSequence implements RawNd4jLayer {

  private final Normalization normalization;
  private final Parameters<INDArray> parameters;
  private final Parameters<INDArray> state;
  private final INDArray input;
  private final List<RawNd4jLayer> layers = new ArrayList<>();

  RawNd4jSequence(
      Normalization normalization,
      Parameters<INDArray> parameters,
      Parameters<INDArray> state,
      INDArray input) {
    this.normalization = normalization;
    this.parameters = parameters;
    this.state = state;
    this.input = input;
  }

  /** A sequence of its own on the output so far, with what lies under a path. */
  RawNd4jSequence branch(String path) {
    return new RawNd4jSequence(normalization, parameters.under(path), state.under(path), output());
  }

  void add(RawNd4jLayer layer) {
    layers.add(layer);
  }

  /** Adds the convolution of this number and its normalization. */
  void unit(int number, int stride) {
    Parameters<INDArray> own = parameters.under("conv" + number);
    add(new RawNd4jConvolution(output(), own.get("weight"), own.byPath().get("bias"), stride));
    String norm = "norm" + number;
    if (normalization instanceof BatchNorm batchNorm) {
      Parameters<INDArray> kept = state.under(norm);
      RunningStatistics running = new RunningStatistics(kept.get("mean"), kept.get("variance"));
      add(new RawNd4jBatchNorm(batchNorm, output(), affine(norm), running));
    } else if (normalization instanceof LayerNorm layerNorm) {
      add(new RawNd4jLayerNorm(layerNorm, output(), affine(norm)));
    }
  }

  private RawNd4jAffine affine(String norm) {
    Parameters<INDArray> learned = parameters.under(norm);
    return new RawNd4jAffine(learned.get("scale"), learned.get("shift"));
  }

  void relu() {
    add(new RawNd4jRelu(output()));
  }

  void pool() {
    add(new RawNd4jPool(output()));
  }

  void dense(String path) {
    Parameters<INDArray> own = parameters.under(path);
    add(new RawNd4jDense(output(), own.get("weight"), own.get("bias")));
  }

  @Override
  public INDArray output() {
    return layers.isEmpty() ? input : layers.get(layers.size() - 1).output();
  }

  @Override
  public INDArray inputGradient() {
    return layers.get(0).inputGradient();
  }

  @Override
  public void forward() {
    layers.forEach(RawNd4jLayer::forward);
  }

  @Override
  public void backward(INDArray cotangent) {
    INDArray ct = cotangent;
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).backward(ct);
      ct = layers.get(i).inputGradient();
    }
  }

  @Override
  public void update(double learningRate) {
    layers.forEach(layer -> layer.update(learningRate));
  }
}
