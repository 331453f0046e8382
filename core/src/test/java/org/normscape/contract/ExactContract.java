package org.normscape.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.Normalization;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

/**
 * The suite of exact numerics: a backend's results have the bits of the reference backend's,
 * whatever the numbers, the order of the derivative and the number of threads. A backend's tests
 * extend this class and hand over the backend, which is closed at the end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ExactContract {

  /** What is run once more on one thread, with kernels switched off that can be. */
  private static final String THREADS = "threads";

  private static final Compilation EXACT = Compilation.of(Numerics.EXACT);

  private final Backend backend;
  private final Backend reference = new ReferenceBackend();

  /** The suite for {@code backend}. */
  public ExactContract(Backend backend) {
    this.backend = backend;
  }

  @TestFactory
  Stream<DynamicNode> primitives() {
    return tests(PrimitiveCases.all());
  }

  @TestFactory
  Stream<DynamicNode> traps() {
    return tests(TrapCases.all());
  }

  @TestFactory
  Stream<DynamicNode> composites() {
    return tests(CompositeCases.all());
  }

  @Tag(THREADS)
  @TestFactory
  Stream<DynamicNode> networks() {
    return tests(NetworkCases.all());
  }

  @Tag(THREADS)
  @TestFactory
  Stream<DynamicNode> large() {
    return tests(LargeCases.all());
  }

  @TestFactory
  Stream<DynamicNode> randomPrograms() {
    return tests(IntStream.range(0, 200).mapToObj(MixedPrograms::row).toList());
  }

  private Stream<DynamicNode> tests(List<Case> rows) {
    return rows.stream()
        .filter(row -> isWide(row.program(DType.FLOAT64)))
        .map(row -> DynamicTest.dynamicTest(row.name(), () -> check(row)));
  }

  private static boolean isWide(Program program) {
    return Stream.concat(
            program.parameterTypes().stream(),
            program.equations().stream().flatMap(e -> e.outputTypes().stream()))
        .noneMatch(type -> type.dtype() == DType.FLOAT32);
  }

  private void check(Case row) {
    check(row.name(), row.program(DType.FLOAT64), row.draw());
    if (DerivativeProgram.exists(row)) {
      DerivativeProgram derivatives = DerivativeProgram.of(row, DType.FLOAT64, row.body());
      check("derivatives of " + row.name(), derivatives.program(), derivatives.arguments());
    }
  }

  private void check(String what, Program program, List<double[]> arguments) {
    try (Executable here = backend.compile(program, EXACT);
        Executable there = reference.compile(program, EXACT)) {
      List<List<double[]>> draws = draws(what, program, arguments);
      for (int i = 0; i < draws.size(); i++) {
        Bits.check(
            what + ", numbers " + i,
            Runs.run(backend, here, draws.get(i)),
            Runs.run(reference, there, draws.get(i)));
      }
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

  @Tag(THREADS)
  @TestFactory
  Stream<DynamicNode> trainingStepsOfANetworkHaveTheSameBits() {
    return Stream.of(BatchNorm.standard(), LayerNorm.standard())
        .map(norm -> DynamicTest.dynamicTest(norm.toString(), () -> checkTraining(norm)));
  }

  private void checkTraining(Normalization normalization) {
    try (ExactTraining here = new ExactTraining(backend, normalization);
        ExactTraining there = new ExactTraining(reference, normalization)) {
      for (int step = 0; step < 3; step++) {
        Bits.check("step " + step, here.step(), there.step());
      }
    }
  }

  /** Equal is not enough: exact results are those of float64, but for its last digits. */
  @TestFactory
  Stream<DynamicNode> accuracy() {
    return Stream.concat(ContractionCases.all().stream(), ReductionCases.shapes())
        .flatMap(
            row ->
                Stream.<Sampler>of(Sampler.normal(), Extremes::heavyTailed)
                    .map(row::on)
                    .map(drawn -> DynamicTest.dynamicTest(row.name(), () -> checkError(drawn))));
  }

  private void checkError(Case row) {
    Program program = row.program(DType.FLOAT64);
    List<double[]> arguments = row.draw();
    double[] exact = Runs.once(backend, program, EXACT, arguments).get(0);
    double[] right = Runs.once(reference, program, arguments).get(0);
    assertThat(Vectors.relativeError(exact, right)).isLessThan(1e-9);
  }

  @AfterAll
  void close() {
    backend.close();
  }
}
