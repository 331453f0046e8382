package org.normscape.probe.curvature;

import org.normscape.backend.Array;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.eigen.Eigenpairs;
import org.normscape.linalg.eigen.Lanczos;
import org.normscape.params.Parameters;
import org.normscape.probe.Site;
import org.normscape.random.RandomStream;

/** A probe of eigenpairs that is ready to measure: it remembers those of the last measurement. */
public abstract class EigenpairInstrument extends CurvatureInstrument {

  private final RememberedEigenpairs eigenpairs;

  /**
   * Compiles what it runs.
   *
   * @param probe the record that it is the instrument of
   * @param lanczos the algorithm
   */
  protected EigenpairInstrument(Record probe, Curvature of, Lanczos lanczos, Site site) {
    super(probe, of, site);
    this.eigenpairs = new RememberedEigenpairs(lanczos, space());
  }

  /** The eigenpairs of a matrix, from those of the last one. They are lent until the next ones. */
  protected final Eigenpairs solve(LinearOperator operator, RandomStream random) {
    return eigenpairs.solve(operator, random);
  }

  @Override
  public final Parameters<Array> memory() {
    return eigenpairs.memory();
  }

  @Override
  public final void recall(Parameters<Array> memory) {
    eigenpairs.recall(memory);
  }

  @Override
  public void close() {
    eigenpairs.close();
    super.close();
  }
}
