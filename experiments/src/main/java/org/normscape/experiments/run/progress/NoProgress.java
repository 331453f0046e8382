package org.normscape.experiments.run.progress;

/** Progress for which nobody waits. */
public record NoProgress() implements Progress {

  @Override
  public void begin(String task, long units) {
    // Quiet.
  }

  @Override
  public void advance(long units, String detail) {
    // Quiet.
  }

  @Override
  public void note(String line) {
    // Quiet.
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
