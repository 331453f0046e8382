/**
 * Finding the first place where two backends differ: which run of a program, and which equation in
 * it.
 *
 * <dl>
 *   <dt>{@link org.normscape.replay.Witness}
 *   <dd>a backend that lets an observer see every run of a program
 *   <dt>{@link org.normscape.replay.RunDigests}, {@link org.normscape.replay.Capture}
 *   <dd>what is kept of the runs: a digest of each, and the arguments of one
 *   <dt>{@link org.normscape.replay.Replay}
 *   <dd>steps one run equation by equation on two backends
 *   <dt>{@link org.normscape.replay.Fingerprint}
 *   <dd>the SHA-256 of arrays, the same on every machine
 *   <dt>{@link org.normscape.replay.Bits}
 *   <dd>how many floating-point numbers lie between two
 * </dl>
 */
@NullMarked
package org.normscape.replay;

import org.jspecify.annotations.NullMarked;
