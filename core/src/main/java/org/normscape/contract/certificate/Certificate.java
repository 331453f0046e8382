package org.normscape.contract.certificate;

import java.util.List;
import org.normscape.backend.BackendInfo;

/**
 * What a certification found about a backend.
 *
 * @param backend the backend
 * @param extent how much was asked
 * @param seed the seed of the random geometries
 * @param findings what was found about each primitive, composite and kind of program
 */
public record Certificate(BackendInfo backend, Extent extent, long seed, List<Finding> findings) {

  public Certificate {
    findings = List.copyOf(findings);
  }

  /** Whether everything was right. */
  public boolean passed() {
    return findings.stream().allMatch(Finding::isRight);
  }

  /** What was wrong. */
  public List<Finding> wrong() {
    return findings.stream().filter(finding -> !finding.isRight()).toList();
  }
}
