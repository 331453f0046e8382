package org.normscape.bench.trainer.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import org.normscape.backend.Numerics;
import org.normscape.bench.trainer.Setting;
import org.normscape.bench.trainer.TestedTrainer;
import org.normscape.experiments.data.batch.Batch;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.ir.DType;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.nn.initialization.Initialization;
import org.normscape.objective.NetworkObjective;
import org.normscape.params.Parameters;

/**
 * libtorch through DJL: the same initial parameters, brought into its layouts, and the same
 * batches; layers, loss, gradients and update are libtorch's own. DJL takes the learning rate as
 * float32.
 */
public final class LibtorchTrainer implements TestedTrainer {

  private final LibtorchNetwork network;
  private final NDManager manager;
  private final DataType dtype;
  private final Parameters<NDArray> parameters;
  private final Parameters<NDArray> state;
  private final Loss loss = Loss.softmaxCrossEntropyLoss();
  private final Optimizer optimizer;

  public LibtorchTrainer(Setting setting) {
    this.manager = Libtorch.manager();
    this.network = LibtorchNetwork.of(setting.network(), manager);
    this.dtype = setting.numerics().dtype() == DType.FLOAT32 ? DataType.FLOAT32 : DataType.FLOAT64;
    NetworkObjective objective = setting.objective();
    this.parameters = arrays(objective.parameters(), setting.seed());
    this.state = arrays(objective.state(), setting.seed());
    parameters.values().forEach(array -> array.setRequiresGradient(true));
    this.optimizer =
        Optimizer.sgd()
            .setLearningRateTracker(Tracker.fixed((float) setting.learningRate()))
            .build();
  }

  /** Whether libtorch has what a setting asks for. */
  public static boolean trains(Setting setting) {
    return LibtorchNormalizations.all().contains(setting.network().normalization())
        && setting.numerics() != Numerics.EXACT;
  }

  /** What it has learned, in libtorch's layouts, by our paths. */
  public Parameters<NDArray> parameters() {
    return parameters;
  }

  /** What its normalizations remember, by our paths. */
  public Parameters<NDArray> state() {
    return state;
  }

  @Override
  public double step(Batch batch) {
    try (NDManager step = manager.newSubManager()) {
      NDArray images = images(step, batch);
      NDArray labels = step.create(batch.target().integers());
      NDArray value;
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDArray logits = network.logits(parameters, state, images, Statistics.BATCH);
        value = loss.evaluate(new NDList(labels), new NDList(logits));
        collector.backward(value);
      }
      parameters.byPath().forEach(this::update);
      return scalar(value);
    }
  }

  private void update(String path, NDArray parameter) {
    try (NDArray gradient = parameter.getGradient()) {
      optimizer.update(path, parameter, gradient);
    }
  }

  @Override
  public double accuracy(Batches batches) {
    double sum = 0;
    for (int i = 0; i < batches.perEpoch(); i++) {
      sum += accuracy(batches.range(i * batches.size(), (i + 1) * batches.size()));
    }
    return sum / batches.perEpoch();
  }

  private double accuracy(Batch batch) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray logits = network.logits(parameters, state, images(scope, batch), Statistics.RUNNING);
      NDArray labels = scope.create(batch.target().integers()).toType(DataType.INT64, false);
      return scalar(logits.argMax(1).eq(labels).toType(DataType.FLOAT64, false).mean());
    }
  }

  private static double scalar(NDArray value) {
    return value.toType(DataType.FLOAT64, false).getDouble();
  }

  private NDArray images(NDManager scope, Batch batch) {
    Shape shape = new Shape(batch.size(), Setting.CHANNELS, Setting.SIDE, Setting.SIDE);
    return scope.create(channelsFirst(batch), shape).toType(dtype, false);
  }

  /** The images {@code [n,h,w,c]} as {@code [n,c,h,w]}. */
  public static float[] channelsFirst(Batch batch) {
    float[] from = batch.input().floats();
    float[] to = new float[from.length];
    int places = Setting.SIDE * Setting.SIDE;
    for (int i = 0; i < to.length; i++) {
      int example = i / Setting.VALUES;
      int channel = i / places % Setting.CHANNELS;
      to[i] = from[example * Setting.VALUES + i % places * Setting.CHANNELS + channel];
    }
    return to;
  }

  private Parameters<NDArray> arrays(Parameters<ParameterSpec> specs, long seed) {
    return Initialization.mapped(specs, seed, (path, values) -> array(specs.get(path), values));
  }

  /**
   * Filters {@code [kH,kW,in,out]} as {@code [out,in,kH,kW]}, matrices transposed, vectors as is.
   */
  private NDArray array(ParameterSpec spec, double[] values) {
    long[] dims = spec.shape().dims().stream().mapToLong(dim -> dim).toArray();
    try (NDManager scope = manager.newSubManager()) {
      NDArray array = scope.create(values, new Shape(dims));
      NDArray permuted =
          switch (dims.length) {
            case 4 -> array.transpose(3, 2, 0, 1);
            case 2 -> array.transpose();
            default -> array;
          };
      NDArray rowMajor = scope.create(permuted.toDoubleArray(), permuted.getShape());
      NDArray owned = rowMajor.toType(dtype, false).duplicate();
      owned.attach(manager);
      return owned;
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
