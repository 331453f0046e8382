package org.normscape.bench.measure;

/**
 * One contender at one piece of work, measured in Java virtual machines of its own.
 *
 * @param work what it does
 * @param contender who does it
 * @param role what it is to the other contenders
 * @param allocator the environment of its process
 * @param measurement what its process does
 */
public record Case(
    Work work, String contender, Role role, Allocator allocator, Measurement measurement) {

  /** One of ours, as the launcher starts it. */
  public static Case ours(Work work, String contender, Measurement measurement) {
    return new Case(work, contender, Role.OURS, Allocator.SET, measurement);
  }

  /** A rival, as the launcher starts it. */
  public static Case rival(Work work, String contender, Measurement measurement) {
    return new Case(work, contender, Role.RIVAL, Allocator.SET, measurement);
  }

  /** The same in another environment. */
  public Case with(Allocator other) {
    return new Case(work, contender, role, other, measurement);
  }

  /** The contender as the table names it. */
  public String label() {
    return allocator == Allocator.SET ? contender : contender + ", default malloc";
  }
}
