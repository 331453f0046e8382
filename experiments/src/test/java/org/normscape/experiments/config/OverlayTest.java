package org.normscape.experiments.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.experiments.UserError;

/** What is seen where configuration lies over other configuration. */
final class OverlayTest {

  private static final String BENEATH =
      """
      steps = 3
      walk { kind = heavy-ball, decay = 0.8, learning-rate = 0.2, pull.factor = 1 }
      plan = constant
      cells = [
        { name = standard, walk.learning-rate = 0.1 }
        { name = batch-norm, walk.learning-rate = 0.3 }
      ]
      lengths = [1, 2]
      """;

  @Test
  void groupsAreMergedKeyByKey() {
    sees("walk.decay = 0.5, steps = 4", "walk.decay = 0.5, steps = 4");
    sees("walk { kind = HeavyBall, decay = 0.5 }", "walk { kind = HeavyBall, decay = 0.5 }");
  }

  @Test
  void anotherKindTakesThePlaceAndLeavesWhatIsNotOfItsKind() {
    sees(
        "walk.kind = plain",
        "walk = null, walk { kind = plain, learning-rate = 0.2, pull.factor = 1 }");
    sees(
        "walk = plain", "walk = null, walk { kind = plain, learning-rate = 0.2, pull.factor = 1 }");
  }

  @Test
  void aWordIsShortForAGroup() {
    sees("walk = heavy-ball", "");
    sees("plan.at = [1]", "plan { kind = constant, at = [1] }");
    sees("plan { kind = stairs, at = [1] }", "plan { kind = stairs, at = [1] }");
    sees("plan = stairs", "plan = stairs");
  }

  @Test
  void aGroupOverAListGoesToTheItemsItNames() {
    String changed =
        """
        cells = [
          { name = standard, walk.learning-rate = 0.1 }
          { name = batch-norm, walk { learning-rate = 0.5, decay = 0 } }
        ]
        """;
    sees("cells.batch-norm.walk { learning-rate = 0.5, decay = 0 }", changed);
    sees("cells.1.walk { learning-rate = 0.5, decay = 0 }", changed);
    sees("lengths.1 = 3", "lengths = [1, 3]");
    sees("lengths = [3]", "lengths = [3]");
  }

  @Test
  void itemsThatAreNotThereAreAllNamed() {
    assertThatThrownBy(() -> over("cells.batch-nrm.steps = 5\ncells.2.steps = 5\nlengths.x = 1"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            cells.2 (demo.conf: 2): there is no such item in the list, only [standard, batch-norm], but it was set. To fix: use one of these.
            cells.batch-nrm (demo.conf: 1): there is no such item in the list, only [standard, batch-norm], but it was set. To fix: write "batch-norm".
            lengths.x (demo.conf: 3): there is no such item in the list, only [0, 1], but it was set. To fix: use one of these.""");
  }

  private static void sees(String above, String changed) {
    assertThat(over(above)).isEqualTo(Toys.parse(BENEATH + changed));
  }

  private static ConfigObject over(String above) {
    return new Overlay(Toys.binder().forms(), List.of(Toys.Rule.class, Toys.Plan.class))
        .over(Toys.parse(above), Toys.parse(BENEATH));
  }
}
