package org.normscape.experiments.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.config.Toys;
import org.normscape.experiments.config.kind.Kind;
import org.normscape.experiments.config.kind.Noun;

/** What is said of records that configuration can name. */
final class ReferenceTest {

  private static final Reference REFERENCE =
      new Reference(
          Binder.of(Toys.class.getClassLoader()).forms(),
          List.of(new Noun("rules", Toys.Rule.class), new Noun("plans", Toys.Plan.class)));

  @Test
  void kindsAreListedWithTheirFirstSentence() {
    assertThat(PlainText.list(REFERENCE.kinds(Toys.Rule.class)))
        .containsExactly(
            "heavy-ball  A ball that rolls (Polyak, \"Some methods\", 1964)",
            "plain       A step against the gradient");
  }

  @Test
  void aKindIsDescribedInFull() {
    Description ball = REFERENCE.named("HeavyBall").get(0);
    assertThat(String.join("\n", PlainText.lines(ball)))
        .isEqualTo(
            """
            heavy-ball: a kind of rule

            A ball that rolls (Polyak, "Some methods", 1964): it keeps most of its velocity, so that v < 1.

              v ← decay · v + g

            Two conventions circulate:

            - PyTorch's

            - the other, of Plain

            Keys:
              decay = a number (default 0.9)
                the weight of the old velocity, in [0, 1]

            See also:
              Elsewhere: a sentence that is quoted, and so long that it does not end before it is in its second line
              Polyak (https://example.org/polyak)

            From org.normscape.experiments.config.Toys$HeavyBall in test-classes.\
            """);
  }

  @Test
  void aRecordOfSeveralKindsIsDescribedOnce() {
    List<Noun> nouns =
        List.of(new Noun("rules", Toys.Rule.class), new Noun("laws", Toys.Rule.class));
    assertThat(new Reference(REFERENCE.forms(), nouns).named("plain"))
        .extracting(Description::noun)
        .containsExactly("rule and of rule");
  }

  @Test
  void keysHaveTheirDefaultsAndTheWordsThatAreAllowed() {
    assertThat(REFERENCE.keys(Toys.Walk.class).stream().flatMap(key -> PlainText.key(key).stream()))
        .containsExactly(
            "  kind = one of [heavy-ball, plain] (default { kind = heavy-ball, decay = 0.5 })",
            "    how a step is made",
            "      heavy-ball  A ball that rolls (Polyak, \"Some methods\", 1964)",
            "      plain       A step against the gradient",
            "  learning-rate = a number (default 0.1)",
            "    how long the first step is",
            "  plan = one of [constant, stairs] (default constant)",
            "    how that changes",
            "      constant  Not at all",
            "      stairs    At some steps",
            "  pull.factor = a number (default 0)",
            "  pull.on = a list, each one of [dark-red, blue] (default [blue])",
            "      dark-red  Like wine");
    assertThat(Written.of(List.of(1e-5, 1.0, 1.5e300, -2L, "1.0-beta", true)))
        .isEqualTo("[1e-5, 1, 1.5e300, -2, 1.0-beta, true]");
    assertThat(REFERENCE.keys(Toys.Plan.Stairs.class))
        .extracting(DescribedKey::initial)
        .allMatch(java.util.Optional::isEmpty);
  }

  /** Its build kept no comments, as a user's may. */
  record Bare(int n) {}

  @Test
  void aDescriptionIsARecordLikeAnyOther() {
    Binder binder = new Binder(REFERENCE.forms());
    Description plain = REFERENCE.describe("rule", Kind.of(Toys.Plain.class));
    assertThat(binder.parse(binder.json(plain, Description.class), "x", Description.class))
        .isEqualTo(plain);
  }

  @Test
  void textsWithoutCommentsAreNotMissed() {
    assertThat(Comments.of(String.class).summary()).isEqualTo("no description");
    assertThat(Comments.of(String.class).text()).isEmpty();
    assertThat(Comments.of(Bare.class).component("n")).isEmpty();
  }

  @Test
  void theFirstSentenceEndsWhereADetailBegins() {
    assertThat(first("Noise (Hoffer et al. (2018), v. 2: new) for all. More."))
        .isEqualTo("Noise (Hoffer et al. (2018), v. 2: new) for all");
    assertThat(first("Noise: x.")).isEqualTo("Noise");
    assertThat(first("Noise.")).isEqualTo("Noise");
    assertThat(first("See e.g. that one. More.")).isEqualTo("See e.g. that one");
  }

  private static String first(String text) {
    return Sentence.first(List.of(new Block(Block.Style.PARAGRAPH, text)));
  }
}
