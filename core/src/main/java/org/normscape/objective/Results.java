package org.normscape.objective;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.normscape.grad.Gradients;
import org.normscape.ir.Tensor;
import org.normscape.objective.Need.Part;
import org.normscape.params.Parameters;

/**
 * What a program gives for one {@link Need}.
 *
 * @param loss a scalar
 * @param metrics further scalars by name
 * @param parts what was wanted beside them, each by path
 * @param <T> tensors or arrays
 */
record Results<T>(T loss, Parameters<T> metrics, Map<Part, Parameters<T>> parts) {

  private static final String LOSS = "loss";
  private static final String METRICS = "metrics";

  /** Writes what is needed of an objective into the program of its arguments. */
  static Results<Tensor> write(Objective objective, Arguments<Tensor> at, Need need) {
    Evaluation evaluation = objective.evaluate(at.point(), at.batch(), need.statistics());
    Parameters<Tensor> gradients = gradients(evaluation, at, need.parts());
    Map<Part, Parameters<Tensor>> parts = new EnumMap<>(Part.class);
    need.parts().forEach(part -> parts.put(part, part(part, evaluation, gradients)));
    return new Results<>(evaluation.loss(), evaluation.metrics(), parts);
  }

  private static Parameters<Tensor> part(
      Part part, Evaluation evaluation, Parameters<Tensor> gradients) {
    return switch (part) {
      case STATE -> evaluation.state();
      case GRADIENT, ACTIVATION_GRADIENTS -> gradients.under(name(part));
      case FROZEN -> evaluation.frozen();
      case ACTIVATIONS -> evaluation.activations();
    };
  }

  /** One backward pass for all gradients that are wanted. */
  private static Parameters<Tensor> gradients(
      Evaluation evaluation, Arguments<Tensor> at, Set<Part> parts) {
    Parameters<Tensor> in = Parameters.none();
    if (parts.contains(Part.GRADIENT)) {
      in = in.and(at.point().parameters().within(name(Part.GRADIENT)));
    }
    if (parts.contains(Part.ACTIVATION_GRADIENTS)) {
      in = in.and(evaluation.activations().within(name(Part.ACTIVATION_GRADIENTS)));
    }
    return Parameters.like(in, Gradients.of(evaluation.loss(), in.values()));
  }

  /** The results for a need among those of a program, by the paths of {@link #named}. */
  static <T> Results<T> of(Parameters<T> named, Need need) {
    Map<Part, Parameters<T>> parts = new EnumMap<>(Part.class);
    need.parts().forEach(part -> parts.put(part, named.under(name(part))));
    return new Results<>(named.get(LOSS), named.under(METRICS), parts);
  }

  /** The same with each value replaced. */
  <R> Results<R> map(Function<? super T, ? extends R> function) {
    Map<Part, Parameters<R>> mapped = new EnumMap<>(Part.class);
    parts.forEach((part, values) -> mapped.put(part, values.map(function)));
    return new Results<>(function.apply(loss), metrics.map(function), mapped);
  }

  /** {@code loss}, {@code metrics.<name>}, and {@code <part>.<path>} for each part. */
  Parameters<T> named() {
    Parameters<T> named = Parameters.of(LOSS, loss).and(metrics.within(METRICS));
    for (Map.Entry<Part, Parameters<T>> part : parts.entrySet()) {
      named = named.and(part.getValue().within(name(part.getKey())));
    }
    return named;
  }

  private static String name(Part part) {
    return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
