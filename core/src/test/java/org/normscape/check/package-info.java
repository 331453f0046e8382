/**
 * What tests of core share.
 *
 * <dl>
 *   <dt>{@link org.normscape.check.Numbers}
 *   <dd>programs run on numbers
 *   <dt>{@link org.normscape.check.Golden}
 *   <dd>texts that are kept
 * </dl>
 */
@NullMarked
package org.normscape.check;

import org.jspecify.annotations.NullMarked;
