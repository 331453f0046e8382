package org.normscape.bench.measure;

/**
 * How long to measure.
 *
 * @param rounds how many times each case gets a process, in turn with the others
 * @param warmUps at least so many runs are not counted
 * @param warmUpSeconds nor those of at least so long
 * @param samples at least so many samples are taken in a process
 * @param seconds and for at least so long
 */
public record Pace(int rounds, int warmUps, double warmUpSeconds, int samples, double seconds) {

  /** For figures to be quoted. */
  public static final Pace FULL = new Pace(5, 3, 3, 5, 5);

  /** To see that everything runs. */
  public static final Pace QUICK = new Pace(2, 1, 0.2, 2, 0.2);
}
