package org.normscape.contract.executable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.normscape.backend.Array;

/** What was expected of a backend, and what came instead. */
final class Expectations {

  private final List<String> complaints = new ArrayList<>();

  /** What was not as expected, in words. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Expects something to hold. */
  void that(String what, boolean holds) {
    if (!holds) {
      complaints.add(what + ", but it is not so");
    }
  }

  /** Expects these numbers. */
  void numbers(String what, double[] actual, double... expected) {
    if (!Arrays.equals(actual, expected)) {
      complaints.add(
          "%s must be %s, but is %s"
              .formatted(what, Arrays.toString(expected), Arrays.toString(actual)));
    }
  }

  /** Expects an array to hold these numbers. */
  void numbers(String what, Array actual, double... expected) {
    numbers(what, actual.toDoubles(), expected);
  }

  /** Expects an exception whose message has these parts. */
  void refusal(
      String what, Class<? extends RuntimeException> type, Runnable asked, String... parts) {
    try {
      asked.run();
    } catch (RuntimeException e) {
      String message = String.valueOf(e.getMessage());
      boolean right = type.isInstance(e) && Arrays.stream(parts).allMatch(message::contains);
      that(
          "%s must be refused with %s that says %s; it was %s"
              .formatted(what, type.getSimpleName(), List.of(parts), e),
          right);
      return;
    }
    complaints.add("%s must be refused, but was not".formatted(what));
  }
}
