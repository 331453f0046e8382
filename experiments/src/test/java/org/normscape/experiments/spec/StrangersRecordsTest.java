package org.normscape.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.config.document.Reference;
import org.normscape.experiments.config.kind.Jars;
import org.normscape.experiments.config.kind.StrangersJar;
import org.normscape.ir.Shape;
import org.normscape.model.Model;
import org.normscape.nn.Layer;
import org.normscape.norm.Normalization;
import org.normscape.norm.NormalizationScheme;
import org.normscape.optim.Optimizer;

/** A jar that is not ours brings records that configuration names, and networks are built of. */
final class StrangersRecordsTest {

  private static final String CENTERING =
      """
      package com.example;

      import org.normscape.component.Components;
      import org.normscape.ir.Shape;
      import org.normscape.ir.Tensor;
      import org.normscape.nn.*;
      import org.normscape.nn.initialization.*;
      import org.normscape.norm.ActivationNormalization;
      import org.normscape.params.Parameters;

      public record Centering(double strength) implements ActivationNormalization {

        public Centering {
          Components.fraction(Centering.class, "strength", strength);
        }

        public Centering() {
          this(1);
        }

        @Override
        public Parameters<ParameterSpec> parameters(Shape input) {
          return Parameters.of("center", new ParameterSpec(Shape.of(input.dim(-1)), Role.SHIFT, new Constant(0)));
        }

        @Override
        public Parameters<ParameterSpec> state(Shape input) {
          return Parameters.none();
        }

        @Override
        public Applied apply(Call call, Tensor x) {
          return Applied.of(x.times(strength));
        }

        @Override
        public boolean makesBiasRedundant() {
          return false;
        }
      }
      """;

  private static final String DOUBLING =
      """
      package com.example;

      import org.normscape.ir.*;
      import org.normscape.nn.Fixed;

      public record Doubling() implements Fixed {

        @Override
        public Shape output(Shape input) {
          return input;
        }

        @Override
        public Tensor apply(Tensor x) {
          return x.times(2);
        }
      }
      """;

  private static final String LINEAR_MODEL =
      """
      package com.example;

      import java.util.LinkedHashMap;
      import java.util.Map;
      import org.normscape.model.Model;
      import org.normscape.nn.*;
      import org.normscape.norm.*;
      import org.normscape.norm.place.Unit;
      import org.normscape.params.Parameters;

      public record Shallow(Layer before) implements Model {

        public Shallow() {
          this(new Doubling());
        }

        @Override
        public Layer network(NormalizationScheme scheme, int outputs) {
          Unit unit = scheme.sites(1).get(0).unit(Dense.of(outputs));
          Map<String, Layer> layers = new LinkedHashMap<>();
          layers.put("before", before);
          layers.put("dense", unit.linear());
          layers.put("norm", unit.normalization());
          return new Sequential(new Parameters<>(layers));
        }
      }
      """;

  private static final String STANDING_STILL =
      """
      package com.example;

      import org.normscape.ir.*;
      import org.normscape.optim.Optimizer;
      import org.normscape.params.Parameters;

      public record StandingStill() implements Optimizer {

        @Override
        public Parameters<TensorType> state(Parameters<TensorType> parameters) {
          return Parameters.none();
        }

        @Override
        public Update update(
            Parameters<Tensor> parameters,
            Parameters<Tensor> gradient,
            Parameters<Tensor> state,
            Tensor learningRate) {
          return new Update(parameters, state);
        }
      }
      """;

  @TempDir private static Path folder;

  private static Binder binder = Binder.of(StrangersRecordsTest.class.getClassLoader());

  @BeforeAll
  static void compile() throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put("com.example.Centering", CENTERING);
    sources.put("com.example.Doubling", DOUBLING);
    sources.put("com.example.Shallow", LINEAR_MODEL);
    sources.put("com.example.StandingStill", STANDING_STILL);
    Map<String, List<String>> services =
        Map.of(
            Normalization.class.getName(), List.of("com.example.Centering"),
            Layer.class.getName(), List.of("com.example.Doubling"),
            Model.class.getName(), List.of("com.example.Shallow"),
            Optimizer.class.getName(), List.of("com.example.StandingStill"));
    Path jar = StrangersJar.of(folder, "my.jar", sources, services);
    binder = Binder.of(Jars.loader(List.of(jar), StrangersRecordsTest.class.getClassLoader()));
  }

  @Test
  void aNetworkIsBuiltOfThem() {
    Normalization centering = bind("kind = centering, strength = 0.5", Normalization.class);
    Model shallow = bind("kind = shallow, before = doubling", Model.class);
    Layer network = shallow.network(new NormalizationScheme(centering), 3);
    assertThat(network.parameters(Shape.of(2, 4)).paths())
        .containsExactly("dense.weight", "dense.bias", "norm.center");
    assertThat(network).hasToString(network.toString()).asString().contains("strength=0.5");
    assertThat(bind("kind = StandingStill", Optimizer.class)).hasToString("StandingStill[]");
  }

  @Test
  void theyKeepTheirRules() {
    assertThatThrownBy(() -> bind("kind = centering, strength = 2", Normalization.class))
        .hasMessage(
            "strength (String: 1): must be in [0, 1], but it is 2. To fix: set a value that is allowed.");
  }

  @Test
  void theyAreDescribedWithoutAComment() {
    Reference reference = new Reference(binder.forms(), Vocabulary.nouns());
    assertThat(reference.named("centering"))
        .singleElement()
        .satisfies(
            centering -> {
              assertThat(centering.summary()).isEqualTo("no description");
              assertThat(centering.source()).isEqualTo("my.jar");
              assertThat(centering.keys().get(0).initial()).contains("1");
            });
  }

  private static <T> T bind(String text, Class<T> family) {
    return binder.bind(ConfigFactory.parseString(text).root(), family);
  }
}
