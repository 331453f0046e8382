package org.normscape.bench.trainer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.normscape.experiments.data.Batch;
import org.normscape.experiments.data.Examples;
import org.normscape.model.Vgg;
import org.normscape.nn.Initialization;
import org.normscape.nn.ParameterSpec;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.objective.NetworkObjective;
import org.normscape.params.Parameters;

/** A VGG in calls of ND4J written by hand, layer after layer. float32. */
final class RawNd4jTrainer implements Trainer {

  private final Setting setting;
  private final Vgg vgg;
  private final Parameters<INDArray> parameters;
  private final Parameters<INDArray> state;
  private final INDArray images;
  private final List<RawNd4jLayer> layers = new ArrayList<>();

  RawNd4jTrainer(Setting setting) {
    NetworkObjective objective = setting.objective();
    this.setting = setting;
    this.vgg = ((Network.OfVgg) setting.network()).vgg();
    this.parameters = arrays(objective.parameters());
    this.state = arrays(objective.state());
    this.images =
        Nd4j.createUninitialized(
            DataType.FLOAT,
            new long[] {setting.batch(), Examples.SIDE, Examples.SIDE, Examples.CHANNELS},
            'c');
    int layer = 1;
    for (int convolutions : VggPlan.of(vgg).convolutionsByBlock()) {
      for (int i = 0; i < convolutions; i++) {
        unit(layer++);
      }
      layers.add(new RawNd4jPool(last()));
    }
    int dense = VggPlan.of(vgg).denseLayers();
    for (int i = 1; i <= dense; i++) {
      Parameters<INDArray> own = parameters.under("dense" + i);
      layers.add(new RawNd4jDense(last(), own.get("weight"), own.get("bias")));
      if (i < dense) {
        layers.add(new RawNd4jRelu(last()));
      }
    }
  }

  private Parameters<INDArray> arrays(Parameters<ParameterSpec> specs) {
    return specs.zip(
        Initialization.values(specs, setting.seed()),
        (spec, values) ->
            Nd4j.createFromArray(values)
                .castTo(DataType.FLOAT)
                .reshape('c', spec.shape().dims().stream().mapToLong(dim -> dim).toArray()));
  }

  /** A convolution, its normalization and its relu. */
  private void unit(int number) {
    Parameters<INDArray> own = parameters.under("conv" + number);
    layers.add(new RawNd4jConvolution(last(), own.get("weight"), own.get("bias")));
    String norm = "norm" + number;
    if (vgg.normalization() instanceof BatchNorm batchNorm) {
      Parameters<INDArray> kept = state.under(norm);
      RunningStatistics running = new RunningStatistics(kept.get("mean"), kept.get("variance"));
      layers.add(new RawNd4jBatchNorm(batchNorm, last(), affine(norm), running));
    } else if (vgg.normalization() instanceof LayerNorm layerNorm) {
      layers.add(new RawNd4jLayerNorm(layerNorm, last(), affine(norm)));
    }
    layers.add(new RawNd4jRelu(last()));
  }

  private RawNd4jAffine affine(String norm) {
    Parameters<INDArray> learned = parameters.under(norm);
    return new RawNd4jAffine(learned.get("scale"), learned.get("shift"));
  }

  private INDArray last() {
    return layers.isEmpty() ? images : layers.get(layers.size() - 1).output();
  }

  @Override
  public double step(Batch batch) {
    images.data().setData(batch.images());
    layers.forEach(RawNd4jLayer::forward);
    INDArray probabilities = Transforms.softmax(last(), true);
    double loss = 0;
    for (int i = 0; i < batch.size(); i++) {
      float probability = probabilities.getFloat(i, batch.labels()[i]);
      loss -= Math.log(probability) / batch.size();
      probabilities.putScalar(i, batch.labels()[i], probability - 1);
    }
    INDArray cotangent = probabilities.divi(batch.size());
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).backward(cotangent);
      cotangent = layers.get(i).inputGradient();
    }
    layers.forEach(layer -> layer.update(setting.learningRate()));
    return loss;
  }

  @Override
  public void close() {
    parameters.values().forEach(INDArray::close);
    state.values().forEach(INDArray::close);
    images.close();
  }
}
