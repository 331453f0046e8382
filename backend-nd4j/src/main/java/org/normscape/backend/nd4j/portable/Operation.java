package org.normscape.backend.nd4j.portable;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One of ND4J's operations with its arguments, before it has arrays. */
interface Operation {

  /** A call that is made over and over. */
  Call bind();

  /** An operation that is ready for its arrays. */
  interface Call {

    /** Reads the inputs and writes the outputs, all dense. */
    void run(List<INDArray> inputs, List<INDArray> outputs);
  }
}
