package org.normscape.experiments.run.progress;

/**
 * What someone who waits is told. A bar with the time left on a terminal, plain lines elsewhere,
 * nothing when quiet: see {@link ProgressBars}, {@link ProgressLines} and {@link NoProgress}.
 */
public interface Progress extends AutoCloseable {

  /** Says what will be done, and how many units of work it is. */
  void begin(String task, long units);

  /**
   * How many units of work some steps are.
   *
   * @param cell the cell whose steps they are
   */
  default long units(String cell, long steps) {
    return steps;
  }

  /**
   * Says that work was done.
   *
   * @param units how much since the last call
   * @param detail where things stand, in a few words
   */
  void advance(long units, String detail);

  /**
   * Says that work was done before, which tells nothing about how long the rest takes.
   *
   * @param units how much since the last call
   * @param detail where things stand, in a few words
   */
  default void skip(long units, String detail) {
    advance(units, detail);
  }

  /** Says something that stays on the screen. */
  void note(String line);

  @Override
  void close();
}
