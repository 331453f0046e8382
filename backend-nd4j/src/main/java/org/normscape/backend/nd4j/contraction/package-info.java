/**
 * Matrix products and the ways to compute a convolution. Internal to the backend.
 *
 * <dl>
 *   <dt>{@code MatrixProducts}
 *   <dd>products by the BLAS
 *   <dt>{@code ConvolutionMethod}
 *   <dd>a way to compute a convolution and its gradients
 *   <dt>{@code OneDnnConvolutions}
 *   <dd>by oneDNN, through ND4J
 *   <dt>{@code PatchConvolutions}
 *   <dd>as a product with gathered patches
 *   <dt>{@code TapConvolutions}
 *   <dd>as a product for each element of the window
 * </dl>
 */
@NullMarked
package org.normscape.backend.nd4j.contraction;

import org.jspecify.annotations.NullMarked;
