package org.normscape.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.config.document.Reference;
import org.normscape.experiments.config.kind.Jars;
import org.normscape.experiments.spec.Vocabulary;
import picocli.CommandLine.Option;

/** {@code --with}: jars that bring more to name. */
final class WithOption {

  @Option(
      names = "--with",
      paramLabel = "JAR",
      description =
          "A jar whose normalizations, models, probes and the like can be named too. May be repeated.")
  private List<Path> jars = new ArrayList<>();

  /** What makes records of configuration, from our jars and these. */
  Binder binder() {
    return Binder.of(Jars.loader(jars, WithOption.class.getClassLoader()));
  }

  /** The reference of everything that can be named. */
  Reference reference() {
    return new Reference(binder().forms(), Vocabulary.nouns());
  }
}
