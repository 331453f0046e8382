package org.normscape.contract;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.normscape.backend.Backend;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.reference.ReferenceBackend;

/** What is asked of a backend in each row, against the reference and finite differences. */
final class RowContract {

  /** The largest relative error of a derivative against finite differences in float64. */
  private static final double DIFFERENCES = 1e-7;

  private static final double STEP = 1e-3;

  private final Backend backend;
  private final Backend reference = new ReferenceBackend();

  RowContract(Backend backend) {
    this.backend = backend;
  }

  /** The tests of these rows. */
  Stream<DynamicNode> tests(List<Case> rows) {
    return rows.stream().map(row -> DynamicContainer.dynamicContainer(row.name(), tests(row)));
  }

  /** The tests of these rows, and that each says the same as with its bodies written out. */
  Stream<DynamicNode> compositeTests(List<Case> rows) {
    Stream<DynamicNode> bodies =
        rows.stream()
            .map(
                row ->
                    DynamicContainer.dynamicContainer(
                        "body of " + row.name(),
                        Stream.of(DType.FLOAT32, DType.FLOAT64)
                            .map(
                                dtype ->
                                    DynamicTest.dynamicTest("" + dtype, () -> body(row, dtype)))));
    return Stream.concat(tests(rows), bodies);
  }

  private Stream<DynamicTest> tests(Case row) {
    Stream<DynamicTest> forward =
        Stream.of(DType.FLOAT32, DType.FLOAT64)
            .map(dtype -> DynamicTest.dynamicTest("values " + dtype, () -> values(row, dtype)));
    return DerivativeProgram.exists(row) ? Stream.concat(forward, derivatives(row)) : forward;
  }

  private Stream<DynamicTest> derivatives(Case row) {
    return Stream.of(
        DynamicTest.dynamicTest("derivatives f32", () -> derivatives(row, DType.FLOAT32)),
        DynamicTest.dynamicTest("derivatives f64", () -> derivatives(row, DType.FLOAT64)));
  }

  private void values(Case row, DType dtype) {
    Program program = row.program(dtype);
    Agreement.check(
        row.name(),
        program.resultTypes(),
        Runs.once(backend, program, row.draw()),
        Runs.once(reference, program, row.draw()),
        row.tolerance());
  }

  private void derivatives(Case row, DType dtype) {
    DerivativeProgram derivatives = DerivativeProgram.of(row, dtype, row.body());
    Agreement.check(
        "derivatives of " + row.name(),
        derivatives.program().resultTypes(),
        Runs.once(backend, derivatives.program(), derivatives.arguments()),
        Runs.once(reference, derivatives.program(), derivatives.arguments()),
        Tolerances.DERIVATIVE);
    if (dtype == DType.FLOAT64 && row.derivatives() == Derivatives.SMOOTH) {
      derivatives.checkDifferences(row.name(), backend, STEP, DIFFERENCES);
    }
  }

  /** Kernels against bodies, on the backend itself. */
  private void body(Case row, DType dtype) {
    Program program = row.program(dtype);
    checkBody("body of " + row.name(), program, row.draw(), row.tolerance());
    if (DerivativeProgram.exists(row)) {
      DerivativeProgram derivatives = DerivativeProgram.of(row, dtype, row.body());
      checkBody(
          "body of derivatives of " + row.name(),
          derivatives.program(),
          derivatives.arguments(),
          Tolerances.DERIVATIVE);
    }
  }

  private void checkBody(
      String what, Program program, List<double[]> arguments, Tolerance tolerance) {
    Program body = Bodies.writtenOut(program);
    Agreement.check(
        what,
        program.resultTypes(),
        Runs.once(backend, program, arguments),
        Runs.once(backend, body, arguments),
        tolerance);
  }
}
