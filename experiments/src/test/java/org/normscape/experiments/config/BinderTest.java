package org.normscape.experiments.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.normscape.experiments.UserError;
import org.normscape.experiments.config.Toys.Colour;
import org.normscape.experiments.config.Toys.HeavyBall;
import org.normscape.experiments.config.Toys.Plain;
import org.normscape.experiments.config.Toys.Plan;
import org.normscape.experiments.config.Toys.Pull;
import org.normscape.experiments.config.Toys.Scene;
import org.normscape.experiments.config.Toys.Walk;
import org.normscape.params.Parameters;

/** What is bound to records, and what is said when it cannot be. */
final class BinderTest {

  private static final Binder BINDER = Toys.binder();

  private static final Scene SCENE =
      new Scene(
          "demo",
          123456789012L,
          1000,
          true,
          Colour.DARK_RED,
          List.of(new Plan.Constant(), new Plan.Stairs(List.of(3, 4), 0.5)),
          List.of(1.0, 2.5),
          Optional.empty(),
          Map.of("first", new HeavyBall(0.9), "second", new Plain()),
          Parameters.of("a.b", new Pull(3, Set.of(Colour.BLUE))),
          new Walk(new HeavyBall(0.8), 0.2, new Plan.Constant(), new Pull()));

  @Test
  void keysBecomeComponents() {
    assertThat(scene("")).isEqualTo(SCENE);
    assertThat(scene("frame { kind = stairs, at = [1], factor = 2 }").frame())
        .contains(new Plan.Stairs(List.of(1), 2));
    assertThat(scene("frame = null").frame()).isEmpty();
  }

  @Test
  void whatIsNotSetHasItsDefaultKeyByKey() {
    assertThat(walk("")).isEqualTo(new Walk());
    assertThat(walk("pull.factor = 2").pull()).isEqualTo(new Pull(2, Set.of(Colour.BLUE)));
    assertThat(walk("pull.on = [dark-red]").pull()).isEqualTo(new Pull(0, Set.of(Colour.DARK_RED)));
  }

  @Test
  void aFlatComponentLiesInTheGroupOfItsRecord() {
    assertThat(walk("kind = heavy-ball, decay = 0.25, learning-rate = 3"))
        .isEqualTo(new Walk(new HeavyBall(0.25), 3, new Plan.Constant(), new Pull()));
    assertThat(walk("decay = 0.25").rule()).isEqualTo(new HeavyBall(0.25));
    assertThat(walk("kind = heavyball").rule())
        .as("the default of the walk, whose kind is the same")
        .isEqualTo(new HeavyBall(0.5));
    assertThat(scene("walk = null\nwalk = plain").walk())
        .isEqualTo(new Walk(new Plain(), 0.1, new Plan.Constant(), new Pull()));
  }

  @Test
  void aRecordIsReadBackAsItWasWritten() {
    for (Scene scene :
        List.of(SCENE, scene("frame = constant"), scene("weights = [1e-300, 0.1]"))) {
      String json = BINDER.json(scene, Scene.class);
      assertThat(BINDER.parse(json, "config.json", Scene.class)).isEqualTo(scene);
    }
  }

  @Test
  void aKindIsWrittenWhereAnInterfaceIsDeclared() {
    assertThat(BINDER.tree(new HeavyBall(0.5), Toys.Rule.class))
        .isEqualTo(Map.of("kind", "heavy-ball", "decay", 0.5));
    assertThat(BINDER.tree(new HeavyBall(0.5), HeavyBall.class)).isEqualTo(Map.of("decay", 0.5));
    assertThat(BINDER.json(new Walk(), Walk.class))
        .isEqualToNormalizingNewlines(
            """
            {
              "kind" : "heavy-ball",
              "decay" : 0.5,
              "learning-rate" : 0.1,
              "plan" : {
                "kind" : "constant"
              },
              "pull" : {
                "factor" : 0.0,
                "on" : [ "blue" ]
              }
            }
            """);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    fails("steps = many\npaint = pink\nwalk.plan = stair\nweights = [1, x]\nsede = 3\nwalk.lr = -1")
        .hasMessage(
            """
            sede (demo.conf: 15): there is no such key, only [name, seed, steps, bright, paint, plans, weights, frame, rules, pulls, walk], but it was set. To fix: write "seed".
            steps (demo.conf: 11): must be a whole number, but it is "many". To fix: write a whole number.
            paint (demo.conf: 12): must be one of [dark-red, blue], but it is "pink". To fix: use one of these.
            weights.1 (demo.conf: 14): must be a number, but it is "x". To fix: write a number.
            walk.lr (demo.conf: 16): there is no such key in walk, only [kind, decay, learning-rate, plan, pull], but it was set. To fix: write "walk.learning-rate".
            walk.plan.kind (demo.conf: 13): must be one of [constant, stairs], but it is "stair". To fix: write "stairs".""");
  }

