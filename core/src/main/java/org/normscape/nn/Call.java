package org.normscape.nn;

import java.util.function.Function;
import java.util.function.Supplier;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/**
 * What a layer is called with, beside its input.
 *
 * @param parameters what is learned, by the paths of {@link Layer#parameters}
 * @param state what is remembered, by the paths of {@link Layer#state}
 * @param noise what was drawn for this step, by the paths of {@link Layer#noise}; nothing under
 *     {@link Statistics#RUNNING}
 * @param frozen values by the paths of {@link Layer#frozen}, taken as they are; or nothing, where
 *     the layer computes them
 * @param conditions what every layer may look at beside its input, by name, such as the class of
 *     each example; usually nothing
 * @param statistics which statistics normalizations use
 */
public record Call(
    Parameters<Tensor> parameters,
    Parameters<Tensor> state,
    Parameters<Tensor> noise,
    Parameters<Tensor> frozen,
    Parameters<Tensor> conditions,
    Statistics statistics) {

  /** A call without conditions. */
  public Call(
      Parameters<Tensor> parameters,
      Parameters<Tensor> state,
      Parameters<Tensor> noise,
      Parameters<Tensor> frozen,
      Statistics statistics) {
    this(parameters, state, noise, frozen, Parameters.none(), statistics);
  }

  /** A call without noise, which leaves frozen values to the layer. */
  public static Call of(
      Parameters<Tensor> parameters, Parameters<Tensor> state, Statistics statistics) {
    return new Call(parameters, state, Parameters.none(), Parameters.none(), statistics);
  }

  /** The part of the layer of this name. */
  public Call under(String name) {
    return new Call(
        parameters.under(name),
        state.under(name),
        noise.under(name),
        frozen.under(name),
        conditions,
        statistics);
  }

  /** The part of every layer by its name: as {@link #under}, but each path is looked at once. */
  public Function<String, Call> divided() {
    Function<String, Parameters<Tensor>> learned = parts(parameters);
    Function<String, Parameters<Tensor>> remembered = parts(state);
    Function<String, Parameters<Tensor>> drawn = parts(noise);
    Function<String, Parameters<Tensor>> held = parts(frozen);
    return name ->
        new Call(
            learned.apply(name),
            remembered.apply(name),
            drawn.apply(name),
            held.apply(name),
            conditions,
            statistics);
  }

  private static Function<String, Parameters<Tensor>> parts(Parameters<Tensor> all) {
    Parameters<Parameters<Tensor>> parts = all.divided();
    return name -> parts.find(name).orElseGet(Parameters::none);
  }

  /** This call with another value for a parameter. */
  public Call with(String parameter, Tensor value) {
    return new Call(
        parameters.replacedBy(Parameters.of(parameter, value)),
        state,
        noise,
        frozen,
        conditions,
        statistics);
  }

  /** This call with something to look at beside the input, by name. */
  public Call with(Parameters<Tensor> conditions) {
    return new Call(parameters, state, noise, frozen, conditions, statistics);
  }

  /**
   * What the layer looks at beside its input.
   *
   * @throws IllegalArgumentException when it is not given, or has other extents
   */
  public Tensor condition(String name, Shape extents) {
    Tensor condition =
        conditions
            .find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Call: the condition \"%s\" must be given, but there are only %s. To fix: name it in the conditions of the objective."
                            .formatted(name, conditions.paths())));
    if (!condition.shape().equals(extents)) {
      throw new IllegalArgumentException(
          "Call: the condition \"%s\" must be %s, but it is %s. To fix: give it in this shape."
              .formatted(name, extents, condition.shape()));
    }
    return condition;
  }

  /**
   * A frozen value: the one that is given, or else what {@code computed} writes, through which
   * nothing flows.
   */
  public Tensor frozen(String name, Supplier<Tensor> computed) {
    return frozen.find(name).orElseGet(() -> computed.get().stopGradient());
  }
}
