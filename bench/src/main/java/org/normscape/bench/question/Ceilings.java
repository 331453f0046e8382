package org.normscape.bench.question;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Cost;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Steady;
import org.normscape.bench.measure.Work;
import org.normscape.bench.measure.Workload;

/**
 * What can this machine do at most? Its rate of float32 matrix products, in the libraries at hand,
 * and of copies on all its cores. The fastest are the ceilings that every table names.
 */
public final class Ceilings implements Question {

  private static final int FLOAT = 4;

  @Override
  public String name() {
    return "ceilings";
  }

  @Override
  public String sentence() {
    return "How fast does this machine multiply matrices and copy memory?";
  }

  @Override
  public List<Case> cases(Effort scale) {
    int extent = scale.of(2048, 512);
    int numbers = scale.of(1 << 26, 1 << 22);
    Work product =
        Work.of(
            "product of matrices %s by %s".formatted(extent, extent),
            () -> new Cost(2 * Math.pow(extent, 3), Double.NaN));
    Work copy =
        Work.of(
            "copy of %s MiB".formatted(numbers / (1024 * 1024) * FLOAT),
            () -> new Cost(Double.NaN, 2.0 * numbers * FLOAT));
    return List.of(
        Case.ours(product, "openblas", new Steady(() -> new OpenBlasProduct(extent))),
        Case.ours(product, "libtorch", new Steady(() -> new LibtorchProduct(extent))),
        Case.ours(copy, "java", new Steady(() -> new Copy(numbers))));
  }

  /** ND4J's matrix product, which is OpenBLAS's. */
  private static final class OpenBlasProduct implements Workload {

    private final INDArray left;
    private final INDArray right;
    private final INDArray product;

    private OpenBlasProduct(int extent) {
      this.left = Nd4j.rand(extent, extent);
      this.right = Nd4j.rand(extent, extent);
      this.product = Nd4j.createUninitialized(new long[] {extent, extent}, 'f');
    }

    @Override
    public void run() {
      left.mmuli(right, product);
    }

    @Override
    public void close() {
      List.of(left, right, product).forEach(INDArray::close);
    }
  }

  /** libtorch's. */
  private static final class LibtorchProduct implements Workload {

    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    private final NDArray left;
    private final NDArray right;

    private LibtorchProduct(int extent) {
      this.left = manager.randomNormal(new Shape(extent, extent));
      this.right = manager.randomNormal(new Shape(extent, extent));
    }

    @Override
    public void run() {
      left.matMul(right).close();
    }

    @Override
    public void close() {
      manager.close();
    }
  }

  /** A copy of float32 numbers, each core a part. */
  private static final class Copy implements Workload {

    private final float[] from;
    private final float[] to;

    private Copy(int numbers) {
      this.from = new float[numbers];
      this.to = new float[numbers];
      Arrays.fill(from, 1);
    }

    @Override
    public void run() {
      int parts = Runtime.getRuntime().availableProcessors();
      int part = from.length / parts;
      IntStream.range(0, parts)
          .parallel()
          .forEach(i -> System.arraycopy(from, i * part, to, i * part, part));
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
