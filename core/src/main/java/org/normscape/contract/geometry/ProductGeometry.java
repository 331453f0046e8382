package org.normscape.contract.geometry;

import java.util.List;
import org.normscape.ir.Contraction.MatMul;
import org.normscape.ir.DType;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

/**
 * The geometry of a matrix product.
 *
 * @param product which sides are transposed
 * @param rows of the result
 * @param inner how many products each of its numbers is the sum of
 * @param columns of the result
 */
public record ProductGeometry(MatMul product, int rows, int inner, int columns)
    implements Geometry {

  private static final List<Integer> LEAST = List.of(1, 1, 1);

  @Override
  public String name() {
    return "%s by %s".formatted(left(), right())
        + (product.transposeLeft() ? ", left transposed" : "")
        + (product.transposeRight() ? ", right transposed" : "");
  }

  private Shape left() {
    return product.transposeLeft() ? Shape.of(inner, rows) : Shape.of(rows, inner);
  }

  private Shape right() {
    return product.transposeRight() ? Shape.of(columns, inner) : Shape.of(inner, columns);
  }

  @Override
  public List<Operation> operations() {
    return List.of(product);
  }

  @Override
  public Program program(DType dtype) {
    return Trace.program(
        List.of(new TensorType(dtype, left()), new TensorType(dtype, right())),
        (trace, in) -> trace.apply(product, in));
  }

  @Override
  public List<Integer> terms() {
    return List.of(inner);
  }

  @Override
  public long work() {
    return (long) rows * inner * columns;
  }

  @Override
  public List<Geometry> smaller() {
    return Numbers.smaller(List.of(rows, inner, columns), LEAST)
        .<Geometry>map(n -> new ProductGeometry(product, n.get(0), n.get(1), n.get(2)))
        .toList();
  }
}
