/**
 * ND4J's own operations, as steps of a plan. Internal to the backend.
 *
 * <dl>
 *   <dt>{@code NativeCalls}
 *   <dd>those that go by number
 *   <dt>{@code CustomOperation}
 *   <dd>those that go by name
 * </dl>
 */
@NullMarked
package org.normscape.backend.nd4j.operation;

import org.jspecify.annotations.NullMarked;
