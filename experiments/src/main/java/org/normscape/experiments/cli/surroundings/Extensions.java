package org.normscape.experiments.cli.surroundings;

import java.nio.file.Path;
import java.util.List;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.config.document.Reference;
import org.normscape.experiments.config.kind.Jars;
import org.normscape.experiments.spec.Vocabulary;

/** The jars that a user names: what they offer is found wherever services are looked for. */
public final class Extensions {

  private Extensions() {}

  /**
   * Puts jars behind the class path of this thread.
   *
   * @throws org.normscape.experiments.UserError when one is no jar
   */
  public static void open(List<Path> jars) {
    Thread thread = Thread.currentThread();
    thread.setContextClassLoader(Jars.loader(jars, thread.getContextClassLoader()));
  }

  /** The reference of everything that can be named. */
  public static Reference reference() {
    Binder binder = Binder.of(Thread.currentThread().getContextClassLoader());
    return new Reference(binder.forms(), Vocabulary.nouns());
  }
}
