package org.normscape.experiments.data.own;

/** The channels of pictures. */
public enum Colour {
  /** Those of the files, which must all be grey or all be in colour. */
  OF_THE_FILES {
    @Override
    Picture of(Picture picture) {
      return picture;
    }
  },
  /** One channel: the luma of ITU-R BT.601 where a file is in colour. */
  GREY {
    @Override
    Picture of(Picture picture) {
      return picture.grey();
    }
  },
  /** Red, green and blue, which are equal where a file is grey. */
  RGB {
    @Override
    Picture of(Picture picture) {
      return picture.rgb();
    }
  };

  /** A picture with these channels. */
  abstract Picture of(Picture picture);
}
