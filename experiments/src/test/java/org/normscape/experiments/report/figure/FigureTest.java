package org.normscape.experiments.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.experiments.UserError;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.report.Declared;
import org.normscape.experiments.report.figure.plot.Line;

final class FigureTest {

  private static final Binder BINDER = Binder.of(FigureTest.class.getClassLoader());

  private static Figure figure(String panel) {
    return BINDER.bind(
        ConfigFactory.parseString("name = f, title = T, caption = C, panels = [{" + panel + "}]")
            .root(),
        Figure.class);
  }

  @Test
  void a_figure_is_bound_with_the_defaults_of_its_plots() {
    assertThat(figure("kind = line, y = [train_loss], y-scale = log").panels())
        .singleElement()
        .isEqualTo(new Line(List.of("train_loss"), new Arrangement().over("step", Scaling.LOG)));
  }

  @Test
  void every_kind_of_the_grammar_can_be_named() {
    assertThat(BINDER.forms().kinds().names(Plot.class))
        .containsExactly("band", "bars", "heat-map", "line", "ribbon", "spectrum", "surface");
  }

  @Test
  void a_figure_of_declared_quantities_and_axes_is_accepted() {
    figure("kind = line, y = [gradient_difference], x = epsilon, colour = step, panels = cell")
        .check(Declared.OF_A_RUN, List.of());
  }

  @Test
  void an_axis_of_the_experiment_can_be_drawn_along() {
    figure("kind = line, y = [train_loss], x = units, colour = network")
        .check(Declared.OF_A_RUN, List.of("a@units=4", "a@units=8"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "kind = line, y = [train_los]; must name a quantity, one of; but it names \"train_los\". To fix: write \"train_loss\"",
        "kind = line, y = [train_loss], x = epsilon; must name an axis of its quantity, one of [step, cell, network, seed, quantity, layer, one]; but it names \"epsilon\"",
        "kind = band; must name a quantity, but names none; To fix: use some of [train_loss",
        "kind = heat-map, colour = gradient_difference, y = epsilonn; an axis of its quantity; To fix: write \"epsilon\""
      })
  void what_is_not_declared_is_named_with_what_is(String panel, String rule, String given) {
    assertThatThrownBy(() -> figure(panel).check(Declared.OF_A_RUN, List.of("a@kind=b")))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("figures.f.panels[0]: ")
        .hasMessageContainingAll(rule, given);
  }

  @Test
  void a_name_that_would_leave_the_folder_is_refused() {
    assertThatThrownBy(
            () ->
                BINDER.bind(
                    ConfigFactory.parseString("name = ../evil, title = T, caption = C, panels = []")
                        .root(),
                    Figure.class))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be lower-case letters, digits and hyphens");
  }

  @Test
  void a_band_of_one_quantity_is_refused() {
    assertThatThrownBy(() -> figure("kind = band, y = [train_loss]"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be two quantities, the lower edge and the upper one");
  }
}
