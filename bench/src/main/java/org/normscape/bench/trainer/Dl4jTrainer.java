package org.normscape.bench.trainer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.normscape.bench.trainer.libtorch.LibtorchTrainer;
import org.normscape.experiments.data.batch.Batch;
import org.normscape.model.Vgg;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.initialization.Initialization;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * A VGG of DL4J's own layers: the same initial parameters, in its layouts, and the same batches;
 * gradients and update are its own. float32.
 */
final class Dl4jTrainer implements Trainer {

  private static final int MULTIPLE = 8;

  private final MultiLayerNetwork network;
  private final Vgg vgg;
  private final Normalization normalization;
  private final ListBuilder layers;
  private final Map<String, String> paths = new LinkedHashMap<>();
  private int added;

  Dl4jTrainer(Setting setting) {
    this.vgg = ((Network.OfVgg) setting.network()).vgg();
    this.normalization = setting.network().normalization();
    this.layers =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.FLOAT)
            .updater(new Sgd(setting.learningRate()))
            .list();
    blocks();
    classifier();
    layers.setInputType(InputType.convolutional(Setting.SIDE, Setting.SIDE, Setting.CHANNELS));
    this.network = new MultiLayerNetwork(layers.build());
    network.init();
    Parameters<ParameterSpec> specs = setting.objective().parameters();
    Parameters<INDArray> values =
        Initialization.mapped(
            specs, setting.seed(), (path, numbers) -> array(specs.get(path), numbers));
    paths.forEach((key, path) -> network.setParam(key, values.get(path)));
  }

  /** Whether DL4J has this normalization: of layer normalization it has none for images. */
  static boolean has(Normalization normalization) {
    return !(normalization instanceof LayerNorm);
  }

  private void blocks() {
    int number = 1;
    int block = 0;
    for (int convolutions : VggPlan.of(vgg).convolutionsByBlock()) {
      int filters = vgg.width() * Math.min(1 << block++, MULTIPLE);
      for (int i = 0; i < convolutions; i++) {
        paths.put(added + "_W", "conv" + number++ + ".weight");
        add(
            new ConvolutionLayer.Builder(3, 3)
                .padding(1, 1)
                .nOut(filters)
                .activation(Activation.IDENTITY)
                .build());
        if (normalization instanceof BatchNorm norm) {
          add(
              new BatchNormalization.Builder()
                  .decay(norm.running().decay())
                  .eps(norm.epsilon())
                  .activation(Activation.IDENTITY)
                  .build());
        }
        add(new ActivationLayer(Activation.RELU));
      }
      add(
          new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
              .kernelSize(2, 2)
              .stride(2, 2)
              .build());
    }
  }

  private void classifier() {
    int last = VggPlan.of(vgg).denseLayers();
    for (int i = 1; i <= last; i++) {
      paths.put(added + "_W", "dense" + i + ".weight");
      add(
          i < last
              ? new DenseLayer.Builder()
                  .nOut(MULTIPLE * vgg.width())
                  .activation(Activation.RELU)
                  .build()
              : new OutputLayer.Builder(LossFunction.MCXENT)
                  .nOut(Network.CLASSES)
                  .activation(Activation.SOFTMAX)
                  .build());
    }
  }

  private void add(Layer layer) {
    layers.layer(layer);
    added++;
  }

  /** Filters {@code [kH,kW,in,out]} as {@code [out,in,kH,kW]}, matrices as they are. */
  private static INDArray array(ParameterSpec spec, double[] values) {
    long[] dims = spec.shape().dims().stream().mapToLong(dim -> dim).toArray();
    INDArray array = Nd4j.createFromArray(values).castTo(DataType.FLOAT).reshape('c', dims);
    return dims.length == 4 ? array.permute(3, 2, 0, 1) : array;
  }

  @Override
  public double step(Batch batch) {
    long[] shape = {batch.size(), Setting.CHANNELS, Setting.SIDE, Setting.SIDE};
    INDArray labels = Nd4j.zeros(DataType.FLOAT, batch.size(), Network.CLASSES);
    for (int i = 0; i < batch.size(); i++) {
      labels.putScalar(i, batch.target().integers()[i], 1);
    }
    INDArray images =
        Nd4j.createFromArray(LibtorchTrainer.channelsFirst(batch)).reshape('c', shape);
    network.fit(images, labels);
    return network.score();
  }

  @Override
  public void close() {
    network.close();
  }
}
