package org.normscape.objective;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;
import org.normscape.objective.Need.Part;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/**
 * What several have to know of an objective at one point, on one batch, as one program. What is
 * about the same function is merged, and equal equations are written once: the loss with and
 * without a penalty share all but the penalty, and a gradient that two ask for is computed once.
 *
 * <pre>
 * Needs needs = Needs.of(Variants.of(objective), List.of(Need.gradient(Penalty.INCLUDED)));
 * try (Finder finder = needs.compile(backend, numerics);
 *     Owner owner = new Owner()) {
 *   Found found = finder.find(point, batch, owner).of(Need.gradient(Penalty.INCLUDED));
 *   … found.loss(), found.gradient() …
 * }
 * </pre>
 *
 * @param variants the objective, without and with its penalty
 * @param functions what is wanted of each function, each function once; in a fixed order
 */
public record Needs(Variants variants, List<Need> functions) {

  public Needs {
    functions = merged(variants, functions);
    if (functions.isEmpty()) {
      throw new IllegalArgumentException(
          "Needs: there must be at least one, but there is none. To fix: ask for a loss.");
    }
  }

  /** The union of what is needed. */
  public static Needs of(Variants variants, Collection<Need> needs) {
    return new Needs(variants, List.copyOf(needs));
  }

  private static List<Need> merged(Variants variants, List<Need> needs) {
    List<Need> merged = new ArrayList<>();
    for (Need need : needs) {
      Need all = named(variants, need);
      for (Need same : merged.stream().filter(all::isAboutTheSame).toList()) {
        merged.remove(same);
        all = same.and(all);
      }
      merged.add(all);
    }
    return merged.stream()
        .sorted(Comparator.comparing(Need::statistics).thenComparing(Need::penalty))
        .toList();
  }

  /** The need as it is merged: one name for each function. */
  private static Need named(Variants variants, Need need) {
    boolean forgets = need.statistics() == Statistics.BATCH && !need.parts().contains(Part.STATE);
    return new Need(
        forgets ? Statistics.BATCH_FROZEN_RUNNING : need.statistics(),
        variants.named(need.penalty()),
        need.parts());
  }

  /**
   * The program, on {@link Arguments} of a point and a batch. The results are for {@link Finder} to
   * read.
   */
  public NamedProgram program() {
    return NamedProgram.trace(
        new Arguments<>(variants.bare().types(), batch()).named(),
        tensors -> {
          Arguments<Tensor> at = Arguments.of(tensors);
          Parameters<Tensor> results = Parameters.none();
          for (Need function : functions) {
            Objective objective = variants.of(function.penalty());
            results =
                results.and(Results.write(objective, at, function).named().within(name(function)));
          }
          return results;
        });
  }

  private Parameters<TensorType> batch() {
    boolean drawn = functions.stream().anyMatch(need -> need.statistics() != Statistics.RUNNING);
    return variants.bare().arguments(drawn ? Statistics.BATCH : Statistics.RUNNING);
  }

  /**
   * Compiles the program.
   *
   * @throws IllegalArgumentException when the numerics are not carried in the objective's type
   */
  public Finder compile(Backend backend, Numerics numerics) {
    if (variants.bare().dtype() != numerics.dtype()) {
      throw new IllegalArgumentException(
          "Needs: an objective must be carried in the type of its numerics, %s for %s, but it is in %s. To fix: make it with numerics.dtype()."
              .formatted(numerics.dtype(), numerics, variants.bare().dtype()));
    }
    return new Finder(this, program().compile(backend, numerics));
  }

  /**
   * The position of the function that covers a need.
   *
   * @throws IllegalArgumentException when none does
   */
  int covering(Need need) {
    Need named = named(variants, need);
    for (int i = 0; i < functions.size(); i++) {
      if (functions.get(i).covers(named)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "Needs: what is looked up must have been asked for, but %s was not, only %s. To fix: name it among the needs."
            .formatted(need, functions));
  }

  /** Of what {@link #program} gives, the results for one of its functions. */
  static <T> Results<T> results(Parameters<T> all, Need function) {
    return Results.of(all.under(name(function)), function);
  }

  private static String name(Need function) {
    return (function.statistics() + "-" + function.penalty()).toLowerCase(Locale.ROOT);
  }
}
