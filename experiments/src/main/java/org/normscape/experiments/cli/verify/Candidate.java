package org.normscape.experiments.cli.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.normscape.backend.Backend;
import org.normscape.backend.Device;
import org.normscape.backend.audit.Audit;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.surroundings.Injection;
import org.normscape.experiments.cli.surroundings.Surroundings;

/**
 * A backend on a device, as it is named where several are compared: {@code nd4j}, {@code
 * tensorflow@gpu:1}.
 */
record Candidate(String backend, Device device) {

  private static final String AT = "@";

  /**
   * Reads a name; without a device it is the CPU.
   *
   * @throws UserError when there is no such device or no such backend
   */
  static Candidate parse(String text, Surroundings surroundings) {
    List<String> parts = List.of(text.split(AT, 2));
    try {
      Device device = parts.size() == 1 ? Device.CPU : Device.parse(parts.get(1));
      surroundings.backends(device).check(parts.get(0));
      return new Candidate(parts.get(0), device);
    } catch (IllegalArgumentException e) {
      throw UserError.usage("--backends: " + e.getMessage());
    }
  }

  /** All that open on a device, the reference first; who does not is said. */
  static List<Candidate> working(Device device, Surroundings surroundings) {
    List<String> names = new ArrayList<>(surroundings.backends(device).names());
    names.remove(Injection.REFERENCE);
    names.add(0, Injection.REFERENCE);
    List<Candidate> working = new ArrayList<>();
    for (String name : names) {
      Candidate candidate = new Candidate(name, device);
      try {
        candidate.open(surroundings).close();
        working.add(candidate);
      } catch (UserError e) {
        surroundings.err().printf("%s takes no part: %s%n", name, e.getMessage());
      }
    }
    return working;
  }

  /** Opens the backend behind an audit of its kernels; the caller closes it. */
  Backend open(Surroundings surroundings) {
    return surroundings
        .backends(device)
        .open(backend, surroundings.auditor(Audit.FIRST_USE, surroundings.err()::println));
  }

  @Override
  public String toString() {
    return device.equals(Device.CPU)
        ? backend
        : backend + AT + device.toString().toLowerCase(Locale.ROOT);
  }
}
