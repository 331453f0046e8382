/** Tests of certificates. */
@NullMarked
package org.normscape.contract.certificate;

import org.jspecify.annotations.NullMarked;
