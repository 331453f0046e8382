package org.normscape.experiments.config;

import com.google.auto.service.AutoService;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.params.Parameters;

/** Records of every form that configuration can have. */
public final class Toys {

  private Toys() {}

  /** How bright a colour is. */
  public enum Colour {
    /** Like wine. */
    DARK_RED,
    BLUE
  }

  /** An update rule. Jars may bring more. */
  public interface Rule {}

  /** A step against the gradient. */
  @AutoService(Rule.class)
  public record Plain() implements Rule {}

  /**
   * A ball that rolls (Polyak, "Some methods", 1964): it keeps <b>most</b> of its velocity, so that
   * {@code v < 1}.
   *
   * <pre>
   *   v ← decay · v + g
   * </pre>
   *
   * <p>Two conventions circulate:
   *
   * <ul>
   *   <li>PyTorch's
   *   <li>the other, of {@link Plain}
   * </ul>
   *
   * @param decay the weight of the old velocity, in [0, 1]
   * @see "Elsewhere: a sentence that is quoted, and so long that it does not end before it is in
   *     its second line"
   * @see <a href="https://example.org/polyak">Polyak</a>
   */
  @AutoService(Rule.class)
  public record HeavyBall(double decay) implements Rule {

    public HeavyBall {
      Components.fraction(HeavyBall.class, "decay", decay);
    }

    public HeavyBall() {
      this(0.9);
    }
  }

  /** How a rate changes. */
  public sealed interface Plan {

    /** Not at all. */
    record Constant() implements Plan {}

    /** At some steps. */
    record Stairs(List<Integer> at, double factor) implements Plan {

      public Stairs {
        if (at.isEmpty()) {
          throw new IllegalArgumentException(
              "Stairs: there must be a step, but there is none. To fix: name one.");
        }
      }
    }
  }

  /** A pull to 0. */
  public record Pull(double factor, Set<Colour> on) {

    public Pull() {
      this(0, Set.of(Colour.BLUE));
    }
  }

  /**
   * A rule and its rate.
   *
   * @param rule how a step is made
   * @param learningRate how long the first step is
   * @param plan how that changes
   * @param pull what pulls
   */
  public record Walk(@Flat Rule rule, double learningRate, Plan plan, Pull pull) {

    public Walk {
      Components.positive(Walk.class, "learningRate", learningRate);
    }

    public Walk() {
      this(new HeavyBall(0.5), 0.1, new Plan.Constant(), new Pull());
    }
  }

  /** Everything, without defaults. */
  public record Scene(
      String name,
      long seed,
      int steps,
      boolean bright,
      Colour paint,
      List<Plan> plans,
      List<Double> weights,
      Optional<Plan> frame,
      Map<String, Rule> rules,
      Parameters<Pull> pulls,
      Walk walk) {}

  static final String SCENE =
      """
      name = demo
      seed = 123456789012
      steps = 1e3
      bright = true
      paint = DarkRed
      plans = [constant, { kind = stairs, at = [3, 4], factor = 0.5 }]
      weights = [1, 2.5]
      rules { first = heavy-ball, second { kind = Plain } }
      pulls { a.b { factor = 3 } }
      walk { learning-rate = 0.2, decay = 0.8 }
      """
          .replace("a.b", "\"a.b\"");

  static ConfigObject parse(String text) {
    return ConfigFactory.parseString(
            text, ConfigParseOptions.defaults().setOriginDescription("demo.conf"))
        .root();
  }

  static Binder binder() {
    return Binder.of(Toys.class.getClassLoader());
  }
}
