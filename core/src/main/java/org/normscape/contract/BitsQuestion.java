package org.normscape.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.contract.cases.Case;
import org.normscape.contract.cases.Extremes;
import org.normscape.contract.cases.Sampler;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

/**
 * Whether exact results of a row, values and derivatives, have the bits of the reference, on its
 * own numbers and on extreme ones.
 *
 * @param topic what it is about
 * @param row what is computed
 */
record BitsQuestion(Topic topic, Case row) implements Question {

  private static final Compilation EXACT = Compilation.of(Numerics.EXACT);

  static BitsQuestion of(String subject, Case row) {
    return new BitsQuestion(new Topic(subject, row.name(), "exact bits", 0, DType.FLOAT64), row);
  }

  /** Whether a row computes in float64 alone, where exact numerics are defined. */
  static boolean isAbout(Case row) {
    Program program = row.program(DType.FLOAT64);
    return Stream.concat(
            program.parameterTypes().stream(),
            program.equations().stream().flatMap(e -> e.outputTypes().stream()))
        .noneMatch(type -> type.dtype() == DType.FLOAT32);
  }

  @Override
  public List<Outcome> answers(Backend backend) {
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(
        topic.outcome(compare(backend, row.name(), row.program(DType.FLOAT64), row.draw())));
    if (DerivativeProgram.exists(row)) {
      DerivativeProgram derivatives = DerivativeProgram.of(row, DType.FLOAT64, row.body());
      outcomes.add(
          topic.outcome(
              topic.asked(),
              derivatives.order(),
              compare(
                  backend,
                  "derivatives of " + row.name(),
                  derivatives.program(),
                  derivatives.arguments())));
    }
    return outcomes;
  }

  private static Agreement compare(
      Backend backend, String what, Program program, List<double[]> arguments) {
    Backend reference = new ReferenceBackend();
    try (Executable here = backend.compile(program, EXACT);
        Executable there = reference.compile(program, EXACT)) {
      Agreement all = new Agreement(0, "");
      List<List<double[]>> draws = draws(what, program, arguments);
      for (int i = 0; i < draws.size(); i++) {
        all =
            all.and(
                Agreement.ofBits(
                    what + ", numbers " + i,
                    Runs.run(backend, here, draws.get(i)),
                    Runs.run(reference, there, draws.get(i))));
      }
      return all;
    }
  }

  /** The arguments, and then, in place of what is floating-point in them, extremes. */
  private static List<List<double[]>> draws(
      String what, Program program, List<double[]> arguments) {
    List<List<double[]>> draws = new ArrayList<>();
    draws.add(arguments);
    for (Sampler sampler : Extremes.all()) {
      RandomStream random = RandomStream.of(draws.size(), what);
      List<double[]> drawn = new ArrayList<>();
      for (int i = 0; i < arguments.size(); i++) {
        boolean floating = program.parameterTypes().get(i).dtype().isFloating();
        double[] given = arguments.get(i);
        drawn.add(floating ? sampler.draw(random, given.length) : given);
      }
      draws.add(drawn);
    }
    return draws;
  }
}
