package org.normscape.backend.nd4j.fusion;

/**
 * How elements are cut: into sections, of each of which something is found, these into pieces, each
 * done by one thread, and these into blocks, which stay in its cache.
 *
 * @param size the number of elements
 * @param section the number of elements in a section, which divides the size
 * @param block the number of elements in a block; the last one of a piece may have fewer
 */
record Cut(int size, int section, int block) {

  private static final int BLOCKS_IN_A_PIECE = 32;

  /** The number of sections. */
  int sections() {
    return size / section;
  }

  /** The number of pieces of a section. */
  int parts() {
    return (section - 1) / (block * BLOCKS_IN_A_PIECE) + 1;
  }

  /** The number of pieces. */
  int pieces() {
    return sections() * parts();
  }

  /** The section that a piece is of. */
  int sectionOf(int piece) {
    return piece / parts();
  }

  /** The first element of a piece. */
  int first(int piece) {
    return sectionOf(piece) * section + piece % parts() * BLOCKS_IN_A_PIECE * block;
  }

  /** The element after the last one of a piece. */
  int end(int piece) {
    return Math.min(first(piece) + BLOCKS_IN_A_PIECE * block, (sectionOf(piece) + 1) * section);
  }

  /** The number of elements of the first block. */
  int firstBlock() {
    return Math.min(block, section);
  }
}
