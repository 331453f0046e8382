package org.normscape.probe.curvature;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.eigen.Eigenpair;
import org.normscape.linalg.eigen.Lanczos;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.direction.Directed;
import org.normscape.probe.direction.Direction;
import org.normscape.probe.direction.Ray;
import org.normscape.random.RandomStream;

/**
 * Along the eigenvector of one of the largest eigenvalues of the Hessian of the loss, in the
 * parameters that move, on the batch of the step. It has length 1, and its largest element is
 * positive, so that it does not turn round from one measurement to the next. Each starts from the
 * vectors of the last one.
 *
 * @param index 1 for the largest eigenvalue, 2 for the second
 * @param iterations how many products with the Hessian at most
 * @param tolerance how small the residual must be, relative to the largest eigenvalue
 */
@AutoService(Direction.class)
public record TopEigenvector(int index, int iterations, double tolerance) implements Direction {

  public TopEigenvector {
    Components.count(TopEigenvector.class, "index", index);
    Ends.require(TopEigenvector.class, index, 0, iterations, tolerance);
  }

  /** Of the largest, to a hundredth, by at most 60 products. */
  public TopEigenvector() {
    this(1, 60, 1e-2);
  }

  @Override
  public String name() {
    return "eigenvector_" + index;
  }

  @Override
  public String words() {
    return "the eigenvector of the Hessian's eigenvalue number %s from the largest"
        .formatted(index);
  }

  @Override
  public Directed prepare(Site site, ProbedLoss loss) {
    return new Found(site, loss);
  }

  private final class Found implements Directed {

    private final CurvatureProducts products;
    private final RememberedEigenpairs eigenpairs;

    Found(Site site, ProbedLoss loss) {
      Curvature of =
          new Curvature(
              new Hessian(),
              loss.parameters(),
              ".*",
              loss.weightDecay(),
              loss.statistics(),
              Examples.BATCH);
      this.products = new CurvatureProducts(of, site);
      this.eigenpairs =
          new RememberedEigenpairs(new Lanczos(index, 0, iterations, tolerance), products.space());
    }

    @Override
    public Ray at(Situation situation, Owner owner) {
      RandomStream random =
          RandomStream.of(situation.seed(), "direction/eigenvector/step-" + situation.step());
      try (LinearOperator hessian = products.at(situation)) {
        List<Eigenpair> found = eigenpairs.solve(hessian, random).largest();
        Parameters<Array> vector = found.get(index - 1).vector();
        double sign = largestElement(vector) < 0 ? -1 : 1;
        return new Ray(owner.own(products.space().scaled(sign, vector)), 1);
      }
    }

    private double largestElement(Parameters<Array> vector) {
      double largest = 0;
      for (double element : products.space().toDoubles(vector)) {
        largest = Math.abs(element) > Math.abs(largest) ? element : largest;
      }
      return largest;
    }

    @Override
    public Parameters<Array> memory() {
      return eigenpairs.memory();
    }

    @Override
    public void recall(Parameters<Array> memory) {
      eigenpairs.recall(memory);
    }

    @Override
    public void close() {
      eigenpairs.close();
      products.close();
    }
  }
}
