package org.normscape.linalg.box;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import org.normscape.component.Components;

/**
 * The algorithm L-BFGS-B ({@link BoundedMinimizer}), as Keskar et al. (ICLR 2017) use it. Each
 * iteration takes one forward and one backward pass, and more where a step is too long or too
 * short. It keeps twice {@code memory} vectors on the host.
 *
 * @param memory how many of the last steps the model of the function knows
 */
@AutoService(BoxSearch.class)
public record LBfgsB(int memory) implements BoxSearch {

  public LBfgsB {
    Components.count(LBfgsB.class, "memory", memory);
  }

  /** With the last ten steps, as is usual. */
  public LBfgsB() {
    this(10);
  }

  @Override
  public Ascent maximize(Differentiable function, double[] sides, int iterations) {
    Watched watched = new Watched(function);
    double[] lower = Arrays.stream(sides).map(side -> -side).toArray();
    new BoundedMinimizer(memory, iterations, 0)
        .minimize(watched.negated(), new double[sides.length], new Bounds(lower, sides));
    return watched.ascent();
  }
}
