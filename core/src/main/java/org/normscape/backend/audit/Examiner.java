package org.normscape.backend.audit;

import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;

/** Finds out whether a method computes a call rightly on this machine, and how long it takes. */
@FunctionalInterface
interface Examiner {

  /**
   * What is found of one method of one call.
   *
   * @param timings how often a right kernel that is short is run again to be timed; 0 where its
   *     time does not matter
   */
  Verdict examine(KernelCall call, Method method, int timings);
}
