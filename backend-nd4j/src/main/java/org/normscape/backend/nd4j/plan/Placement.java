package org.normscape.backend.nd4j.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.normscape.backend.nd4j.memory.Block;
import org.normscape.backend.nd4j.plan.Slot.Source;

/**
 * Which memory each slot of a plan uses. A slot takes over the memory of one that dies where it is
 * born, if its step allows that, and a result that of a donated argument before others; all else is
 * packed into one arena, largest first, so that only slots that never live at once overlap.
 */
final class Placement {

  /** The steps between which a slot must keep its contents. */
  private record Life(int first, int last) {
    boolean overlaps(Life other) {
      return first <= other.last && other.first <= last;
    }

    Life until(int later) {
      return new Life(first, Math.max(last, later));
    }
  }

  private final List<PlanStep> steps;
  private final List<Slot> results;
  private final Set<Integer> donated;
  private final Map<Slot, Slot> owners = new HashMap<>();
  private final Map<Slot, Life> lives = new LinkedHashMap<>();
  private final Map<Slot, Long> offsets = new HashMap<>();
  private long arenaBytes;

  Placement(List<PlanStep> steps, List<Slot> parameters, List<Slot> results, Set<Integer> donated) {
    this.steps = steps;
    this.results = results;
    this.donated = donated;
    parameters.forEach(p -> lives.put(p, new Life(-1, -1)));
    measureLives();
    takeOver();
    results.forEach(r -> claim(r, parameters));
    pack();
  }

  /** The slot in whose memory this one lives: an argument, a constant, a result or itself. */
  Slot owner(Slot slot) {
    Slot owner = owners.getOrDefault(slot, slot);
    return owner == slot ? slot : owner(owner);
  }

  /** Where in the arena an owner lives. */
  long offset(Slot owner) {
    return Objects.requireNonNull(offsets.get(owner));
  }

  /** Whether an owner lives in the arena. */
  boolean isInArena(Slot owner) {
    return offsets.containsKey(owner);
  }

  long arenaBytes() {
    return arenaBytes;
  }

  private void measureLives() {
    for (int i = 0; i < steps.size(); i++) {
      for (Slot slot : touched(steps.get(i))) {
        int now = i;
        lives.merge(slot, new Life(now, now), (life, more) -> life.until(now));
      }
    }
    results.forEach(r -> lives.computeIfPresent(r, (slot, life) -> life.until(steps.size())));
  }

  private static Set<Slot> touched(PlanStep step) {
    Set<Slot> slots = new HashSet<>(step.reads());
    slots.addAll(step.writes());
    return slots;
  }

  private void takeOver() {
    for (int i = 0; i < steps.size(); i++) {
      PlanStep step = steps.get(i);
      Slot written = step.writes().get(0);
      if (life(written).first() == i) {
        int now = i;
        step.replaceable().stream()
            .filter(dying -> mayTake(written, dying, now))
            .min(
                Comparator.comparing(dying -> isDonated(owner(dying)) != results.contains(written)))
            .ifPresent(dying -> unite(written, dying));
      }
    }
  }

  private boolean mayTake(Slot written, Slot dying, int now) {
    Slot owner = owner(dying);
    return fits(written, dying) && life(owner).last() == now && isWritable(owner);
  }

  private boolean isWritable(Slot owner) {
    return owner.source() instanceof Source.Computed || isDonated(owner);
  }

  private boolean isDonated(Slot owner) {
    return owner.source() instanceof Source.Parameter p && donated.contains(p.index());
  }

  private static boolean fits(Slot one, Slot other) {
    return one.length() == other.length() && one.dtype() == other.dtype();
  }

  private void unite(Slot written, Slot taken) {
    Slot owner = owner(taken);
    owners.put(written, owner);
    lives.put(owner, life(owner).until(life(written).last()));
  }

  private Life life(Slot slot) {
    return Objects.requireNonNull(lives.get(slot));
  }

  /** Lets a result have the memory of a donated argument that is not needed any more. */
  private void claim(Slot result, List<Slot> parameters) {
    Slot owner = owner(result);
    if (owner.source() instanceof Source.Computed) {
      parameters.stream()
          .filter(p -> isWritable(p) && fits(owner, p) && life(p).last() < life(owner).first())
          .findFirst()
          .ifPresent(p -> unite(owner, p));
    }
  }

  private void pack() {
    Set<Slot> outside = new HashSet<>();
    results.forEach(r -> outside.add(owner(r)));
    List<Slot> inside =
        lives.keySet().stream()
            .filter(s -> owner(s) == s && s.source() instanceof Source.Computed)
            .filter(s -> !outside.contains(s))
            .sorted(Comparator.comparingLong(Slot::bytes).reversed())
            .toList();
    List<Slot> placed = new ArrayList<>();
    for (Slot slot : inside) {
      long offset = gap(slot, placed);
      offsets.put(slot, offset);
      arenaBytes = Math.max(arenaBytes, offset + Block.aligned(slot.bytes()));
      placed.add(slot);
      placed.sort(Comparator.comparingLong(this::offset));
    }
  }

  /** The lowest place that is free for as long as a slot lives. */
  private long gap(Slot slot, List<Slot> placed) {
    long candidate = 0;
    for (Slot other : placed) {
      if (life(other).overlaps(life(slot))) {
        if (candidate + Block.aligned(slot.bytes()) <= offset(other)) {
          return candidate;
        }
        candidate = Math.max(candidate, offset(other) + Block.aligned(other.bytes()));
      }
    }
    return candidate;
  }
}
