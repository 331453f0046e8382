/**
 * The contract as something to hold in hand: what was asked of a backend on a machine, and what was
 * found.
 *
 * <dl>
 *   <dt>{@link org.normscape.contract.certificate.Certification}
 *   <dd>asks a backend
 *   <dt>{@link org.normscape.contract.certificate.Certificate}
 *   <dd>what was found
 * </dl>
 */
@NullMarked
package org.normscape.contract.certificate;

import org.jspecify.annotations.NullMarked;
