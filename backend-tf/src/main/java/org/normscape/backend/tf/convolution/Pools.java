package org.normscape.backend.tf.convolution;

import org.normscape.backend.tf.graph.Node;
import org.normscape.ir.Shape;
import org.normscape.ir.WindowShape;

/**
 * Pools over windows, and their adjoints: a pass across the image and a pass down it.
 *
 * <p>The first maximum of a window in row-major order stands in the first row whose maximum is the
 * window's, and there it is the first: so it is found by two passes too. TensorFlow's own pools
 * lose NaN, and those that know where the maximum stands take several times as long.
 *
 * @param slides what is found along one axis
 */
public record Pools(Slides slides) {

  /** The largest element of each window. */
  public Node max(Node image, WindowShape window) {
    return slides.max(slides.max(image, Slide.across(window)), Slide.down(window));
  }

  /** The values where each window has its first maximum. */
  public Node gather(Node image, Node values, WindowShape window) {
    Slide across = Slide.across(window);
    Node rows = slides.gather(image, values, across);
    return slides.gather(slides.max(image, across), rows, Slide.down(window));
  }

  /** Adds values to the places where each window has its first maximum. */
  public Node scatter(Node image, Node values, WindowShape window) {
    Slide across = Slide.across(window);
    Node rows = slides.scatter(slides.max(image, across), values, Slide.down(window));
    return slides.scatter(image, rows, across);
  }

  /** The sum over each window. */
  public Node sum(Node image, WindowShape window) {
    return slides.sum(slides.sum(image, Slide.across(window)), Slide.down(window));
  }

  /** The gradient of {@link #sum} in the image. */
  public Node sumInputGradient(Node cotangent, WindowShape window, int height, int width) {
    Shape rows = cotangent.shape().with(1, height);
    Node down = slides.sumInputGradient(cotangent, Slide.down(window), rows);
    return slides.sumInputGradient(down, Slide.across(window), rows.with(2, width));
  }
}
