package org.normscape.probe.shift;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.linalg.Comparison;
import org.normscape.linalg.Comparison.Compared;
import org.normscape.linalg.VectorSpace;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.objective.Finder;
import org.normscape.objective.Needs;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;

/** {@link CovariateShift}, ready to be measured. */
final class ShiftInstrument implements Instrument {

  private final CovariateShift probe;
  private final Parameters<Set<String>> layers;
  private final Parameters<Comparison> measured;
  private final Finder finder;
  private final VectorSpace space;

  ShiftInstrument(CovariateShift probe, Site site) {
    this.probe = probe;
    Objective objective = site.objective(probe.weightDecay());
    Parameters<ParameterSpec> specs = objective.parameters();
    this.layers = LayerPaths.of(specs);
    this.measured =
        measured(specs)
            .map(
                paths ->
                    new Comparison(
                        site.backend(),
                        site.numerics(),
                        only(paths, objective.types().parameters())));
    this.finder =
        Needs.of(site.objectives(), List.of(probe.need())).compile(site.backend(), site.numerics());
    this.space = new VectorSpace(site.backend(), site.numerics(), objective.types().parameters());
  }

  private Parameters<Set<String>> measured(Parameters<ParameterSpec> specs) {
    Parameters<Set<String>> weighted =
        layers.where(
            (layer, paths) ->
                paths.stream().anyMatch(path -> specs.get(path).role() == Role.WEIGHT));
    return probe.pattern().someOf(weighted, "a layer with weights");
  }

  private static <T> Parameters<T> only(Set<String> paths, Parameters<T> all) {
    return all.where((path, value) -> paths.contains(path));
  }

  @Override
  public GradientShift measure(Situation situation) {
    try (Owner owner = new Owner()) {
      return measure(situation, updated(situation, owner));
    }
  }

  /** The update of all parameters, made as long as the probe asks. */
  private Parameters<Array> updated(Situation situation, Owner owner) {
    Parameters<Array> there = situation.update().parameters();
    Parameters<Array> here = situation.point().parameters();
    return probe
        .distance()
        .map(
            distance -> {
              Parameters<Array> step = owner.own(space.plus(there, -1, here));
              return owner.own(space.plus(here, distance / space.norm(step), step));
            })
        .orElse(there);
  }

  private GradientShift measure(Situation situation, Parameters<Array> updated) {
    Parameters<Array> here = situation.found(probe.need()).gradient();
    Map<String, Compared> shifts = new LinkedHashMap<>();
    Set<String> before = new HashSet<>();
    for (Map.Entry<String, Set<String>> layer : layers.byPath().entrySet()) {
      measured
          .find(layer.getKey())
          .ifPresent(
              comparison ->
                  shifts.put(
                      layer.getKey(),
                      shift(situation, only(before, updated), layer.getValue(), here, comparison)));
      before.addAll(layer.getValue());
    }
    return new GradientShift(new Parameters<>(shifts));
  }

  private Compared shift(
      Situation situation,
      Parameters<Array> updatedBefore,
      Set<String> layer,
      Parameters<Array> here,
      Comparison comparison) {
    Point<Array> point = situation.point();
    Point<Array> moved = new Point<>(point.parameters().replacedBy(updatedBefore), point.state());
    try (Owner owner = new Owner()) {
      Parameters<Array> there =
          finder.find(moved, situation.batch(), owner).of(probe.need()).gradient();
      return comparison.of(only(layer, here), only(layer, there));
    }
  }

  @Override
  public void close() {
    measured.values().forEach(Comparison::close);
    finder.close();
    space.close();
  }
}
