package org.normscape.bench.measure;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.ir.Composite;
import org.normscape.ir.Contraction;
import org.normscape.ir.Contraction.BatchMatMul;
import org.normscape.ir.Contraction.Convolution;
import org.normscape.ir.Contraction.ConvolutionFilterGradient;
import org.normscape.ir.Contraction.ConvolutionInputGradient;
import org.normscape.ir.Contraction.MatMul;
import org.normscape.ir.Equation;
import org.normscape.ir.Indexing;
import org.normscape.ir.Layout;
import org.normscape.ir.Layout.Broadcast;
import org.normscape.ir.Layout.Fill;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.ir.Var;

/**
 * The work in one sample, whoever does it.
 *
 * <p>Of a program, operations are the additions and multiplications of its contractions, and one
 * for each element of everything else but layouts. Bytes are what its equations read and write when
 * each runs alone, composites as one, layouts and what they repeat for nothing: fusing and caches
 * spare some of them, so their rate may exceed what a copy reaches.
 *
 * @param operations floating-point operations
 * @param bytes bytes read and written
 */
public record Cost(double operations, double bytes) {

  /** That of work of which nothing is counted. */
  public static final Cost UNKNOWN = new Cost(Double.NaN, Double.NaN);

  /** That of a program. */
  public static Cost of(Program program) {
    Set<Var> repeated =
        program.equations().stream()
            .filter(e -> e.operation() instanceof Fill || e.operation() instanceof Broadcast)
            .flatMap(e -> e.outputs().stream())
            .collect(Collectors.toSet());
    return new Cost(
        program.equations().stream().mapToDouble(Cost::operations).sum(),
        program.equations().stream()
            .filter(e -> !isFree(e.operation()))
            .flatMap(e -> Stream.concat(e.inputs().stream(), e.outputs().stream()))
            .filter(var -> !repeated.contains(var))
            .mapToDouble(Cost::bytes)
            .sum());
  }

  /** Both together. */
  public Cost plus(Cost other) {
    return new Cost(operations + other.operations, bytes + other.bytes);
  }

  /** So many times this. */
  public Cost times(double factor) {
    return new Cost(operations * factor, bytes * factor);
  }

  private static double operations(Equation equation) {
    Operation operation = equation.operation();
    if (operation instanceof Composite composite) {
      return of(composite.program(equation.inputTypes())).operations();
    }
    if (operation instanceof Contraction contraction) {
      return operations(contraction, equation);
    }
    return isFree(operation) ? 0 : Math.max(size(equation.outputs().get(0)), largest(equation));
  }

  private static double operations(Contraction contraction, Equation equation) {
    Shape left = equation.inputs().get(0).type().shape();
    Shape right = equation.inputs().get(1).type().shape();
    double output = size(equation.outputs().get(0));
    if (contraction instanceof MatMul product) {
      return 2 * output * left.dim(product.transposeLeft() ? 0 : 1);
    } else if (contraction instanceof BatchMatMul product) {
      return 2 * output * left.dim(product.transposeLeft() ? 1 : 2);
    } else if (contraction instanceof Convolution) {
      return 2 * output * right.size() / right.dim(3);
    } else if (contraction instanceof ConvolutionInputGradient) {
      return 2.0 * left.size() * right.size() / right.dim(3);
    } else if (contraction instanceof ConvolutionFilterGradient) {
      return 2 * output * right.size() / right.dim(3);
    }
    throw new AssertionError(contraction);
  }

  private static boolean isFree(Operation operation) {
    return operation instanceof Layout || operation instanceof Indexing;
  }

  private static double largest(Equation equation) {
    return equation.inputs().stream().mapToDouble(Cost::size).max().orElse(0);
  }

  private static double size(Var var) {
    return var.type().shape().size();
  }

  private static double bytes(Var var) {
    TensorType type = var.type();
    return (double) type.shape().size() * type.dtype().bytes();
  }
}
