package org.normscape.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.backend.Executable;

/** The fingerprint of the results of every run, in the order of the runs. */
public final class RunDigests implements Witness.Observer {

  private final List<String> digests = new ArrayList<>();

  @Override
  public void before(Executable executable, List<Array> arguments) {
    // What a run is given was the result of an earlier one, or the same from the start.
  }

  @Override
  public void after(Executable executable, List<Array> results) {
    digests.add(Fingerprint.of(results));
  }

  /** How many runs there were. */
  public int count() {
    return digests.size();
  }

  /** The number of the first run, from 0, whose results differ; empty when all are equal. */
  public OptionalInt firstDifference(RunDigests others) {
    int shared = Math.min(count(), others.count());
    return IntStream.range(0, shared)
        .filter(run -> !digests.get(run).equals(others.digests.get(run)))
        .findFirst();
  }
}
