package org.normscape.backend.tf.device;

import java.util.Locale;
import org.normscape.backend.BackendException;

/** The one form in which a GPU is refused: what it needs, what there is, and how to mend that. */
final class Refusal {

  private Refusal() {}

  /**
   * A sentence and its remedy.
   *
   * @param sentence what is needed and what there is, with a place for each argument
   * @param remedy what to do, besides using the CPU
   */
  static BackendException of(String sentence, String remedy, Object... arguments) {
    return new BackendException(
        "device: %s. To fix: %s, or use cpu."
            .formatted(String.format(Locale.ROOT, sentence, arguments), remedy),
        null);
  }
}