  @Test
  void aKeyThatIsTheNameOfAKindIsToldToBeOne() {
    fails("walk.plan { kind = constant, stairs = 2 }")
        .hasMessageContaining("To fix: set walk.plan.kind to \"stairs\", or leave this key out.");
  }

  @Test
  void allMissingKeysAreNamedAtOnce() {
    assertThatThrownBy(() -> BINDER.bind(Toys.parse("kind = stairs"), Plan.class))
        .hasMessage(
            """
            at (demo.conf: 1): must be a list, each a whole number, but it is missing. To fix: set at.
            factor (demo.conf: 1): must be a number, but it is missing. To fix: set factor.""");
    fails("frame { at = [1] }")
        .hasMessage(
            "frame.kind (demo.conf: 11): must be one of [constant, stairs], but it is missing. To fix: set frame.kind.");
  }

  @Test
  void aKeyInTheWrongGroupIsSentToItsOwn() {
    fails("learning-rate = 3").hasMessageEndingWith("To fix: write \"walk.learning-rate\".");
    fails("lr = 3").hasMessageEndingWith("To fix: write \"walk.learning-rate\".");
    fails("walk.factor = 3")
        .hasMessageEndingWith(
            "To fix: write \"plans.1.factor\" or \"pulls.a.b.factor\" or \"walk.pull.factor\".");
    fails("walk.learningRate = 3").hasMessageEndingWith("To fix: write \"walk.learning-rate\".");
    fails("colour = 3").hasMessageEndingWith("To fix: use one of these.");
  }

  @Test
  void wrongTypesAreNamed() {
    fails("steps = 1.5").hasMessageContaining("must be a whole number, but it is 1.5.");
    fails("steps = 3e9").hasMessageContaining("must be a whole number, but it is");
    fails("seed = 1e30").hasMessageContaining("must be a whole number, but it is");
    fails("bright = 1").hasMessageContaining("must be true or false, but it is 1.");
    fails("name = {}").hasMessageContaining("must be a text, but it is {}.");
    fails("weights = 3").hasMessageContaining("weights (demo.conf: 11): must be a list, each");
    fails("steps = null").hasMessageContaining("must be a whole number, but it is null.");
    fails("frame = 3")
        .hasMessageContaining("must be one of [constant, stairs], but it is 3. To fix: write");
    fails("rules = [1]").hasMessageContaining("rules (demo.conf: 11): must be a group of names");
    fails("walk.pull = 3").hasMessageContaining("must be a group of keys in braces, but it is 3.");
  }

  @Test
  void aRuleOfTheRecordIsSaidWithItsKeyAndPlace() {
    fails("walk.decay = 1.5")
        .hasMessage(
            "walk.decay (demo.conf: 11): must be in [0, 1], but it is 1.5. To fix: set a value that is allowed.");
    fails("walk.learning-rate = 0")
        .hasMessage(
            "walk.learning-rate (demo.conf: 11): must be greater than 0, but it is 0. To fix: set a value that is allowed.");
    fails("frame { kind = stairs, at = [], factor = 1 }")
        .hasMessage(
            "frame (demo.conf: 11): there must be a step, but there is none. To fix: name one.");
  }

  @Test
  void whatIsNoJsonIsSaidToBeNone() {
    assertThatThrownBy(() -> BINDER.parse("{", "config.json", Walk.class))
        .hasMessage(
            "config.json: must be the configuration of a run as JSON, but it is not. To fix: run the experiment again.");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> fails(String lines) {
    return assertThatThrownBy(() -> scene(lines)).isInstanceOf(UserError.class);
  }

  private static Scene scene(String lines) {
    return BINDER.bind(Toys.parse(Toys.SCENE + lines), Scene.class);
  }

  private static Walk walk(String text) {
    return BINDER.bind(Toys.parse(text), Walk.class);
  }
}
