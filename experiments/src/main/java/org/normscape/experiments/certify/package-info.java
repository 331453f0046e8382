/**
 * Certificates of backends: shown, and kept in the user's cache.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.certify.Certificates}
 *   <dd>where they are kept
 *   <dt>{@link org.normscape.experiments.certify.CertificateTable}
 *   <dd>one as text
 * </dl>
 */
@NullMarked
package org.normscape.experiments.certify;

import org.jspecify.annotations.NullMarked;
