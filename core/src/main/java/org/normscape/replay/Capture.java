package org.normscape.replay;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.Array;
import org.normscape.backend.Executable;

/**
 * Copies the arguments of one run to the host and ends the work there: nothing after it matters.
 */
public final class Capture implements Witness.Observer {

  private final int wanted;
  private int runs;
  private @Nullable CapturedRun captured;

  /** A capture of the run with this number, counted from 0. */
  public Capture(int wanted) {
    this.wanted = wanted;
  }

  /**
   * The arguments of the run while {@code work} did it again.
   *
   * @param work what runs the programs, on a {@link Witness} with this observer
   * @throws IllegalStateException when the work ends before that run
   */
  public CapturedRun during(Runnable work) {
    try {
      work.run();
    } catch (Reached end) {
      if (captured != null) {
        return captured;
      }
    }
    throw new IllegalStateException(
        "Capture: the work must come to run %s, but it ended after %s. To fix: do the same work again."
            .formatted(wanted, runs));
  }

  @Override
  public void before(Executable executable, List<Array> arguments) {
    if (runs++ == wanted) {
      captured =
          new CapturedRun(
              executable.program(),
              executable.compilation(),
              arguments.stream().map(HostArray::of).toList());
      throw new Reached();
    }
  }

  @Override
  public void after(Executable executable, List<Array> results) {
    // The run before the one that is wanted.
  }

  /** Ends the work: an error, so that nobody on the way takes it for a failure of what is done. */
  private static final class Reached extends Error {
    @Serial private static final long serialVersionUID = 1;

    Reached() {
      super("the run to capture is reached", null, false, false);
    }
  }
}
