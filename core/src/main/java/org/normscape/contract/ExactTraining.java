package org.normscape.contract;

import java.util.ArrayList;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.model.Vgg;
import org.normscape.nn.initialization.He;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.Normalization;
import org.normscape.norm.NormalizationScheme;
import org.normscape.objective.NetworkObjective;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.normscape.train.Trainer;

/** Gradient steps of a small network with a normalization, in exact numerics. */
final class ExactTraining implements AutoCloseable {

  private static final Descent DESCENT = new Descent(new Sgd(), 0.05);

  private final Trainer trainer;
  private final Owner owner = new Owner();
  private final Parameters<Array> batch;

  ExactTraining(Backend backend, Normalization normalization) {
    NetworkObjective objective =
        new NetworkObjective(
            new Vgg(Vgg.Variant.VGG_A, 2, He.normal())
                .network(new NormalizationScheme(normalization), 10),
            new SoftmaxCrossEntropy(LossReduction.MEAN),
            Shape.of(4, 32, 32, 3),
            DType.FLOAT64);
    this.trainer = new Trainer(backend, Numerics.EXACT, objective, DESCENT, 1);
    TensorType input = objective.batch().get("input");
    double[] images = RandomStream.of(6, "exact training").normal(input.shape().size(), 1);
    Array target = backend.array(objective.batch().get("target"), new int[] {3, 1, 7, 0});
    this.batch =
        owner.own(Parameters.of("input", backend.array(input, images)).and("target", target));
  }

  /** Takes a step: the loss, the gradient, and state and parameters after it. */
  List<double[]> step() {
    List<double[]> numbers = new ArrayList<>();
    trainer.train(
        1,
        (number, made) -> batch,
        (number, step) -> {
          numbers.add(new double[] {step.loss()});
          step.gradient().values().forEach(array -> numbers.add(array.toDoubles()));
          step.state().values().forEach(array -> numbers.add(array.toDoubles()));
        });
    trainer.point().parameters().values().forEach(array -> numbers.add(array.toDoubles()));
    return numbers;
  }

  @Override
  public void close() {
    owner.close();
    trainer.close();
  }
}
