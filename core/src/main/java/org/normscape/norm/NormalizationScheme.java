package org.normscape.norm;

import java.util.List;
import java.util.stream.IntStream;
import org.normscape.norm.place.Placement;

/**
 * A normalization and where in a network it acts.
 *
 * @param normalization what normalizes
 * @param placement where
 */
public record NormalizationScheme(Normalization normalization, Placement placement) {

  private static final Normalization NONE = new None();

  /** No normalization. */
  public NormalizationScheme() {
    this(NONE);
  }

  /** A normalization before the activation function, at every site. */
  public NormalizationScheme(Normalization normalization) {
    this(normalization, new Placement());
  }

  /**
   * The sites of a network that has so many, from input to output.
   *
   * @throws IllegalArgumentException when there is a normalization and none of them would have it
   */
  public List<NormalizationSite> sites(int count) {
    List<NormalizationSite> sites =
        IntStream.rangeClosed(1, count).mapToObj(at -> site(at, count)).toList();
    if (sites.stream().noneMatch(site -> site.normalization().equals(normalization))
        && !normalization.equals(NONE)) {
      throw new IllegalArgumentException(
          "NormalizationScheme: at least one of the %s sites of the network must be normalized, but %s has none of them. To fix: choose other sites, or a deeper network."
              .formatted(count, placement.sites()));
    }
    return sites;
  }

  private NormalizationSite site(int number, int count) {
    return new NormalizationSite(
        placement.sites().contain(number, count) ? normalization : NONE, placement.position());
  }
}
