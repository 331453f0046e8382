package org.normscape.norm.place;

import com.google.auto.service.AutoService;

/** The site nearest to the output alone. */
@AutoService(Sites.class)
public record LastSite() implements Sites {

  @Override
  public boolean contain(int site, int count) {
    return site == count;
  }
}
