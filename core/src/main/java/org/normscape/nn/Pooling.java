package org.normscape.nn;

import java.util.List;
import org.normscape.component.Components;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.TensorType;
import org.normscape.ir.Window;
import org.normscape.ir.WindowShape;

/**
 * The geometry of a pooling layer: a window that slides over images {@code [n,h,w,c]}.
 *
 * @param height the height of the window
 * @param width the width of the window
 * @param stride its steps
 * @param padding how images are padded
 */
public record Pooling(int height, int width, Stride stride, PaddingPolicy padding) {

  public Pooling {
    Components.count(Pooling.class, "height", height);
    Components.count(Pooling.class, "width", width);
  }

  /** A square window of 2 by 2 that moves by its own size, inside the image. */
  public Pooling() {
    this(2, 2, Stride.of(2), PaddingPolicy.none());
  }

  /** A square window that moves by its own size, inside the image: what remains is left out. */
  public static Pooling square(int size) {
    return new Pooling(size, size, Stride.of(size), PaddingPolicy.none());
  }

  /** The window for images of this shape. */
  WindowShape window(Shape image) {
    return new WindowShape(height, width, stride, padding.padding(image, height, width, stride));
  }

  /** The shape of what a layer with this geometry makes of images of this shape. */
  Shape output(Layer layer, Shape image) {
    Inputs.images(layer, image);
    return new Window.SumPool(window(image))
        .type(List.of(new TensorType(DType.FLOAT32, image)))
        .shape();
  }
}
