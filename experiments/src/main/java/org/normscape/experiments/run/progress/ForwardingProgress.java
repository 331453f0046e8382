package org.normscape.experiments.run.progress;

/** Progress around another one, which is told all that this one does not change. */
public interface ForwardingProgress extends Progress {

  /** What this is around. */
  Progress progress();

  @Override
  default void begin(String task, long units) {
    progress().begin(task, units);
  }

  @Override
  default long units(String cell, long steps) {
    return progress().units(cell, steps);
  }

  @Override
  default void advance(long units, String detail) {
    progress().advance(units, detail);
  }

  @Override
  default void skip(long units, String detail) {
    progress().skip(units, detail);
  }

  @Override
  default void note(String line) {
    progress().note(line);
  }

  @Override
  default void close() {
    progress().close();
  }
}
