package org.normscape.nn;

import java.util.function.Function;
import java.util.function.Supplier;
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
 * @param statistics which statistics normalizations use
 */
public record Call(
    Parameters<Tensor> parameters,
    Parameters<Tensor> state,
    Parameters<Tensor> noise,
    Parameters<Tensor> frozen,
    Statistics statistics) {

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
            statistics);
  }

  private static Function<String, Parameters<Tensor>> parts(Parameters<Tensor> all) {
    Parameters<Parameters<Tensor>> parts = all.divided();
    return name -> parts.find(name).orElseGet(Parameters::none);
  }

  /** This call with another value for a parameter. */
  public Call with(String parameter, Tensor value) {
    return new Call(
        parameters.replacedBy(Parameters.of(parameter, value)), state, noise, frozen, statistics);
  }

  /**
   * A frozen value: the one that is given, or else what {@code computed} writes, through which
   * nothing flows.
   */
  public Tensor frozen(String name, Supplier<Tensor> computed) {
    return frozen.find(name).orElseGet(() -> computed.get().stopGradient());
  }
}
