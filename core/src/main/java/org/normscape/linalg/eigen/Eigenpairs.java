package org.normscape.linalg.eigen;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.backend.Array;
import org.normscape.params.Parameters;

/**
 * What was found of the ends of a spectrum.
 *
 * @param largest the pairs of the largest eigenvalues, the largest first
 * @param smallest the pairs of the smallest eigenvalues, the smallest first
 * @param guards the approximate eigenvectors next to these, as good as they came
 * @param products how often the operator was applied
 * @param isConverged whether every residual is as small as was asked for
 */
public record Eigenpairs(
    List<Eigenpair> largest,
    List<Eigenpair> smallest,
    List<Parameters<Array>> guards,
    int products,
    boolean isConverged) {

  public Eigenpairs {
    largest = List.copyOf(largest);
    smallest = List.copyOf(smallest);
    guards = List.copyOf(guards);
  }

  /** The largest eigenvalue; not a number where none was asked for. */
  public double largestValue() {
    return largest.isEmpty() ? Double.NaN : largest.get(0).value();
  }

  /** The eigenvectors of the largest eigenvalues. */
  public List<Parameters<Array>> largestVectors() {
    return largest.stream().map(Eigenpair::vector).toList();
  }

  /** All vectors: what to start from where the matrix has changed a little. */
  public List<Parameters<Array>> vectors() {
    Stream<Parameters<Array>> wanted =
        Stream.concat(largest.stream(), smallest.stream()).map(Eigenpair::vector);
    return Stream.concat(wanted, guards.stream()).toList();
  }
}
