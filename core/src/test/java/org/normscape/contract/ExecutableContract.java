package org.normscape.contract;

import org.normscape.backend.Backend;

/** What every executable does, whatever the program. */
interface ExecutableContract {

  /** The backend under test. */
  Backend backend();
}
