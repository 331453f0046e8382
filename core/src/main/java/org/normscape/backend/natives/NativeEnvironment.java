package org.normscape.backend.natives;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The environment that native libraries find. The launcher sets what they need. A program that uses
 * the library has its own environment, which Java cannot change for natives: what it lacks is
 * logged, once in a process for each backend.
 *
 * @param variables from name to value
 */
public record NativeEnvironment(Map<String, String> variables) {

  /** Set by the launcher: it has decided what this machine needs. */
  static final String LAUNCHER = "NORMSCAPE_LAUNCHER";

  private static final Set<String> ADVISED = ConcurrentHashMap.newKeySet();

  public NativeEnvironment {
    variables = Map.copyOf(variables);
  }

  /** That of this process. */
  public static NativeEnvironment ofThisProcess() {
    return new NativeEnvironment(System.getenv());
  }

  /**
   * Logs what a backend lacks, as a warning, when it is first asked for that backend.
   *
   * @param backend the backend's name
   * @param settings what its natives read
   */
  public void adviseOnce(String backend, List<NativeSetting> settings) {
    if (ADVISED.add(backend)) {
      advice(backend, settings)
          .ifPresent(
              sentence ->
                  System.getLogger(NativeEnvironment.class.getName())
                      .log(System.Logger.Level.WARNING, sentence));
    }
  }

  /** What a backend lacks, what that costs and how to set it; empty where it lacks nothing. */
  Optional<String> advice(String backend, List<NativeSetting> settings) {
    List<NativeSetting> missing =
        settings.stream().filter(setting -> !variables.containsKey(setting.variable())).toList();
    if (missing.isEmpty() || variables.containsKey(LAUNCHER)) {
      return Optional.empty();
    }
    return Optional.of(
        "%s: is slower than it could be, since its natives read variables that are not set: %s. To fix: start Java with %s in its environment."
            .formatted(
                backend,
                missing.stream()
                    .map(setting -> "without %s %s".formatted(setting.variable(), setting.cost()))
                    .collect(Collectors.joining("; ")),
                missing.stream().map(NativeSetting::assignment).collect(Collectors.joining(" "))));
  }
}
