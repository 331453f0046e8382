package org.normscape.experiments.task;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.normscape.ir.Tensor;
import org.normscape.nn.Statistics;
import org.normscape.objective.Arguments;
import org.normscape.objective.Objective;
import org.normscape.params.NamedProgram;

/**
 * The paths of the parts of a network: of its parameters, of its activations and of what they are
 * in.
 */
final class LayerPaths {

  private LayerPaths() {}

  /** The paths in an objective's network. */
  static Set<String> of(Objective objective) {
    Set<String> paths = new TreeSet<>();
    objective.parameters().paths().forEach(path -> add(path, paths));
    activations(objective).forEach(path -> add(path, paths));
    return paths;
  }

  private static List<String> activations(Objective objective) {
    Statistics statistics = Statistics.BATCH;
    return NamedProgram.trace(
            new Arguments<>(objective.types(), objective.arguments(statistics)).named(),
            tensors -> {
              Arguments<Tensor> at = Arguments.of(tensors);
              return objective.evaluate(at.point(), at.batch(), statistics).activations();
            })
        .results()
        .paths();
  }

  private static void add(String path, Set<String> paths) {
    for (int end = path.indexOf('.'); end >= 0; end = path.indexOf('.', end + 1)) {
      paths.add(path.substring(0, end));
    }
    paths.add(path);
  }
}
