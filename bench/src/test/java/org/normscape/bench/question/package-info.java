/** Tests of questions as they are asked. */
@NullMarked
package org.normscape.bench.question;

import org.jspecify.annotations.NullMarked;
