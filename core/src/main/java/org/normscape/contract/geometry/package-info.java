/**
 * Questions about the geometries that large kernels serve: many, generated, and made small when the
 * answer is wrong.
 *
 * <dl>
 *   <dt>{@link org.normscape.contract.geometry.Geometry}
 *   <dd>the extents, strides and paddings of operations
 *   <dt>{@link org.normscape.contract.geometry.Sweep}
 *   <dd>questions about many of them
 *   <dt>{@link org.normscape.contract.geometry.GeometryQuestion}
 *   <dd>the question about one
 * </dl>
 */
@NullMarked
package org.normscape.contract.geometry;

import org.jspecify.annotations.NullMarked;
