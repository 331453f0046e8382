package org.normscape.experiments.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.Signals;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.checkpoint.Stop;
import org.normscape.experiments.run.progress.Progress;

/**
 * The watch for Ctrl-C and for a system that asks the program to end. The first time, a run ends
 * after the step that is going on; the second time, the program ends at once, and what is left are
 * the checkpoints that were written before.
 */
final class Interruptions implements AutoCloseable {

  private static final List<String> SIGNALS = List.of("INT", "TERM");

  private final Map<String, Object> before = new LinkedHashMap<>();

  private Interruptions() {}

  /** A watch until it is closed. */
  static Interruptions watch(Stop stop, Progress progress) {
    Interruptions watch = new Interruptions();
    for (String signal : SIGNALS) {
      watch.before.put(signal, Signals.register(signal, () -> happened(stop, progress)));
    }
    return watch;
  }

  private static void happened(Stop stop, Progress progress) {
    if (stop.isAsked()) {
      Runtime.getRuntime().halt(UserError.Kind.INTERRUPTED.exitCode());
    }
    stop.ask();
    progress.note("ending after this step; press Ctrl-C once more to end at once");
  }

  @Override
  public void close() {
    before.forEach(Signals::unregister);
  }
}
