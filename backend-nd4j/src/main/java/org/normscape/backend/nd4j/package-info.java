/**
 * The ND4J backend: programs as plans of native operations over buffers that are planned once.
 *
 * <dl>
 *   <dt>{@link org.normscape.backend.nd4j.Nd4jBackend}
 *   <dd>compiles programs and holds arrays, on the CPU
 *   <dt>{@code Nd4jDevices}
 *   <dd>the lowering for each device
 *   <dt>{@link org.normscape.backend.nd4j.Nd4jArray}
 *   <dd>numbers outside the Java heap
 *   <dt>{@link org.normscape.backend.nd4j.Nd4jProvider}
 *   <dd>opens the backend without dependency injection
 *   <dt>{@link org.normscape.backend.nd4j.Nd4jModule}
 *   <dd>adds the backend to an injector
 * </dl>
 */
@NullMarked
package org.normscape.backend.nd4j;

import org.jspecify.annotations.NullMarked;
