package org.normscape.optim;

import com.google.auto.service.AutoService;

/**
 * A learning rate that falls to 0 along half a cosine (Loshchilov and Hutter, "SGDR", 2017,
 * equation 5, without restarts): the factor is {@code (1 + cos(π · step / steps)) / 2}, and 0 from
 * {@code steps} on.
 */
@AutoService(Schedule.class)
public record Cosine() implements Schedule {

  @Override
  public double factor(int step, int steps) {
    return step >= steps ? 0 : (1 + StrictMath.cos(StrictMath.PI * step / steps)) / 2;
  }
}
