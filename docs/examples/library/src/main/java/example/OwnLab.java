package example;

import java.util.List;
import java.util.Set;
import org.normscape.backend.*;
import org.normscape.ir.*;
import org.normscape.nn.*;
import org.normscape.nn.activation.Tanh;
import org.normscape.norm.ActivationNormalization;
import org.normscape.objective.*;
import org.normscape.optim.Descent;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.*;
import org.normscape.train.Trainer;

/** A network, a normalization and a probe of one's own: trained, and probed. */
public final class OwnLab {

  /** Each example divided by 1 more than its largest element. */
  record PeakNorm() implements ActivationNormalization, Stateless {
    @Override public boolean makesBiasRedundant() { return false; }
    @Override public Parameters<ParameterSpec> parameters(Shape input) { return Parameters.none(); }
    @Override public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
      Tensor peak = x.absolute().max(List.of(1)).plus(1);
      return x.dividedBy(peak.broadcast(x.shape(), List.of(1)));
    }
  }

  /** How much the loss falls over one step down the gradient, of the length of the gradient. */
  record FirstOrderGain(When when, ProbedLoss loss) implements LossProbe {
    static final Quantity GAIN =
        Quantity.of("gain", "first-order gain", "‖g‖²", "1", "The squared norm of the gradient.");
    @Override public List<Quantity> quantities() { return List.of(GAIN); }
    @Override public Set<Need> needs() { return Set.of(loss.need(Need.Part.GRADIENT)); }
    @Override public Instrument prepare(Site site) { return new Gain(loss.need(Need.Part.GRADIENT)); }

    record Gain(Need need) implements Instrument {
      @Override public Measurement measure(Situation at) {
        double sum = 0;
        for (Array g : at.found(need).gradient().values()) for (double v : g.toDoubles()) sum += v * v;
        double gain = sum;
        return () -> List.of(Reading.of(GAIN, gain));
      }
      @Override public void close() {}
    }
  }

  public static void main(String[] arguments) {
    Layer network = Sequential.of(Dense.of(8), new PeakNorm(), new Tanh(), Dense.of(2));
    Objective objective = new NetworkObjective(network, new SoftmaxCrossEntropy(), Shape.of(4, 2), DType.FLOAT64);
    try (Backend backend = Backends.open(arguments[0]);
        Trainer trainer = new Trainer(backend, Numerics.EXACT, objective, new Descent(), 7);
        ProbeSession probe = new ProbeSession(new FirstOrderGain(new org.normscape.probe.when.Every(), new ProbedLoss()), Site.of(backend, Numerics.EXACT, objective));
        Owner owner = new Owner()) {
      Parameters<Array> batch = owner.own(Parameters.of("input", backend.array(TensorType.float64(4, 2), 0, 0, 0, 1, 1, 0, 1, 1)).and("target", backend.array(TensorType.int32(4), 0, 1, 1, 0)));
      trainer.train(200, (step, made) -> batch, (number, step) -> {
        if (number % 50 == 0) System.out.println(number + " " + step.loss() + " " + probe.measure(trainer.point(), batch).readings().get(0).value());
      });
    }
  }
}
