package org.normscape.probe.theory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.ir.TensorType;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;

/** A {@link SmoothnessTheorem} that is ready to be held against a network. */
final class SmoothnessInstrument implements Instrument {

  private final SmoothnessTheorem probe;
  private final Backend backend;
  private final Parameters<TensorType> inputs;
  private final Parameters<TensorType> masks;
  private final SmoothnessProgram program;

  SmoothnessInstrument(SmoothnessTheorem probe, Site site) {
    this.probe = probe;
    this.backend = site.backend();
    this.inputs = probe.chosen(site);
    this.masks = inputs.map(SmoothnessInstrument::mask);
    this.program = new SmoothnessProgram(site, masks);
  }

  /** One number for each channel: normalizations whose channels are last are by far the most. */
  private static TensorType mask(TensorType input) {
    return input.withShape(input.shape().without(input.shape().axesExcept(-1)));
  }

  @Override
  public Smoothness measure(Situation situation) {
    Parameters<Array> at = situation.point().with(situation.batch());
    Map<String, List<Smoothness.Terms>> alone = new LinkedHashMap<>();
    Map<String, Smoothness.Terms> together = terms(at, channels -> -1);
    for (int i = 0; i < probe.channels(); i++) {
      int place = i;
      terms(at, channels -> place * channels / probe.channels())
          .forEach((path, one) -> alone.computeIfAbsent(path, p -> new ArrayList<>()).add(one));
    }
    Map<String, Smoothness.Layer> layers = new LinkedHashMap<>();
    together.forEach(
        (path, all) ->
            layers.put(path, new Smoothness.Layer(all, alone.getOrDefault(path, List.of()))));
    return new Smoothness(new Parameters<>(layers));
  }

  /**
   * Both sides in some channels of each layer.
   *
   * @param chosen from the number of channels to the one that is left; −1 for all of them
   */
  private Map<String, Smoothness.Terms> terms(Parameters<Array> at, IntUnaryOperator chosen) {
    Parameters<double[]> given = masks.map(type -> mask(type, chosen));
    try (Owner owner = new Owner()) {
      Parameters<Array> arrays = masks.zip(given, backend::array);
      Parameters<double[]> found = program.run(at, owner.own(arrays));
      Map<String, Smoothness.Terms> terms = new LinkedHashMap<>();
      inputs
          .byPath()
          .forEach(
              (path, type) -> {
                double[] mask = given.get(path);
                terms.put(
                    path,
                    Smoothness.Terms.of(
                        found.under(path), mask, type.shape().size() / mask.length));
              });
      return terms;
    }
  }

  private static double[] mask(TensorType type, IntUnaryOperator chosen) {
    int channels = type.shape().size();
    int one = chosen.applyAsInt(channels);
    double[] mask = new double[channels];
    IntStream.range(0, channels).filter(c -> one < 0 || c == one).forEach(c -> mask[c] = 1);
    return mask;
  }

  @Override
  public void close() {
    program.close();
  }
}
