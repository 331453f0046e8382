/**
 * Numbers outside the Java heap, and in the cache of a thread. Internal to the backend.
 *
 * <dl>
 *   <dt>{@code Memory}
 *   <dd>the blocks of one backend, lent and taken back
 *   <dt>{@code Block}
 *   <dd>some bytes outside the Java heap
 *   <dt>{@code Lane}
 *   <dd>floating-point numbers there, read and written in runs
 *   <dt>{@code Register}
 *   <dd>numbers in the cache of one thread
 *   <dt>{@code Scratch}
 *   <dd>the registers of a thread
 * </dl>
 */
@NullMarked
package org.normscape.backend.nd4j.memory;

import org.jspecify.annotations.NullMarked;
