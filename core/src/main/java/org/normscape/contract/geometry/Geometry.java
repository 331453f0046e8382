package org.normscape.contract.geometry;

import java.util.List;
import org.normscape.contract.cases.Tolerance;
import org.normscape.ir.DType;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;

/** The extents, strides and paddings of operations that large kernels serve. */
public sealed interface Geometry permits ConvolutionGeometry, PoolGeometry, ProductGeometry {

  /** It in words, as a row is named. */
  String name();

  /** The operations that have this geometry. */
  List<Operation> operations();

  /** One program that applies each of them once; its results in their order. */
  Program program(DType dtype);

  /** How many numbers are added up, at most, for one number of each result. */
  List<Integer> terms();

  /** About how many multiplications or comparisons the program takes. */
  long work();

  /** Geometries that are smaller in one number, the smallest first. */
  List<Geometry> smaller();

  /** How near sums of that many products of normal numbers must be. */
  static Tolerance tolerance(int terms) {
    return (dtype, expected, scale) -> {
      boolean narrow = dtype == DType.FLOAT32;
      double typical = Math.max(scale, Math.sqrt(terms));
      return Math.max((narrow ? 1e-5 : 1e-13) * typical, (narrow ? 0x1p-21 : 0x1p-50) * terms);
    };
  }
}
