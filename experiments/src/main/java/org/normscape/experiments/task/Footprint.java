package org.normscape.experiments.task;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.normscape.experiments.run.Environment;
import org.normscape.ir.Equation;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;
import org.normscape.ir.Var;
import org.normscape.objective.Objective;

/**
 * How much memory tensors take.
 *
 * @param what what takes it
 * @param bytes how much
 */
record Footprint(String what, double bytes) {

  private static final double GIBIBYTE = 1L << 30;

  private static final double LEAST_SAID = 0.01;

  /** The parameters, their gradient, and the new ones of a step. */
  private static final int COPIES = 3;

  /** What has to be there whatever is computed: parameters and their gradients. */
  static Footprint ofParameters(Objective objective) {
    double bytes =
        objective.parameters().values().stream()
            .mapToDouble(spec -> spec.type(objective.dtype()).bytes())
            .sum();
    return new Footprint("the parameters of the model and their gradient", COPIES * bytes);
  }

  /** The most that lives at once where each equation is carried out by itself, in order. */
  static Footprint of(Program program) {
    List<Equation> equations = program.equations();
    Map<Var, Integer> lastUse = new HashMap<>();
    for (int i = 0; i < equations.size(); i++) {
      for (Var input : equations.get(i).inputs()) {
        lastUse.put(input, i);
      }
    }
    program.results().forEach(result -> lastUse.put(result, equations.size()));
    double live = program.parameterTypes().stream().mapToDouble(TensorType::bytes).sum();
    double most = live;
    Map<Integer, Double> freed = new HashMap<>();
    for (int i = 0; i < equations.size(); i++) {
      for (Var output : equations.get(i).outputs()) {
        double bytes = output.type().bytes();
        live += bytes;
        freed.merge(lastUse.getOrDefault(output, i), bytes, Double::sum);
      }
      most = Math.max(most, live);
      live -= freed.getOrDefault(i, 0.0);
    }
    return new Footprint("a training step", most);
  }

  /**
   * Checks that the machine has that much memory.
   *
   * @throws IllegalArgumentException when it has not
   */
  void check() {
    check((double) Environment.memoryBytes().orElse(Long.MAX_VALUE));
  }

  /** How many of them a machine with so much memory, in bytes, has room for; at least one. */
  int fitting(double there) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.floor(there / Math.max(1, bytes))));
  }

  /** In words: how much it is. */
  String text() {
    double gibibytes = bytes / GIBIBYTE;
    return gibibytes < LEAST_SAID
        ? "%s takes less than %s GiB".formatted(what, LEAST_SAID)
        : String.format(Locale.ROOT, "%s takes %.2f GiB", what, gibibytes);
  }

  /** The same for a machine with so much memory, in bytes. */
  void check(double there) {
    if (bytes > there) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "model and data.batch: must fit into the %.0f GiB of memory of this machine, but %s would take %.0f GiB. To fix: take a narrower model or a smaller batch.",
              there / GIBIBYTE,
              what,
              bytes / GIBIBYTE));
    }
  }
}
