/**
 * Running programs: what a backend is.
 *
 * <dl>
 *   <dt>{@link org.normscape.backend.Backend}
 *   <dd>compiles programs and holds arrays, on one device
 *   <dt>{@link org.normscape.backend.Executable}
 *   <dd>a compiled program: compile once, run many
 *   <dt>{@link org.normscape.backend.Array}
 *   <dd>numbers that live on the device
 *   <dt>{@link org.normscape.backend.FloatSource}
 *   <dd>numbers that are made while they are copied there
 *   <dt>{@link org.normscape.backend.Backends}
 *   <dd>opens a backend by its name
 * </dl>
 */
@NullMarked
package org.normscape.backend;

import org.jspecify.annotations.NullMarked;
