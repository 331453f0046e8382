package org.normscape.probe.theory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.backend.Array;
import org.normscape.grad.Gradients;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.structure.BatchNormUse;
import org.normscape.probe.structure.LinearUse;
import org.normscape.probe.structure.Written;

/** A {@link LipschitzTheorem} that is ready to be held against a network. */
final class LipschitzInstrument implements Instrument {

  private static final Statistics BATCH = Statistics.BATCH_FROZEN_RUNNING;

  private final LipschitzTheorem probe;
  private final Objective objective;
  private final Parameters<TensorType> layers;
  private final NamedExecutable program;

  LipschitzInstrument(LipschitzTheorem probe, Site site) {
    this.probe = probe;
    this.objective = site.objective(Penalty.EXCLUDED);
    this.layers = probe.chosen(site);
    this.program =
        NamedProgram.trace(Written.arguments(objective, BATCH), this::write)
            .compile(site.backend(), site.numerics());
  }

  private Parameters<Tensor> write(Parameters<Tensor> arguments) {
    Written written = Written.of(objective, arguments, BATCH);
    Parameters<BatchNormUse> norms =
        written.batchNorms().where((path, use) -> layers.find(path).isPresent());
    Parameters<Tensor> flowing =
        Parameters.like(
            norms,
            Gradients.of(
                written.evaluation().loss(),
                norms.values().stream().map(BatchNormUse::output).toList()));
    Parameters<Tensor> results = Parameters.none();
    for (String path : norms.paths()) {
      results = results.and(write(written, norms.get(path), flowing.get(path)).within(path));
    }
    return results;
  }

  private static Parameters<Tensor> write(Written written, BatchNormUse norm, Tensor g) {
    Tensor u = Gradients.vjp(List.of(norm.output()), List.of(norm.input()), List.of(g)).get(0);
    Parameters<Tensor> results = LipschitzTerms.write(norm, g, u).and(identity(norm));
    return written.before(norm).map(before -> results.and(weights(before, u, g))).orElse(results);
  }

  /** Observation 4.3: with γ = s and β = μ a normalization changes nothing. */
  private static Parameters<Tensor> identity(BatchNormUse norm) {
    Tensor same = norm.with(norm.squaredDeviation().sqrt(), norm.mean());
    Tensor apart = same.minus(norm.input());
    return Parameters.of("apart", apart.dot(apart)).and("input", norm.input().dot(norm.input()));
  }

  private static Parameters<Tensor> weights(LinearUse before, Tensor u, Tensor g) {
    Tensor normalized = before.weightGradient(u);
    Tensor plain = before.weightGradient(g);
    return Parameters.of("normalized", normalized.dot(normalized)).and("plain", plain.dot(plain));
  }

  @Override
  public Lipschitz measure(Situation situation) {
    try (Owner owner = new Owner()) {
      Parameters<Array> found = program.run(situation.point().with(situation.batch()), owner);
      Map<String, Lipschitz.Layer> measured = new LinkedHashMap<>();
      layers.byPath().forEach((path, input) -> measured.put(path, layer(found.under(path), input)));
      return new Lipschitz(new Parameters<>(measured), probe.detail());
    }
  }

  private static Lipschitz.Layer layer(Parameters<Array> found, TensorType input) {
    Parameters<double[]> read = found.map(Array::toDoubles);
    return new Lipschitz.Layer(
        LipschitzTerms.read(read, input.shape().size()),
        Math.sqrt(read.get("apart")[0] / read.get("input")[0]),
        read.find("normalized").map(u -> u[0] / read.get("plain")[0]));
  }

  @Override
  public void close() {
    program.close();
  }
}
