/**
 * What tests of layers share.
 *
 * <dl>
 *   <dt>{@link org.normscape.check.Numbers}
 *   <dd>programs run on numbers, on the reference backend
 *   <dt>{@link org.normscape.check.Derivatives}
 *   <dd>first and second derivatives against finite differences
 * </dl>
 */
@NullMarked
package org.normscape.check;

import org.jspecify.annotations.NullMarked;
