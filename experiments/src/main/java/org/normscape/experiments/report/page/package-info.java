/**
 * The page of a report: {@link org.normscape.experiments.report.page.Page}, one HTML file that
 * needs no network.
 */
@NullMarked
package org.normscape.experiments.report.page;

import org.jspecify.annotations.NullMarked;
