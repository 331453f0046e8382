package example;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.Dense;
import org.normscape.nn.Sequential;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.nn.activation.Tanh;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.optim.Descent;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.Site;
import org.normscape.train.Trainer;

/** A network, a normalization and a probe of one's own: trained, and probed on the way. */
public final class OwnLab {

  /** Trains on the exclusive or, on the backend that is named. */
  public static void main(String[] arguments) {
    Objective objective =
        new NetworkObjective(
            Sequential.of(Dense.of(8), new PeakNorm(), new Tanh(), Dense.of(2)),
            new SoftmaxCrossEntropy(),
            Shape.of(4, 2),
            DType.FLOAT64);
    try (Backend backend = Backends.open(arguments[0]);
        Trainer trainer = new Trainer(backend, Numerics.EXACT, objective, new Descent(), 7);
        ProbeSession probe =
            new ProbeSession(new LargestEntry(), Site.of(backend, Numerics.EXACT, objective));
        Owner owner = new Owner()) {
      Parameters<Array> batch =
          owner.own(
              Parameters.of("input", backend.array(TensorType.float64(4, 2), 0, 0, 0, 1, 1, 0, 1, 1))
                  .and("target", backend.array(TensorType.int32(4), 0, 1, 1, 0)));
      for (int round = 0; round < 4; round++) {
        trainer.train(50, (step, made) -> batch, (number, step) -> {});
        System.out.println(probe.measure(trainer.point(), batch).readings().get(0));
      }
    }
  }
}
