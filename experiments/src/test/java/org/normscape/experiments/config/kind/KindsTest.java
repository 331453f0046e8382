package org.normscape.experiments.config.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.UserError;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.config.Toys;
import org.normscape.experiments.data.augment.Augmentation;
import org.normscape.experiments.data.augment.NoAugmentation;
import org.normscape.optim.ConstantRate;
import org.normscape.optim.Schedule;

/** The kinds there are, in our jars and in those of others. */
final class KindsTest {

  private static final String RULE = "org.normscape.experiments.config.Toys$Rule";

  private static final String DRIFT =
      """
      package com.example;

      import org.normscape.experiments.config.Toys;

      public record Drift(double speed) implements Toys.Rule {
        public Drift() {
          this(3);
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void theKindsOfAnInterfaceAreFoundByName() {
    Kinds kinds = new Kinds(Toys.class.getClassLoader());
    assertThat(kinds.names(Toys.Rule.class)).containsExactly("heavy-ball", "plain");
    assertThat(kinds.names(Toys.Plan.class)).containsExactly("constant", "stairs");
    assertThat(kinds.named(Toys.Rule.class, "HeavyBall"))
        .contains(new Kind("heavy-ball", Toys.HeavyBall.class));
    assertThat(kinds.named(Toys.Rule.class, "ball")).isEmpty();
  }

  @Test
  void aRecordMayHaveAnotherWordThanItsClass() {
    Kinds kinds = new Kinds(Schedule.class.getClassLoader());
    assertThat(kinds.named(Schedule.class, "constant"))
        .contains(new Kind("constant", ConstantRate.class));
    assertThat(kinds.named(Augmentation.class, "none"))
        .contains(new Kind("none", NoAugmentation.class));
  }

  @Test
  void aJarThatIsNotOursBringsItsOwn() throws IOException {
    ClassLoader loader = loader("drift.jar", "com.example.Drift", DRIFT);
    Binder binder = Binder.of(loader);
    Kind drift = binder.forms().kinds().named(Toys.Rule.class, "drift").orElseThrow();
    assertThat(drift.source()).isEqualTo("drift.jar");
    Toys.Rule bound =
        binder.bind(ConfigFactory.parseString("kind = drift, speed = 2").root(), Toys.Rule.class);
    assertThat(bound).hasToString("Drift[speed=2.0]");
    assertThat(binder.tree(bound, Toys.Rule.class))
        .isEqualTo(Map.of("kind", "drift", "speed", 2.0));
  }

  @Test
  void aNameThatStandsForTwoIsAnErrorThatNamesBoth() throws IOException {
    Kinds kinds =
        new Kinds(
            loader("balls.jar", "com.example.Heavyball", DRIFT.replace("Drift", "Heavyball")));
    assertThatThrownBy(() -> kinds.of(Toys.Rule.class))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must stand for one kind, but it stands for")
        .hasMessageContaining("org.normscape.experiments.config.Toys$HeavyBall (test-classes)")
        .hasMessageContaining("com.example.Heavyball (balls.jar)")
        .hasMessageEndingWith("To fix: rename one of the records, or leave its jar out.");
  }

  @Test
  void whatIsNoRecordOrCannotBeMadeIsRefused() throws IOException {
    String klass =
        """
        package com.example;

        public final class Rest implements org.normscape.experiments.config.Toys.Rule {}
        """;
    Kinds kinds = new Kinds(loader("rest.jar", "com.example.Rest", klass));
    assertThatThrownBy(() -> kinds.of(Toys.Rule.class))
        .hasMessage(
            "rule: each kind must be a public record with a public constructor without arguments, but com.example.Rest is none. To fix: mend the record, or leave its jar out.");
    String bare =
        "package com.example; public record Bare(int n) implements org.normscape.experiments.config.Toys.Rule {}";
    Kinds others = new Kinds(loader("bare.jar", "com.example.Bare", bare));
    assertThatThrownBy(() -> others.of(Toys.Rule.class))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("com.example.Bare");
  }

  @Test
  void whatIsNoJarIsSaidToBeNone() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no jar");
    assertThatThrownBy(() -> Jars.loader(List.of(text), Toys.class.getClassLoader()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--with: must be a jar, but \"%s\" is none (".formatted(text))
        .hasMessageEndingWith("To fix: name the file of a jar that can be read.");
  }

  private ClassLoader loader(String jar, String name, String source) throws IOException {
    Path made = StrangersJar.of(folder, jar, Map.of(name, source), Map.of(RULE, List.of(name)));
    return Jars.loader(List.of(made), Toys.class.getClassLoader());
  }
}
