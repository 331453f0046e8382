package org.normscape.experiments.data;

/** The examples of one step: standardized images and their classes. */
public final class Batch {

  private final float[] images;
  private final int[] labels;

  Batch(float[] images, int[] labels) {
    this.images = images;
    this.labels = labels;
  }

  /** The images {@code [n, 32, 32, 3]}, row-major. The array belongs to the caller. */
  public float[] images() {
    return images;
  }

  /** The class indices {@code [n]}. The array belongs to the caller. */
  public int[] labels() {
    return labels;
  }

  /** The number of examples. */
  public int size() {
    return labels.length;
  }
}
