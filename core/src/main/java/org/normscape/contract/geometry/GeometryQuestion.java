package org.normscape.contract.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.normscape.backend.Backend;
import org.normscape.contract.Agreement;
import org.normscape.contract.Outcome;
import org.normscape.contract.Question;
import org.normscape.contract.Runs;
import org.normscape.contract.Topic;
import org.normscape.ir.DType;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

/**
 * Whether every number of every operation of one geometry is that of plain loops in float64, in
 * both types.
 *
 * @param geometry the geometry
 */
public record GeometryQuestion(Geometry geometry) implements Question {

  private static final String VALUES = "values";

  @Override
  public Topic topic() {
    return topic(geometry.operations().get(0), DType.FLOAT32);
  }

  private Topic topic(Operation operation, DType dtype) {
    return new Topic(operation.name(), geometry.name(), VALUES, 0, dtype);
  }

  @Override
  public List<Question> smaller() {
    return geometry.smaller().stream().<Question>map(GeometryQuestion::new).toList();
  }

  @Override
  public List<Outcome> answers(Backend backend) {
    Program wide = geometry.program(DType.FLOAT64);
    List<double[]> numbers = numbers(wide);
    List<double[]> right = Runs.once(new ReferenceBackend(), wide, numbers);
    return Stream.of(DType.FLOAT32, DType.FLOAT64)
        .flatMap(
            dtype ->
                topic(geometry.operations().get(0), dtype)
                    .guarded(() -> compare(backend, dtype, numbers, right))
                    .stream())
        .toList();
  }

  private List<Outcome> compare(
      Backend backend, DType dtype, List<double[]> numbers, List<double[]> right) {
    Program program = geometry.program(dtype);
    List<double[]> results = Runs.once(backend, program, numbers);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < right.size(); i++) {
      Operation operation = geometry.operations().get(i);
      Agreement agreement =
          Agreement.of(
              "%s of %s".formatted(operation.name(), geometry.name()),
              program.resultTypes().get(i),
              results.get(i),
              right.get(i),
              Geometry.tolerance(geometry.terms().get(i)));
      outcomes.add(topic(operation, dtype).outcome(agreement));
    }
    return outcomes;
  }

  /** Normal numbers that both types hold. */
  private List<double[]> numbers(Program program) {
    RandomStream random = RandomStream.of(3, geometry.name());
    return program.parameterTypes().stream()
        .map(TensorType::shape)
        .map(shape -> random.normal(shape.size(), 1))
        .map(values -> Arrays.stream(values).map(x -> (float) x).toArray())
        .toList();
  }
}
