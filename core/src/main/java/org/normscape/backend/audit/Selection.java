package org.normscape.backend.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.normscape.backend.BackendException;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;

/**
 * Chooses among the methods of a call: of the rivals that are right the first, or one that is
 * faster by more than a tenth; else the first right one of the others.
 *
 * @param backend the backend's name, for messages
 * @param inProcess examines methods here
 * @param apart examines methods in another process
 * @param load how busy the machine is
 */
record Selection(String backend, Examiner inProcess, Examiner apart, DoubleSupplier load) {

  /** The share of the time that a faster method may take at most. */
  private static final double FASTER = 0.9;

  /** How many times as long as the best a rival must have taken to be timed once more. */
  private static final double COLD = 3;

  /** How often rivals that are short are timed again. */
  private static final int TIMINGS = 7;

  /**
   * The method for a call.
   *
   * @throws BackendException when none of its methods is right
   */
  Choice choose(KernelCall call, List<Method> methods) {
    List<Verdict> verdicts = new ArrayList<>();
    boolean areCompared =
        methods.stream().filter(method -> method.role() == Method.Role.RIVAL).count() > 1;
    for (Method.Role role : Method.Role.values()) {
      for (Method method : methods) {
        if (method.role() == role && (role == Method.Role.RIVAL || noneIsRight(verdicts))) {
          verdicts.add(examine(call, method, areCompared ? TIMINGS : 0));
        }
      }
    }
    if (areCompared) {
      best(verdicts).ifPresent(best -> timeAgain(call, methods, verdicts, best));
    }
    String name = best(verdicts).orElseThrow(() -> nothingLeft(call, verdicts)).method();
    return new Choice(call.toString(), name, areCompared ? load.getAsDouble() : 0, verdicts);
  }

  /**
   * The first kernels of a process load what all others use, and a machine may be busy: what took
   * far longer than the best did so for such a reason, or is quickly seen not to.
   */
  private void timeAgain(
      KernelCall call, List<Method> methods, List<Verdict> verdicts, Verdict best) {
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      if (verdict.isRight() && verdict.seconds() > COLD * best.seconds()) {
        Verdict warm = inProcess.examine(call, named(methods, verdict.method()), TIMINGS);
        if (!warm.isRight() || warm.seconds() < verdict.seconds()) {
          verdicts.set(i, warm);
        }
      }
    }
  }

  private static Method named(List<Method> methods, String name) {
    return methods.stream().filter(method -> method.name().equals(name)).findFirst().orElseThrow();
  }

  /** One method, asked for by name. */
  Choice check(KernelCall call, Method method) {
    Verdict verdict = examine(call, method, 0);
    if (!verdict.isRight()) {
      throw nothingLeft(call, List.of(verdict));
    }
    return new Choice(call.toString(), method.name(), 0, List.of(verdict));
  }

  private Verdict examine(KernelCall call, Method method, int timings) {
    return (method.role() == Method.Role.RISK ? apart : inProcess).examine(call, method, timings);
  }

  private static boolean noneIsRight(List<Verdict> verdicts) {
    return verdicts.stream().noneMatch(Verdict::isRight);
  }

  private static Optional<Verdict> best(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Verdict::isRight)
        .reduce((one, other) -> other.seconds() < FASTER * one.seconds() ? other : one);
  }

  private BackendException nothingLeft(KernelCall call, List<Verdict> verdicts) {
    String faults =
        verdicts.stream()
            .map(verdict -> verdict.method() + " " + verdict.fault())
            .collect(Collectors.joining("; "));
    return new BackendException(
        "%s: a kernel must give the numbers that plain Java gives, but for %s on this processor %s. To fix: use another backend or numerics = exact, or audit = off to use the kernel all the same, and report this."
            .formatted(backend, call, faults),
        null);
  }
}
