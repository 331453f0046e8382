package org.normscape.backend.audit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The method chosen for a call, and why.
 *
 * @param call the call, as text
 * @param method the name of the method
 * @param load how busy the machine was while rivals were timed, in tasks for each processor; 0
 *     where none were
 * @param verdicts what was found of the methods that were examined, the one used unasked first
 */
public record Choice(String call, String method, double load, List<Verdict> verdicts) {

  public Choice {
    verdicts = List.copyOf(verdicts);
  }

  /** The verdicts on methods that are not right. */
  public List<Verdict> faults() {
    return verdicts.stream().filter(verdict -> !verdict.isRight()).toList();
  }

  /** Whether it was made on a busy machine, and is to be made again on a quiet one. */
  public boolean wasTimedOnBusyMachine() {
    return Load.isBusy(load);
  }

  /** Whether a method was examined and is right. */
  boolean hasFoundRight(String name) {
    return verdicts.stream().anyMatch(v -> v.method().equals(name) && v.isRight());
  }

  /** With another method in place of the one chosen. */
  Choice with(String name) {
    return new Choice(call, name, load, verdicts);
  }

  /** Which kernels are wrong, by how much, and what is used instead. */
  public String sentence(String backend) {
    String faults =
        faults().stream()
            .map(verdict -> verdict.method() + " " + verdict.fault())
            .collect(Collectors.joining("; "));
    return "%s: for %s the kernel %s on this processor; %s is used."
        .formatted(backend, call, faults, method);
  }

  /** As one line of a file, without its end. */
  String line() {
    return String.join(
        "\t",
        call,
        method,
        Double.toString(load),
        verdicts.stream().map(Verdict::text).collect(Collectors.joining(";")));
  }

  /**
   * Reads what {@link #line} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Choice parse(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("Choice: not one: " + line);
    }
    return new Choice(
        parts[0],
        parts[1],
        Double.parseDouble(parts[2]),
        Arrays.stream(parts[3].split(";")).map(Verdict::parse).toList());
  }
}
