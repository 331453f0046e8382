package org.normscape.norm.weight;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.norm.Normalization;
import org.normscape.norm.WeightNormalization;

/**
 * Spectral normalization by the largest singular value itself, as a function of the weights alone:
 * nothing is remembered and nothing is held constant, so that derivatives of all orders are those
 * of what is computed. With the weights as a matrix {@code W [fan-in, out]} and the smaller one G
 * of {@code WᵀW} and {@code WWᵀ},
 *
 * <pre>
 *   P ← G / tr(G)      P ← P² / tr(P²)  so many times      w = W / √⟨G, P⟩
 * </pre>
 *
 * <p>{@code P} is a power of G, so that k squarings are {@code 2ᵏ} power iterations: {@code ⟨G, P⟩}
 * is the mean of the squares of the singular values, each weighted by its power {@code 2ᵏ⁺¹}. It
 * tends to the largest one from below, also where that is not single; its derivative is {@code uvᵀ}
 * where it is. {@link SpectralNorm} is what is trained with elsewhere.
 *
 * <p>The cost is that of products of square matrices with the smaller side of W, two for each
 * squaring and gradient.
 *
 * @param squarings how many times P is squared, from 1 to 30
 */
@AutoService(Normalization.class)
public record ConvergedSpectralNorm(int squarings) implements WeightNormalization {

  public ConvergedSpectralNorm {
    Components.require(
        squarings >= 1 && squarings <= 30,
        ConvergedSpectralNorm.class,
        "squarings",
        "must be from 1 to 30",
        squarings,
        "10 is usual");
  }

  /** 10 squarings: 1024 power iterations. */
  public ConvergedSpectralNorm() {
    this(10);
  }

  @Override
  public Applied apply(Call call, Tensor w) {
    Tensor matrix = w.reshape(Shape.of(FanIn.of(w), w.shape().dim(-1)));
    Tensor gram = gram(matrix);
    Tensor power = over(gram, matrix.dot(matrix));
    for (int i = 0; i < squarings; i++) {
      power = over(power.matmul(power), power.dot(power));
    }
    return Applied.of(over(w, gram.dot(power).sqrt()));
  }

  private static Tensor gram(Tensor matrix) {
    boolean isWide = matrix.shape().dim(0) < matrix.shape().dim(1);
    return matrix.matmul(matrix, !isWide, isWide);
  }

  private static Tensor over(Tensor x, Tensor scalar) {
    return x.dividedBy(scalar.broadcast(x.shape(), x.shape().axes()));
  }
}
