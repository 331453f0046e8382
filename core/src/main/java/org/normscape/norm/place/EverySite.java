package org.normscape.norm.place;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;

/**
 * The sites with numbers {@code every, 2·every, 3·every, …}; with 1, all.
 *
 * @param every the distance between two of them, at least 1
 */
@AutoService(Sites.class)
public record EverySite(int every) implements Sites {

  public EverySite {
    Components.count(EverySite.class, "every", every);
  }

  /** All sites. */
  public EverySite() {
    this(1);
  }

  @Override
  public boolean contain(int site, int count) {
    return site % every == 0;
  }
}
