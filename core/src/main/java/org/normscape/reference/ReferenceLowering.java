package org.normscape.reference;

import java.util.Arrays;
import java.util.List;
import org.normscape.ir.DType;
import org.normscape.ir.Lowering;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.TensorType;
import org.normscape.ir.WindowShape;

/** Each primitive as a loop over doubles. It knows no kernels: composites run as their bodies. */
final class ReferenceLowering implements Lowering<Values> {

  @Override
  public Values add(Values x, Values y) {
    return x.zip(y, Loops::add);
  }

  @Override
  public Values subtract(Values x, Values y) {
    return x.zip(y, Loops::subtract);
  }

  @Override
  public Values multiply(Values x, Values y) {
    return x.zip(y, Loops::multiply);
  }

  @Override
  public Values divide(Values x, Values y) {
    return x.zip(y, Loops::divide);
  }

  @Override
  public Values maximum(Values x, Values y) {
    return x.zip(y, Loops::maximum);
  }

  @Override
  public Values minimum(Values x, Values y) {
    return x.zip(y, Loops::minimum);
  }

  @Override
  public Values greater(Values x, Values y) {
    return x.zip(y, Loops::greater);
  }

  @Override
  public Values greaterOrEqual(Values x, Values y) {
    return x.zip(y, Loops::greaterOrEqual);
  }

  @Override
  public Values equal(Values x, Values y) {
    return x.zip(y, Loops::equal);
  }

  @Override
  public Values select(Values mask, Values x, Values y) {
    double[] chosen = x.data().clone();
    for (int i = 0; i < chosen.length; i++) {
      if (mask.data()[i] == 0) {
        chosen[i] = y.data()[i];
      }
    }
    return Values.rounded(x.type(), chosen);
  }

  @Override
  public Values negate(Values x) {
    return x.map(a -> -a);
  }

  @Override
  public Values absolute(Values x) {
    return x.map(Math::abs);
  }

  @Override
  public Values sign(Values x) {
    return x.map(Math::signum);
  }

  @Override
  public Values exp(Values x) {
    return x.map(StrictMath::exp);
  }

  @Override
  public Values log(Values x) {
    return x.map(StrictMath::log);
  }

  @Override
  public Values sqrt(Values x) {
    return x.map(Math::sqrt);
  }

  @Override
  public Values reciprocalSqrt(Values x) {
    return x.map(a -> 1 / Math.sqrt(a));
  }

  @Override
  public Values power(Values x, double exponent) {
    return x.map(a -> StrictMath.pow(a, exponent));
  }

  @Override
  public Values tanh(Values x) {
    return x.map(StrictMath::tanh);
  }

  @Override
  public Values sigmoid(Values x) {
    return x.map(Functions::sigmoid);
  }

  @Override
  public Values softplus(Values x) {
    return x.map(Functions::softplus);
  }

  @Override
  public Values erf(Values x) {
    return x.map(Functions::erf);
  }

  @Override
  public Values cast(Values x, DType dtype) {
    return Values.rounded(x.type().withDType(dtype), x.data().clone());
  }

  @Override
  public Values stopGradient(Values x) {
    return x;
  }

  @Override
  public Values sum(Values x, List<Integer> axes) {
    Shape result = x.shape().without(axes);
    double[] sums = new double[result.size()];
    Places.without(x.shape(), axes).add(x.data(), sums);
    return Values.rounded(x.type().withShape(result), sums);
  }

  @Override
  public Values max(Values x, List<Integer> axes) {
    return Maxima.max(x, axes);
  }

  @Override
  public Values matmul(Values x, Values y, boolean transposeLeft, boolean transposeRight) {
    return Contractions.matmul(x, y, transposeLeft, transposeRight);
  }

  @Override
  public Values batchMatmul(Values x, Values y, boolean transposeLeft, boolean transposeRight) {
    return Contractions.batchMatmul(x, y, transposeLeft, transposeRight);
  }

  @Override
  public Values convolution(Values image, Values filter, Stride stride, Padding padding) {
    Shape f = filter.shape();
    WindowShape window = new WindowShape(f.dim(0), f.dim(1), stride, padding);
    Shape result = Pooling.pooled(image.shape(), window).with(3, f.dim(3));
    return Contractions.convolution(image, filter, result, stride, padding);
  }

  @Override
  public Values convolutionInputGradient(
      Values cotangent, Values filter, Stride stride, Padding padding, int height, int width) {
    Shape image = Shape.of(cotangent.shape().dim(0), height, width, filter.shape().dim(2));
    return Contractions.inputGradient(cotangent, filter, image, stride, padding);
  }

  @Override
  public Values convolutionFilterGradient(
      Values image, Values cotangent, Stride stride, Padding padding, int height, int width) {
    Shape filter = Shape.of(height, width, image.shape().dim(3), cotangent.shape().dim(3));
    return Contractions.filterGradient(image, cotangent, filter, stride, padding);
  }

  @Override
  public Values fill(double value, TensorType type) {
    double[] data = new double[type.shape().size()];
    Arrays.fill(data, value);
    return Values.rounded(type, data);
  }

  @Override
  public Values broadcast(Values x, Shape result, List<Integer> newAxes) {
    return x.gather(result, Places.without(result, newAxes));
  }

  @Override
  public Values reshape(Values x, Shape result) {
    return x.withShape(result);
  }

  @Override
  public Values transpose(Values x, List<Integer> order) {
    return Rearrangements.transpose(x, order);
  }

  @Override
  public Values slice(Values x, List<Integer> start, List<Integer> limit, List<Integer> stride) {
    return Rearrangements.slice(x, start, limit, stride);
  }

  @Override
  public Values pad(Values x, List<Integer> low, List<Integer> high, List<Integer> interior) {
    return Rearrangements.pad(x, low, high, interior);
  }

  @Override
  public Values concatenate(Values x, Values y, int axis) {
    return Rearrangements.concatenate(x, y, axis);
  }

  @Override
  public Values maxPool(Values image, WindowShape window) {
    return maxPoolGather(image, image, window);
  }

  @Override
  public Values maxPoolScatter(Values image, Values values, WindowShape window) {
    return values.scatter(image.shape(), Pooling.winners(image, window));
  }

  @Override
  public Values maxPoolGather(Values image, Values values, WindowShape window) {
    Shape pooled = Pooling.pooled(image.shape(), window);
    return values.gather(pooled, Pooling.winners(image, window));
  }

  @Override
  public Values sumPool(Values image, WindowShape window) {
    return Pooling.sum(image, window);
  }

  @Override
  public Values sumPoolInputGradient(Values cotangent, WindowShape window, int height, int width) {
    Shape pooled = cotangent.shape();
    Shape image = Shape.of(pooled.dim(0), height, width, pooled.dim(3));
    return Pooling.sumInputGradient(cotangent, window, image);
  }

  @Override
  public Values argMax(Values x) {
    return Maxima.argMax(x);
  }

  @Override
  public Values oneHot(Values indices, int depth, DType dtype) {
    return Maxima.oneHot(indices, depth, dtype);
  }
}
