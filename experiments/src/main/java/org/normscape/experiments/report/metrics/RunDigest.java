package org.normscape.experiments.report.metrics;

import java.util.TreeMap;
import org.normscape.experiments.run.record.NetworkFingerprint;
import org.normscape.replay.Fingerprint;

/**
 * The SHA-256 of everything that a run measured, bit by bit, and then of all fingerprints of its
 * networks. It does not depend on how numbers are written.
 */
public final class RunDigest {

  private final Fingerprint digest = new Fingerprint();

  /** Adds everything that was measured. */
  public void add(Metrics metrics) {
    for (Series series : metrics.series()) {
      digest.add(series.cell()).add(String.valueOf(series.seed())).add(series.metric());
      new TreeMap<>(series.at()).forEach((name, value) -> digest.add(name).add(value));
      series.samples().forEach(sample -> digest.add(sample.step(), sample.value()));
    }
  }

  /** Adds a network after an update. */
  public void add(NetworkFingerprint print) {
    digest.add(print.cell()).add(String.valueOf(print.seed())).add(print.step());
    digest.add(print.parameters()).add(print.state()).add(print.memory());
  }

  /** The digest in hexadecimal. */
  public String hex() {
    return digest.hex();
  }
}
