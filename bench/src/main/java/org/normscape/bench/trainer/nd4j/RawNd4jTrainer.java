package org.normscape.bench.trainer.nd4j;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.normscape.bench.trainer.Network;
import org.normscape.bench.trainer.ResNetPlan;
import org.normscape.bench.trainer.Setting;
import org.normscape.bench.trainer.Trainer;
import org.normscape.bench.trainer.VggPlan;
import org.normscape.experiments.data.batch.Batch;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.initialization.Initialization;
import org.normscape.objective.NetworkObjective;
import org.normscape.params.Parameters;

/** A network in calls of ND4J written by hand, layer after layer. float32. */
public final class RawNd4jTrainer implements Trainer {

  private final Setting setting;
  private final Parameters<INDArray> parameters;
  private final Parameters<INDArray> state;
  private final INDArray images;
  private final RawNd4jSequence network;

  public RawNd4jTrainer(Setting setting) {
    NetworkObjective objective = setting.objective();
    this.setting = setting;
    this.parameters = arrays(objective.parameters());
    this.state = arrays(objective.state());
    this.images =
        Nd4j.createUninitialized(
            DataType.FLOAT,
            new long[] {setting.batch(), Setting.SIDE, Setting.SIDE, Setting.CHANNELS},
            'c');
    this.network =
        new RawNd4jSequence(setting.network().normalization(), parameters, state, images);
    if (setting.network() instanceof Network.OfVgg of) {
      add(VggPlan.of(of.vgg()));
    } else {
      add(ResNetPlan.of(((Network.OfResNet) setting.network()).resNet()));
    }
  }

  private void add(VggPlan vgg) {
    int layer = 1;
    for (int convolutions : vgg.convolutionsByBlock()) {
      for (int i = 0; i < convolutions; i++) {
        network.unit(layer++, 1);
        network.relu();
      }
      network.pool();
    }
    for (int i = 1; i < vgg.denseLayers(); i++) {
      network.dense("dense" + i);
      network.relu();
    }
    network.dense("dense" + vgg.denseLayers());
  }

  private void add(List<ResNetPlan.Block> blocks) {
    network.unit(1, 1);
    network.relu();
    for (ResNetPlan.Block block : blocks) {
      INDArray x = network.output();
      RawNd4jSequence branch = network.branch("block" + block.number());
      branch.unit(1, block.stride());
      branch.relu();
      branch.unit(2, 1);
      RawNd4jLayer shortcut =
          block.stride() == 1
              ? new RawNd4jIdentity(x)
              : new RawNd4jShortcut(x, block.stride(), block.channels());
      network.add(new RawNd4jResidual(x, branch, shortcut));
      network.relu();
    }
    network.add(new RawNd4jMean(network.output()));
    network.dense("dense");
  }

  private Parameters<INDArray> arrays(Parameters<ParameterSpec> specs) {
    return Initialization.mapped(
        specs,
        setting.seed(),
        (path, values) ->
            Nd4j.createFromArray(values)
                .castTo(DataType.FLOAT)
                .reshape(
                    'c', specs.get(path).shape().dims().stream().mapToLong(dim -> dim).toArray()));
  }

  @Override
  public double step(Batch batch) {
    images.data().setData(batch.input().floats());
    network.forward();
    double loss = crossEntropy(network.output().toFloatMatrix(), batch.target().integers());
    INDArray probabilities = Transforms.softmax(network.output(), true);
    for (int i = 0; i < batch.size(); i++) {
      int label = batch.target().integers()[i];
      probabilities.putScalar(i, label, probabilities.getFloat(i, label) - 1);
    }
    network.backward(probabilities.divi(batch.size()));
    network.update(setting.learningRate());
    return loss;
  }

  /** The mean over the rows, from logits, since a probability may be too small for float32. */
  private static double crossEntropy(float[][] logits, int[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (float logit : logits[i]) {
        largest = Math.max(largest, logit);
      }
      double total = 0;
      for (float logit : logits[i]) {
        total += Math.exp(logit - largest);
      }
      sum += largest + Math.log(total) - logits[i][labels[i]];
    }
    return sum / labels.length;
  }

  @Override
  public void close() {
    parameters.values().forEach(INDArray::close);
    state.values().forEach(INDArray::close);
    images.close();
  }
}
