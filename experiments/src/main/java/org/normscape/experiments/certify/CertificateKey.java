package org.normscape.experiments.certify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.normscape.backend.BackendInfo;
import org.normscape.experiments.run.Environment;
import org.normscape.experiments.run.Provenance;

/** What a certificate holds for: backend, versions of libraries and of this program, processor. */
public final class CertificateKey {

  /** What of the environment a number may depend on. */
  private static final List<String> SURROUNDINGS = List.of("normscape", "commit", "os", "cpu");

  /** The variables by which libraries choose other kernels. */
  private static final List<String> VARIABLES =
      List.of(
          "ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA", "TF_ENABLE_ONEDNN_OPTS", "OPENBLAS_CORETYPE");

  private static final String THREADS = "threads";

  private CertificateKey() {}

  /**
   * The key of a backend here and now. The number of threads is no part of it.
   *
   * @param backend the backend
   * @param variables the environment variables
   */
  public static Map<String, String> of(BackendInfo backend, Map<String, String> variables) {
    Map<String, String> key = new TreeMap<>(Provenance.describe(backend));
    key.keySet().removeIf(name -> name.endsWith(THREADS));
    key.putAll(some(SURROUNDINGS, Environment.describe()));
    key.putAll(some(VARIABLES, variables));
    return key;
  }

  private static Map<String, String> some(List<String> names, Map<String, String> all) {
    return names.stream()
        .filter(all::containsKey)
        .collect(Collectors.toMap(name -> name, name -> all.getOrDefault(name, "")));
  }
}
