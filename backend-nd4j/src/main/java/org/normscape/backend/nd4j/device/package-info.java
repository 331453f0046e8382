/**
 * Whether ND4J can compute on a GPU of this machine. Internal to the backend.
 *
 * <dl>
 *   <dt>{@code Nd4jGpus}
 *   <dd>the checks before ND4J loads, and the one behind it
 *   <dt>{@code NvidiaSmi}
 *   <dd>what the driver's own program says of the GPUs
 * </dl>
 */
@NullMarked
package org.normscape.backend.nd4j.device;

import org.jspecify.annotations.NullMarked;
