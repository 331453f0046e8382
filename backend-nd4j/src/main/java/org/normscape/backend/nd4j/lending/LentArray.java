package org.normscape.backend.nd4j.lending;

import org.normscape.backend.Array;
import org.normscape.ir.TensorType;

/**
 * Numbers in memory that is lent, in row-major order. The memory goes back when this is closed and
 * no run uses it any more.
 *
 * @param <B> a piece of memory
 */
public abstract class LentArray<B> implements Array {

  private enum State {
    OPEN("open"),
    CLOSED("closed"),
    DONATED("donated");

    private final String word;

    State(String word) {
      this.word = word;
    }
  }

  private final TensorType type;
  private final Lender<B> lender;
  private final B piece;
  private State state = State.OPEN;
  private int users;

  /** An open array. */
  protected LentArray(TensorType type, Lender<B> lender, B piece) {
    this.type = type;
    this.lender = lender;
    this.piece = piece;
  }

  @Override
  public final TensorType type() {
    return type;
  }

  /** Whose memory this is. */
  final Lender<B> lender() {
    return lender;
  }

  /** The memory, which stays until {@link #giveBack}, even if this is closed meanwhile. */
  public final synchronized B borrow() {
    if (state != State.OPEN || lender.isClosed()) {
      throw new IllegalStateException(
          "array: %s must be open, but it %s. To fix: use it before that."
              .formatted(
                  type, state == State.OPEN ? "went with its backend" : "was " + state.word));
    }
    users++;
    return piece;
  }

  /** Ends what {@link #borrow} began. */
  public final synchronized void giveBack() {
    users--;
    release();
  }

  /** Ends what {@link #borrow} began, and this array: its memory belongs to the borrower now. */
  final synchronized void giveAway() {
    state = State.DONATED;
    users--;
  }

  @Override
  public final synchronized void close() {
    if (state == State.OPEN) {
      state = State.CLOSED;
      release();
    }
  }

  private void release() {
    if (state == State.CLOSED && users == 0) {
      lender.free(piece);
    }
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + type + ", " + state.word + "]";
  }
}
