package org.normscape.norm.place;

/**
 * Which of a network's sites are normalized. A site is a linear layer that a model declares as one;
 * they are numbered from 1, from input to output. Implementations are records.
 */
public interface Sites {

  /** Whether the site of this number, of so many, is normalized. */
  boolean contain(int site, int count);
}
