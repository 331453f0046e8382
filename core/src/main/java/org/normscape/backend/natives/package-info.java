/**
 * What native libraries read from the environment before Java can say anything.
 *
 * <dl>
 *   <dt>{@link org.normscape.backend.natives.NativeSetting}
 *   <dd>a variable, its value for this machine, and what it costs not to have it
 *   <dt>{@link org.normscape.backend.natives.NativeEnvironment}
 *   <dd>the environment of this process, which says what it lacks
 * </dl>
 */
@NullMarked
package org.normscape.backend.natives;

import org.jspecify.annotations.NullMarked;
