package org.normscape.backend.nd4j.portable;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseTransformOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One of ND4J's functions of each element, which have no names on a device but classes.
 *
 * @param make the function from the first array to the second
 */
record Transform(Maker make) implements Operation {

  /** Makes the function on two arrays. */
  @FunctionalInterface
  interface Maker {

    /** The function that reads {@code x} and writes {@code z}. */
    BaseTransformOp of(INDArray x, INDArray z);
  }

  @Override
  public Call bind() {
    return (inputs, outputs) -> Nd4j.getExecutioner().exec(make.of(inputs.get(0), outputs.get(0)));
  }
}
