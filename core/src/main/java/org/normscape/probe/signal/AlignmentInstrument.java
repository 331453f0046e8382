package org.normscape.probe.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.grad.Gradients;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.signal.Alignment.Kernel;
import org.normscape.probe.structure.LinearUse;
import org.normscape.probe.structure.Written;

/** A {@link GradientAlignment} that is ready to be measured. */
final class AlignmentInstrument implements Instrument {

  private static final String TERMS = "terms";
  private static final String MAP = "map";

  private final GradientAlignment probe;
  private final Objective objective;
  private final Parameters<TensorType> weights;
  private final NamedExecutable program;

  AlignmentInstrument(GradientAlignment probe, Site site) {
    this.probe = probe;
    this.objective = site.objective(Penalty.EXCLUDED);
    this.weights = probe.chosen(site);
    this.program =
        NamedProgram.trace(Written.arguments(objective, probe.statistics()), this::write)
            .compile(site.backend(), site.numerics());
  }

  private Parameters<Tensor> write(Parameters<Tensor> arguments) {
    Written written = Written.of(objective, arguments, probe.statistics());
    Parameters<LinearUse> uses =
        written.linear().where((path, use) -> weights.find(path).isPresent());
    List<Tensor> outputs = uses.values().stream().map(LinearUse::output).toList();
    Parameters<Tensor> flowing =
        Parameters.like(uses, Gradients.of(written.evaluation().loss(), outputs));
    Parameters<Tensor> results = Parameters.none();
    for (String path : uses.paths()) {
      results = results.and(write(uses.get(path), flowing.get(path)).within(path));
    }
    return results;
  }

  private static Parameters<Tensor> write(LinearUse use, Tensor flowing) {
    Tensor sizes = use.weightGradient(flowing).absolute();
    int rank = sizes.shape().rank();
    List<Integer> places = IntStream.range(0, rank - 2).boxed().toList();
    return Parameters.of(TERMS, use.ofSizes().weightGradient(flowing.absolute()).mean())
        .and(MAP, sizes.sum(places));
  }

  @Override
  public Alignment measure(Situation situation) {
    try (Owner owner = new Owner()) {
      Parameters<Array> found = program.run(situation.point().with(situation.batch()), owner);
      return new Alignment(
          Parameters.like(
              weights,
              weights.paths().stream()
                  .map(path -> kernel(found.under(path), weights.get(path)))
                  .toList()),
          probe.detail());
    }
  }

  private static Kernel kernel(Parameters<Array> found, TensorType weight) {
    double[] map = found.get(MAP).toDoubles();
    int channels = weight.shape().dim(weight.shape().rank() - 1);
    List<List<Double>> rows = new ArrayList<>();
    for (int start = 0; start < map.length; start += channels) {
      rows.add(Arrays.stream(map, start, start + channels).boxed().toList());
    }
    return new Kernel(
        found.get(TERMS).toScalar(), Arrays.stream(map).sum() / weight.shape().size(), rows);
  }

  @Override
  public void close() {
    program.close();
  }
}
