package org.normscape.backend.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** When native kernels are held against plain Java before a compiled program uses them. */
public enum Audit {
  /** Once for each library version, processor and call; later programs read what was found. */
  FIRST_USE,
  /** Once in each process. */
  ALWAYS,
  /** Never. */
  OFF;

  /** The word by which it is chosen: {@code first-use}, {@code always} or {@code off}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads a word.
   *
   * @throws IllegalArgumentException when it is none of them
   */
  public static Audit parse(String word) {
    return Arrays.stream(values())
        .filter(audit -> audit.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "audit: must be one of %s, but it is \"%s\". To fix: use one of these."
                        .formatted(
                            Arrays.stream(values())
                                .map(Audit::word)
                                .collect(Collectors.joining(", ")),
                            word)));
  }
}
