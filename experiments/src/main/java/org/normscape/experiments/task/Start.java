package org.normscape.experiments.task;

import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;
import org.normscape.train.Trainer;

/** Where a step starts from, on the host: all that a backend needs to take it, but the batch. */
record Start(
    Parameters<HostArray> parameters, Parameters<HostArray> state, Parameters<HostArray> memory) {

  private static final String PARAMETERS = "parameters";
  private static final String STATE = "state";
  private static final String MEMORY = "memory";

  /** Where a network is. */
  static Start of(Trainer trainer) {
    return new Start(
        trainer.point().parameters().map(HostArray::of),
        trainer.point().state().map(HostArray::of),
        trainer.memory().map(HostArray::of));
  }

  /** What {@link #named} named. */
  static Start of(Parameters<HostArray> named) {
    return new Start(named.under(PARAMETERS), named.under(STATE), named.under(MEMORY));
  }

  /**
   * This start, with the network at weights that come from elsewhere.
   *
   * @param weights by the paths of parameters and state
   */
  Start at(Parameters<HostArray> weights) {
    return new Start(taken(parameters, weights), taken(state, weights), memory);
  }

  /** Arrays of the same paths and types, with the numbers of others. */
  private static Parameters<HostArray> taken(
      Parameters<HostArray> like, Parameters<HostArray> weights) {
    Map<String, HostArray> taken = new LinkedHashMap<>();
    like.byPath()
        .forEach((path, array) -> taken.put(path, weights.get(path).as(array.type().dtype())));
    return new Parameters<>(taken);
  }

  /** All of it, by path. */
  Parameters<HostArray> named() {
    return parameters.within(PARAMETERS).and(state.within(STATE)).and(memory.within(MEMORY));
  }

  /** What the network has learned and what it remembers, by its own paths. */
  Parameters<HostArray> network() {
    return parameters.and(state);
  }

  /** Moves a network of the same kind here. */
  void apply(Trainer trainer, Backend backend) {
    trainer.moveTo(new Point<>(on(backend, parameters), on(backend, state)), on(backend, memory));
  }

  private static Parameters<Array> on(Backend backend, Parameters<HostArray> arrays) {
    return arrays.map(array -> array.on(backend));
  }
}
