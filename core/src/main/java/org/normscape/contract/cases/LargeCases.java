package org.normscape.contract.cases;

import static org.normscape.contract.cases.Sampler.normal;
import static org.normscape.contract.cases.Sampler.positive;

import java.util.List;
import org.normscape.composite.Standardization;
import org.normscape.ir.Contraction.Convolution;
import org.normscape.ir.Contraction.MatMul;
import org.normscape.ir.Elementwise.Exp;
import org.normscape.ir.Elementwise.Softplus;
import org.normscape.ir.Padding;
import org.normscape.ir.Reduction.Max;
import org.normscape.ir.Reduction.Sum;
import org.normscape.ir.Stride;
import org.normscape.ir.Window.MaxPool;
import org.normscape.ir.WindowShape;

/** Rows of which each is large enough for a backend to divide it among its threads. */
public final class LargeCases {

  private LargeCases() {}

  /** All rows. */
  public static List<Case> all() {
    Input image = Input.of(normal(), 8, 24, 24, 16);
    Input filter = Input.of(normal(), 3, 3, 16, 12);
    return List.of(
        Case.of("large", new Convolution(Stride.of(1), Padding.of(1)), image, filter),
        Case.of("large, stride 2", new Convolution(Stride.of(2), Padding.of(1)), image, filter),
        Case.of(
            "large",
            new MatMul(false, true),
            Input.of(normal(), 150, 400),
            Input.of(normal(), 170, 400)),
        Case.of(
            "in several blocks",
            new MatMul(true, false),
            Input.of(normal(), 20000, 5),
            Input.of(normal(), 20000, 7)),
        Case.of(
            "large dot",
            new MatMul(false, false),
            Input.of(normal(), 1, 70001),
            Input.of(normal(), 70001, 1)),
        Case.of("large, all", new Sum(List.of(0, 1, 2, 3)), image),
        Case.of("large, per channel", new Sum(List.of(0, 1, 2)), image),
        Case.of("large, per example", new Sum(List.of(1, 2, 3)), image),
        Case.of("large", new Max(List.of(0, 1, 2, 3)), image),
        Case.of("large", new Exp(), image),
        Case.of("large", new Softplus(), image),
        Case.of("large", new MaxPool(WindowShape.square(2)), image),
        Case.of(
            "large, overlapping",
            new MaxPool(new WindowShape(3, 3, Stride.of(2), Padding.of(1))),
            image),
        large("large, batch", Standardization.ofChannels(3, 1e-5), image),
        large("large, layer", Standardization.ofExamples(4, 1e-5), image),
        large("large, instance", Standardization.ofInstances(4, 1e-5), image),
        large("large, root mean square", Standardization.ofPlaces(4, 1e-5).aroundZero(), image),
        Case.of(
            "large, groups of two",
            Standardization.of(List.of(0, 3), List.of(3, 4), 1e-5),
            Input.of(normal(), 8, 24, 24, 8, 2),
            Input.of(positive(), 8, 2),
            Input.of(normal(), 8, 2)),
        large(
            "large, ghosts",
            Standardization.of(List.of(0, 4), List.of(4), 1e-5),
            Input.of(normal(), 2, 4, 24, 24, 16)));
  }

  private static Case large(String name, Standardization norm, Input image) {
    return Case.of(name, norm, image, Input.of(positive(), 16), Input.of(normal(), 16));
  }
}
