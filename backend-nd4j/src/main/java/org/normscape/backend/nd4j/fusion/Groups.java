package org.normscape.backend.nd4j.fusion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.nd4j.plan.Recorded;
import org.normscape.backend.nd4j.plan.Slot;
import org.normscape.backend.nd4j.plan.View;

/**
 * Which steps run together. Going back from the last step, a pointwise step joins the group of the
 * first step that reads its output, and other groups that read it join too; a group with a
 * reduction joins another that reads what it reads. All that as long as no step outside would have
 * to run after one part of the group and before another.
 */
final class Groups {

  private final List<Recorded> steps;
  private final List<Set<Integer>> followers;
  private final List<Unit> units = new ArrayList<>();
  private final Map<Slot, List<Integer>> readers = new HashMap<>();
  private final Unit[] unitOf;

  /** Steps that run together. */
  private static final class Unit {
    private final int id;
    private final List<Integer> members = new ArrayList<>();

    /** The units that cannot run before this one has. */
    private final BitSet after = new BitSet();

    Unit(int id) {
      this.id = id;
    }

    int last() {
      return members.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }
  }

  private Groups(List<Recorded> steps) {
    this.steps = steps;
    this.followers = Followers.of(steps);
    this.unitOf = new Unit[steps.size()];
    for (int i = steps.size() - 1; i >= 0; i--) {
      place(i);
    }
  }

  /** The steps in an order in which they can run, those that run together in one list. */
  static List<List<Recorded>> of(List<Recorded> steps) {
    return new Groups(steps).inOrder();
  }

  private void place(int step) {
    @Nullable Unit home = null;
    for (Unit reader : unitsAfter(List.of(step))) {
      if (home == null && mayJoin(step, reader)) {
        home = reader;
        add(step, reader);
      } else if (home != null && mayMerge(home, reader)) {
        merge(home, reader);
      }
    }
    if (home == null) {
      Unit alone = new Unit(units.size());
      units.add(alone);
      add(step, alone);
    }
    if (steps.get(step) instanceof Pointwise pointwise) {
      joinSiblings(unitOf[step], pointwise);
      large(pointwise)
          .forEach(slot -> readers.computeIfAbsent(slot, s -> new ArrayList<>()).add(step));
    }
  }

  private void joinSiblings(Unit home, Pointwise step) {
    if (reduces(home)) {
      siblings(step)
          .filter(other -> reduces(other) && mayMerge(home, other))
          .findFirst()
          .ifPresent(other -> merge(home, other));
    }
  }

  private boolean reduces(Unit unit) {
    return unit.members.stream()
        .anyMatch(m -> steps.get(m) instanceof Pointwise member && member.isReduction());
  }

  /** The groups that read what a step reads, the one with the earliest step first. */
  private Stream<Unit> siblings(Pointwise step) {
    return large(step)
        .flatMap(slot -> readers.getOrDefault(slot, List.of()).stream())
        .sorted()
        .map(reader -> unitOf[reader])
        .distinct();
  }

  /** The slots of which a step reads every element: to read them once is worth it. */
  private static Stream<Slot> large(Pointwise step) {
    return step.inputs().stream()
        .map(View::slot)
        .filter(slot -> slot.length() == step.size())
        .distinct();
  }

  /** The units of the steps that follow directly, the one with the earliest step first. */
  private Set<Unit> unitsAfter(List<Integer> members) {
    Set<Unit> after = new LinkedHashSet<>();
    members.stream()
        .flatMap(m -> followers.get(m).stream())
        .sorted()
        .forEach(f -> after.add(unitOf[f]));
    return after;
  }

  private void add(int step, Unit unit) {
    BitSet after = behind(unitsAfter(List.of(step)));
    unitOf[step] = unit;
    unit.members.add(step);
    spread(unit, after);
  }

  private static BitSet behind(Set<Unit> next) {
    BitSet behind = new BitSet();
    for (Unit unit : next) {
      behind.set(unit.id);
      behind.or(unit.after);
    }
    return behind;
  }

  /** Notes what cannot run before {@code unit}, for it and for all that it waits for. */
  private void spread(Unit unit, BitSet after) {
    after.clear(unit.id);
    unit.after.or(after);
    for (Unit other : units) {
      if (other.after.get(unit.id)) {
        other.after.or(unit.after);
      }
    }
  }

  private void merge(Unit unit, Unit other) {
    other.members.forEach(m -> unitOf[m] = unit);
    unit.members.addAll(other.members);
    units.stream().filter(u -> u.after.get(other.id)).forEach(u -> u.after.set(unit.id));
    other.members.clear();
    BitSet after = other.after;
    after.clear(unit.id);
    unit.after.clear(other.id);
    spread(unit, after);
  }

  private boolean mayJoin(int step, Unit unit) {
    return steps.get(step) instanceof Pointwise pointwise
        && isLike(unit, pointwise)
        && areTogether(List.of(step), unit)
        && unitsAfter(List.of(step)).stream().noneMatch(u -> u != unit && u.after.get(unit.id));
  }

  private boolean mayMerge(Unit one, Unit other) {
    return one != other
        && one.members.stream()
            .allMatch(m -> steps.get(m) instanceof Pointwise p && isLike(other, p))
        && areTogether(one.members, other)
        && areTogether(other.members, one)
        && noneBetween(one, other)
        && noneBetween(other, one);
  }

  private boolean noneBetween(Unit one, Unit other) {
    return unitsAfter(one.members).stream()
        .noneMatch(u -> u != one && u != other && u.after.get(other.id));
  }

  private boolean isLike(Unit unit, Pointwise step) {
    return unit.members.stream()
        .allMatch(m -> steps.get(m) instanceof Pointwise member && member.isLike(step));
  }

  /** Whether {@code unit} reads what these steps write only where they have just written it. */
  private boolean areTogether(List<Integer> members, Unit unit) {
    return members.stream()
        .allMatch(
            m ->
                followers.get(m).stream()
                    .filter(f -> unitOf[f] == unit)
                    .allMatch(f -> isInStep((Pointwise) steps.get(m), (Pointwise) steps.get(f))));
  }

  private static boolean isInStep(Pointwise writer, Pointwise reader) {
    return !writer.isReduction()
        && reader.inputs().stream()
            .filter(view -> view.slot() == writer.output())
            .allMatch(View::isWhole);
  }

  private List<List<Recorded>> inOrder() {
    Map<Unit, Integer> waiting = new HashMap<>();
    List<Unit> alive = units.stream().filter(u -> !u.members.isEmpty()).toList();
    alive.forEach(u -> next(u).forEach(n -> waiting.merge(n, 1, Integer::sum)));
    PriorityQueue<Unit> ready = new PriorityQueue<>(Comparator.comparingInt(Unit::last));
    alive.stream().filter(u -> !waiting.containsKey(u)).forEach(ready::add);
    List<List<Recorded>> ordered = new ArrayList<>();
    while (!ready.isEmpty()) {
      Unit unit = ready.remove();
      ordered.add(unit.members.stream().sorted().map(steps::get).toList());
      for (Unit next : next(unit)) {
        if (waiting.merge(next, -1, Integer::sum) == 0) {
          ready.add(next);
        }
      }
    }
    return ordered;
  }

  private Set<Unit> next(Unit unit) {
    Set<Unit> next = unitsAfter(unit.members);
    next.remove(unit);
    return next;
  }
}
