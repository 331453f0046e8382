package org.normscape.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.normscape.experiments.UserError;

/** What the binder reads, and what it says when it cannot. */
final class RecordBinderTest {

  enum Colour {
    DARK_RED,
    BLUE
  }

  sealed interface Form {
    record Circle(double radius) implements Form {
      public Circle {
        Rule.positive("radius", radius);
      }
    }

    record RightTriangle(int base, int height) implements Form {}
  }

  record Scene(
      String name,
      long seed,
      boolean bright,
      Colour paint,
      List<Form> forms,
      List<Double> weights,
      Optional<Form> frame) {}

  private static final String TEXT =
      """
      name = demo
      seed = 123456789012
      bright = true
      paint = dark-red
      forms = [
        { kind = circle, radius = 0.5 }
        { kind = right-triangle, base = 3, height = 4 }
      ]
      weights = [1, 2.5]
      """;

  private static final Scene SCENE =
      new Scene(
          "demo",
          123456789012L,
          true,
          Colour.DARK_RED,
          List.of(new Form.Circle(0.5), new Form.RightTriangle(3, 4)),
          List.of(1.0, 2.5),
          Optional.empty());

  @Test
  void keysBecomeComponents() {
    assertThat(bind("")).isEqualTo(SCENE);
    assertThat(bind("frame { kind = circle, radius = 2 }").frame()).contains(new Form.Circle(2));
  }

  @Test
  void aTreeIsBoundToTheRecordItWasMadeFrom() {
    Scene framed = bind("frame { kind = circle, radius = 0.1 }");
    assertThat(RecordBinder.bind(ConfigFactory.parseMap(RecordTree.of(framed)), Scene.class))
        .isEqualTo(framed);
  }

  @Test
  void unknownKeysAreRejectedWithTheNearest() {
    fails("sede = 3")
        .hasMessage(
            "sede (demo.conf: 10): there is no such key, only [name, seed, bright, paint, forms, weights, frame], but it was set. To fix: write \"seed\".");
    fails("frame { kind = circle, radius = 1, colour = red }")
        .hasMessage(
            "frame.colour (demo.conf: 10): there is no such key in frame, only [kind, radius], but it was set. To fix: use one of these.");
  }

  @Test
  void missingKeysAreNamed() {
    assertThatThrownBy(() -> RecordBinder.bind(parse("name = x"), Scene.class))
        .hasMessage(
            "seed (demo.conf: 1): must be a whole number, but it is missing. To fix: set seed.");
    fails("frame { radius = 1 }")
        .hasMessage(
            "frame.kind (demo.conf: 10): must be one of [circle, right-triangle], but it is missing. To fix: set frame.kind.");
  }

  @Test
  void wrongTypesAreNamed() {
    fails("seed = many")
        .hasMessage(
            "seed (demo.conf: 10): must be a whole number, but it is \"many\". To fix: write a whole number.");
    fails("seed = 1.5").hasMessageContaining("must be a whole number, but it is 1.5");
    fails("bright = 1").hasMessageContaining("must be true or false, but it is 1.");
    fails("weights = 3").hasMessageContaining("weights (demo.conf: 10): must be a list");
    fails("weights = [1, x]").hasMessageContaining("weights[1] (demo.conf: 10): must be a number");
    fails("frame = 3").hasMessageContaining("must be a group of keys in braces, but it is 3");
  }

  @Test
  void unknownWordsAreRejectedWithTheNearest() {
    fails("paint = dark-rot")
        .hasMessage(
            "paint (demo.conf: 10): must be one of [dark-red, blue], but it is \"dark-rot\". To fix: write \"dark-red\".");
    fails("frame { kind = square }")
        .hasMessage(
            "frame.kind (demo.conf: 10): must be one of [circle, right-triangle], but it is \"square\". To fix: use one of these.");
  }

  @Test
  void brokenRulesNameKeyAndPlace() {
    fails("frame { kind = circle, radius = -1 }")
        .hasMessage(
            "frame.radius (demo.conf: 10): must be greater than 0, but it is -1. To fix: set a value that is allowed.");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> fails(
      String line) {
    return assertThatThrownBy(() -> bind(line)).isInstanceOf(UserError.class);
  }

  private static Scene bind(String line) {
    return RecordBinder.bind(parse(TEXT + line), Scene.class);
  }

  private static Config parse(String text) {
    return ConfigFactory.parseString(
        text, ConfigParseOptions.defaults().setOriginDescription("demo.conf"));
  }
}
