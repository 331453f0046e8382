package org.normscape.probe.theory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.params.NamedExecutable;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.random.RandomStream;

/** A {@link MinimaxTheorem} that is ready to be held against a network. */
final class MinimaxInstrument implements Instrument {

  private final MinimaxTheorem probe;
  private final Backend backend;
  private final MinimaxPrograms written;
  private final NamedExecutable terms;
  private final NamedExecutable power;

  MinimaxInstrument(MinimaxTheorem probe, Site site) {
    this.probe = probe;
    this.backend = site.backend();
    this.written = probe.program(site);
    this.terms = written.terms().compile(site.backend(), site.numerics());
    this.power = written.power().compile(site.backend(), site.numerics());
  }

  @Override
  public Minimax measure(Situation situation) {
    Parameters<Array> at = situation.point().with(situation.batch());
    Parameters<Double> squares = squares(at, situation.seed());
    try (Owner owner = new Owner()) {
      Parameters<Array> found = terms.run(at, owner);
      Map<String, Minimax.Layer> layers = new LinkedHashMap<>();
      for (String path : written.inputs().paths()) {
        Parameters<double[]> read = found.under(path).map(Array::toDoubles);
        int size = written.inputs().get(path).shape().size();
        layers.put(
            path,
            layer(
                squares.get(path),
                size,
                LipschitzTerms.read(read, size),
                read.get(MinimaxPrograms.WEIGHT_GRADIENT)));
      }
      return new Minimax(new Parameters<>(layers), probe.detail());
    }
  }

  private static Minimax.Layer layer(
      double square, int size, List<Lipschitz.Channel> channels, double[] weightGradients) {
    List<Minimax.Channel> each = new ArrayList<>();
    for (int c = 0; c < channels.size(); c++) {
      each.add(new Minimax.Channel(square, channels.get(c), weightGradients[c]));
    }
    return new Minimax.Layer(square, size / channels.size(), each);
  }

  /** λ² of each layer, from below: the square of the norm of X, as far as the power method came. */
  private Parameters<Double> squares(Parameters<Array> at, long seed) {
    try (Owner owner = new Owner()) {
      Parameters<Array> vectors = drawn(seed, owner);
      Parameters<Array> found = Parameters.none();
      for (int i = 0; i < probe.iterations(); i++) {
        found = power.run(at.and(vectors.within(MinimaxPrograms.VECTOR)), owner);
        vectors = found.under(MinimaxPrograms.VECTOR);
      }
      return found.under(MinimaxPrograms.SQUARE).map(Array::toScalar);
    }
  }

  private Parameters<Array> drawn(long seed, Owner owner) {
    Map<String, Array> vectors = new LinkedHashMap<>();
    written
        .vectors()
        .byPath()
        .forEach(
            (path, type) -> {
              RandomStream random = RandomStream.of(seed, "probe/minimax-theorem/" + path);
              double[] values = random.normal(type.shape().size(), 1);
              vectors.put(path, owner.own(backend.array(type, values)));
            });
    return new Parameters<>(vectors);
  }

  @Override
  public void close() {
    terms.close();
    power.close();
  }
}
