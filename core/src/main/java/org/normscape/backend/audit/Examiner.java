package org.normscape.backend.audit;

import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;

/** Finds out whether a method computes a call rightly on this machine, and how long it takes. */
@FunctionalInterface
interface Examiner {

  /** What is found of one method of one call. */
  Verdict examine(KernelCall call, Method method);
}
