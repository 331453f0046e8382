/**
 * Programs written in another way: one rewrite a class.
 *
 * <dl>
 *   <dt>{@link org.normscape.rewrite.Rewrite}
 *   <dd>a rule for one equation
 *   <dt>{@link org.normscape.rewrite.Simplify}
 *   <dd>the rules that change no bits, until none applies
 *   <dt>{@link org.normscape.rewrite.Inline}
 *   <dd>composites that a lowering has no kernel for, written as their bodies
 * </dl>
 */
@NullMarked
package org.normscape.rewrite;

import org.jspecify.annotations.NullMarked;
