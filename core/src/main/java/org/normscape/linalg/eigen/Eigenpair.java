package org.normscape.linalg.eigen;

import org.normscape.backend.Array;
import org.normscape.params.Parameters;

/**
 * An approximate eigenvalue and eigenvector of a symmetric operator.
 *
 * @param value the Rayleigh quotient {@code uᵀHu}
 * @param residual {@code ‖Hu − value · u‖₂}: an eigenvalue is at most so far from {@code value}
 * @param vector u, of length 1; whoever asked for it owns it
 */
public record Eigenpair(double value, double residual, Parameters<Array> vector) {}
