package org.normscape.backend.audit;

import java.util.Optional;

/** What was chosen before, on this machine. Safe to use from several threads and processes. */
public interface Choices {

  /** What was chosen for a call. */
  Optional<Choice> of(String call);

  /** Keeps a choice. */
  void keep(Choice choice);
}
