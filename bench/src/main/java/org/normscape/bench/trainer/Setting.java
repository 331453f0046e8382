package org.normscape.bench.trainer;

import org.normscape.backend.Numerics;
import org.normscape.experiments.data.augment.NoAugmentation;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.experiments.data.source.Stripes;
import org.normscape.ir.Shape;
import org.normscape.model.ResNet;
import org.normscape.model.Vgg;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.initialization.He;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.Normalization;
import org.normscape.objective.NetworkObjective;

/**
 * What is trained and how, the same for every engine: a network by plain stochastic gradient
 * descent on the mean cross-entropy.
 *
 * @param network the network
 * @param batch the number of examples in a batch
 * @param learningRate the learning rate of every step
 * @param seed the seed of the initial parameters
 * @param numerics what is promised about the numbers; libtorch takes the element type from it
 */
public record Setting(
    Network network, int batch, double learningRate, long seed, Numerics numerics) {

  /** The height and the width of an image. */
  public static final int SIDE = 32;

  /** Red, green and blue. */
  public static final int CHANNELS = 3;

  /** The numbers in one image. */
  public static final int VALUES = SIDE * SIDE * CHANNELS;

  /** A setting with learning rate 0.1, as in Santurkar et al. (2018), and seed 1. */
  public static Setting of(Network network, int batch, Numerics numerics) {
    return new Setting(network, batch, 0.1, 1, numerics);
  }

  /** A VGG in such a setting. */
  public static Setting vgg(
      Vgg.Variant variant, int width, Normalization normalization, int batch, Numerics numerics) {
    Vgg vgg = new Vgg(variant, width, Glorot.uniform());
    return of(new Network.OfVgg(vgg, normalization), batch, numerics);
  }

  /** A residual network in such a setting. */
  public static Setting resNet(
      int depth, int width, Normalization normalization, int batch, Numerics numerics) {
    ResNet resNet = new ResNet(depth, width, He.normal());
    return of(new Network.OfResNet(resNet, normalization), batch, numerics);
  }

  /** What is trained, in a few words. */
  public String title() {
    return "%s, %s, batch %s".formatted(network.title(), Normalizations.name(network), batch);
  }

  /** The objective on batches of {@link #batch} examples. */
  public NetworkObjective objective() {
    return objective(batch);
  }

  /** The objective on batches of so many examples. */
  public NetworkObjective objective(int examples) {
    Shape images = Shape.of(examples, SIDE, SIDE, CHANNELS);
    return new NetworkObjective(
        network.layer(), new SoftmaxCrossEntropy(LossReduction.MEAN), images, numerics.dtype());
  }

  /** Batches of so many drawn images, standardized, in an order drawn from the seed. */
  public Batches proceduralBatches(int examples) {
    return Batches.training(new Stripes(examples, 1).draw(seed), new NoAugmentation(), batch, seed);
  }
}
