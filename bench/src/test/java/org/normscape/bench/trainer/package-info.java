/** Tests of training one network with several engines. */
@NullMarked
package org.normscape.bench.trainer;

import org.jspecify.annotations.NullMarked;
