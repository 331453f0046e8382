package org.normscape.bench.trainer.nd4j;

import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.op;
import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.rows;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseScalarOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastSubOp;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarSubtraction;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The groups of an array's elements: the columns or the rows of a matrix, each of which meets one
 * number of a vector. Rows do so by scalar operations along them, since ND4J's broadcast over rows
 * takes ten times as long.
 */
enum RawNd4jGroups {
  /** The columns of a matrix of places: one group a channel. */
  CHANNELS {
    @Override
    INDArray matrix(INDArray array) {
      return rows(array);
    }

    @Override
    INDArray numbers(INDArray array) {
      return vector(array, array.size(array.rank() - 1));
    }

    @Override
    CustomOp sum(INDArray matrix, INDArray sums) {
      return RawNd4jLayer.sum(matrix, sums);
    }

    @Override
    Op add(INDArray x, INDArray vector, INDArray z) {
      return new BroadcastAddOp(x, vector, z, 1);
    }

    @Override
    Op subtract(INDArray x, INDArray vector, INDArray z) {
      return new BroadcastSubOp(x, vector, z, 1);
    }

    @Override
    Op multiply(INDArray x, INDArray vector, INDArray z) {
      return new BroadcastMulOp(x, vector, z, 1);
    }
  },
  /** The rows of a matrix: one group an example. */
  EXAMPLES {
    @Override
    INDArray matrix(INDArray array) {
      return array.reshape('c', array.size(0), -1);
    }

    @Override
    INDArray numbers(INDArray array) {
      return vector(array, array.size(0));
    }

    @Override
    CustomOp sum(INDArray matrix, INDArray sums) {
      INDArray ones = Nd4j.ones(matrix.dataType(), matrix.columns(), 1);
      return op("matmul", List.of(matrix, ones), List.of(sums.reshape('c', -1, 1)), 0, 0, 0);
    }

    @Override
    Op add(INDArray x, INDArray vector, INDArray z) {
      return along(new ScalarAdd(x, null, z, 0), vector);
    }

    @Override
    Op subtract(INDArray x, INDArray vector, INDArray z) {
      return along(new ScalarSubtraction(x, null, z, 0), vector);
    }

    @Override
    Op multiply(INDArray x, INDArray vector, INDArray z) {
      return along(new ScalarMultiplication(x, null, z, 0), vector);
    }
  };

  /** The matrix of which the groups are rows or columns; the same elements. */
  abstract INDArray matrix(INDArray array);

  /** A vector of one number a group, of which nothing is known. */
  abstract INDArray numbers(INDArray array);

  /** The sums of the groups, as a product with ones. */
  abstract CustomOp sum(INDArray matrix, INDArray sums);

  abstract Op add(INDArray x, INDArray vector, INDArray z);

  abstract Op subtract(INDArray x, INDArray vector, INDArray z);

  abstract Op multiply(INDArray x, INDArray vector, INDArray z);

  private static INDArray vector(INDArray like, long length) {
    return Nd4j.createUninitialized(like.dataType(), new long[] {length}, 'c');
  }

  private static Op along(BaseScalarOp operation, INDArray vector) {
    operation.setY(vector);
    operation.setDimension(1);
    return operation;
  }
}
