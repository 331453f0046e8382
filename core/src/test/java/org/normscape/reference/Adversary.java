package org.normscape.reference;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.normscape.ir.DType;
import org.normscape.ir.Lowering;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.random.RandomStream;

/**
 * The reference lowering with every liberty that a backend may take: sums and contractions run in a
 * random order, denormals are flushed to zero, and a contraction that is zero has a random sign.
 */
public final class Adversary {

  private static final Set<String> CONTRACTIONS =
      Set.of("matmul", "convolution", "convolutionInputGradient", "convolutionFilterGradient");

  private final RandomStream random;
  private final Lowering<Values> honest = new ReferenceLowering();

  private Adversary(long seed) {
    this.random = RandomStream.of(seed, "adversary");
  }

  /** Runs a program as it stands. */
  public static List<double[]> run(Program program, List<double[]> arguments, long seed) {
    List<TensorType> types = program.parameterTypes();
    List<Values> inputs =
        IntStream.range(0, types.size())
            .mapToObj(i -> Values.rounded(types.get(i), arguments.get(i).clone()))
            .toList();
    return program.interpret(new Adversary(seed).lowering(), inputs).stream()
        .map(Values::data)
        .toList();
  }

  @SuppressWarnings("unchecked") // A proxy of a generic interface has no type arguments.
  private Lowering<Values> lowering() {
    return (Lowering<Values>)
        Proxy.newProxyInstance(
            Adversary.class.getClassLoader(),
            new Class<?>[] {Lowering.class},
            (proxy, method, arguments) -> {
              Object[] given = permuted(method.getName(), arguments);
              for (int i = 0; i < given.length; i++) {
                given[i] = given[i] instanceof Values values ? flushed(values) : given[i];
              }
              try {
                Object result = method.invoke(honest, given);
                return result instanceof Values values
                    ? signed(method.getName(), flushed(values))
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Object[] permuted(String name, Object[] arguments) {
    Object[] given = arguments.clone();
    switch (name) {
      case "matmul" -> permute(given, (boolean) given[2] ? 0 : 1, (boolean) given[3] ? 1 : 0);
      case "convolution" -> permute(given, 3, 2);
      case "convolutionInputGradient" -> permute(given, 3, 3);
      case "convolutionFilterGradient" -> permute(given, 0, 0);
      case "sum" ->
          ((List<?>) given[1])
              .forEach(
                  axis ->
                      given[0] =
                          permuted(
                              (Values) given[0],
                              (int) axis,
                              random.permutation(((Values) given[0]).shape().dim((int) axis))));
      default -> {}
    }
    return given;
  }

  private void permute(Object[] given, int leftAxis, int rightAxis) {
    Values left = (Values) given[0];
    int[] order = random.permutation(left.shape().dim(leftAxis));
    given[0] = permuted(left, leftAxis, order);
    given[1] = permuted((Values) given[1], rightAxis, order);
  }

  private static Values permuted(Values x, int axis, int[] order) {
    Shape shape = x.shape();
    int stride = shape.strides()[axis];
    int extent = shape.dim(axis);
    int[] places =
        IntStream.range(0, shape.size())
            .map(i -> i + (order[i / stride % extent] - i / stride % extent) * stride)
            .toArray();
    return x.gather(shape, places);
  }

  private static Values flushed(Values x) {
    return x.type().dtype() == DType.FLOAT64
        ? x.map(v -> Math.abs(v) < Double.MIN_NORMAL ? Math.copySign(0, v) : v)
        : x;
  }

  private Values signed(String name, Values x) {
    return CONTRACTIONS.contains(name)
        ? x.map(v -> v == 0 ? Math.copySign(0, random.nextInt(2) - 0.5) : v)
        : x;
  }
}
