package example;

import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Dense;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Sequential;
import org.normscape.nn.SoftmaxCrossEntropy;
import org.normscape.nn.Stateless;
import org.normscape.nn.activation.Tanh;
import org.normscape.norm.ActivationNormalization;
import org.normscape.objective.Need;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.optim.Descent;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.LossProbe;
import org.normscape.probe.Measurement;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.When;
import org.normscape.probe.when.Every;
import org.normscape.train.Trainer;

/** A network, a normalization and a probe of one's own: trained, and probed on the way. */
public final class OwnLab {

  /** Each example divided by 1 more than its largest element. */
  record PeakNorm() implements ActivationNormalization, Stateless {
    @Override
    public boolean makesBiasRedundant() {
      return false;
    }

    @Override
    public Parameters<ParameterSpec> parameters(Shape input) {
      return Parameters.none();
    }

    @Override
    public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
      Tensor peak = x.absolute().max(List.of(1)).plus(1);
      return x.dividedBy(peak.broadcast(x.shape(), List.of(1)));
    }
  }

  /** The largest entry of the gradient. */
  record LargestEntry(When when, ProbedLoss loss) implements LossProbe {
    static final Quantity LARGEST =
        Quantity.of("largest_entry", "largest entry of the gradient", "max |g|", "1", "As it says.");

    @Override
    public List<Quantity> quantities() {
      return List.of(LARGEST);
    }

    @Override
    public Set<Need> needs() {
      return Set.of(loss.need(Need.Part.GRADIENT));
    }

    @Override
    public Instrument prepare(Site site) {
      return new Reader(loss.need(Need.Part.GRADIENT));
    }
  }

  private record Reader(Need need) implements Instrument {
    @Override
    public Measurement measure(Situation situation) {
      double largest = 0;
      for (Array gradient : situation.found(need).gradient().values()) {
        for (double entry : gradient.toDoubles()) {
          largest = Math.max(largest, Math.abs(entry));
        }
      }
      List<Reading> readings = List.of(Reading.of(LargestEntry.LARGEST, largest));
      return () -> readings;
    }

    @Override
    public void close() {}
  }

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
            new ProbeSession(
                new LargestEntry(new Every(), new ProbedLoss()),
                Site.of(backend, Numerics.EXACT, objective));
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
