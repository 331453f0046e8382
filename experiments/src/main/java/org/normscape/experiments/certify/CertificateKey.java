package org.normscape.experiments.certify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.audit.Processor;
import org.normscape.experiments.run.Environment;
import org.normscape.experiments.run.Provenance;

/** What a certificate holds for: backend, versions of libraries and of this program, processor. */
public final class CertificateKey {

  /** What of the environment a number may depend on, beside the processor. */
  private static final List<String> SOFTWARE = List.of("normscape", "commit");

  private static final String THREADS = "threads";

  private CertificateKey() {}

  /** The key of a backend here and now. The number of threads is no part of it. */
  public static Map<String, String> of(BackendInfo backend) {
    Map<String, String> key = new TreeMap<>(Processor.ofThisMachine().facts());
    key.putAll(Provenance.describe(backend));
    key.keySet().removeIf(name -> name.endsWith(THREADS));
    Map<String, String> environment = Environment.describe();
    environment.keySet().retainAll(SOFTWARE);
    key.putAll(environment);
    return key;
  }
}
