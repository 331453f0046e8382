package org.normscape.backend.nd4j.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.nativeblas.NativeOps;
import org.normscape.backend.nd4j.lending.BoundPlan;
import org.normscape.backend.nd4j.memory.Block;
import org.normscape.backend.nd4j.memory.Memory;
import org.normscape.backend.nd4j.plan.Slot.Source;

/**
 * Steps bound to memory. Intermediate values live in an arena that is allocated once; arguments and
 * results are pointed at in each run. Not safe to use from several threads at once.
 */
public final class Plan implements Binding, BoundPlan<Block> {

  private record Elements(Slot slot, DataType dtype, int offset) {}

  private final Natives natives;
  private final Memory memory;
  private final List<Slot> parameters;
  private final List<Slot> results;
  private final Placement placement;
  private final Map<Elements, Handle> handles = new HashMap<>();
  private final Map<Slot, List<Handle>> outside = new HashMap<>();
  private final Map<Slot, Block> constants = new HashMap<>();
  private final List<AutoCloseable> kept = new ArrayList<>();
  private final Block arena;
  private final Block nowhere;
  private final Runnable[] calls;

  /** Binds steps to memory. */
  public Plan(
      Natives natives,
      Memory memory,
      List<PlanStep> steps,
      List<Slot> parameters,
      List<Slot> results,
      Set<Integer> donated) {
    this.natives = natives;
    this.memory = memory;
    this.parameters = parameters;
    this.results = results;
    this.placement = new Placement(steps, parameters, results, donated);
    this.arena = memory.allocate(placement.arenaBytes());
    this.nowhere = memory.allocate(0);
    this.calls = steps.stream().map(step -> step.call().bind(this)).toArray(Runnable[]::new);
  }

  @Override
  public List<Block> run(List<Block> arguments) {
    Map<Slot, Block> places = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      places.put(parameters.get(i), arguments.get(i));
    }
    List<Block> fresh = new ArrayList<>();
    for (Slot result : results) {
      places.computeIfAbsent(placement.owner(result), owner -> lend(owner, fresh));
    }
    try {
      places.forEach(this::point);
      for (Runnable call : calls) {
        call.run();
      }
      natives.check();
    } catch (RuntimeException e) {
      fresh.forEach(memory::free);
      throw e;
    }
    return results.stream()
        .map(r -> Objects.requireNonNull(places.get(placement.owner(r))))
        .toList();
  }

  private Block lend(Slot owner, List<Block> fresh) {
    Block block = memory.allocate(owner.bytes());
    fresh.add(block);
    return block;
  }

  private void point(Slot owner, Block block) {
    outside.getOrDefault(owner, List.of()).forEach(h -> h.point(block.start()));
  }

  @Override
  public NativeOps operations() {
    return natives.operations();
  }

  @Override
  public Workers workers() {
    return natives.workers();
  }

  @Override
  public LongPointer shape(View view) {
    return natives.shape(view.dtype(), view.dims(), view.strides());
  }

  @Override
  public long hash(String operation) {
    return natives.hash(operation);
  }

  @Override
  public Handle handle(Slot slot, DataType dtype, int offset) {
    return handles.computeIfAbsent(new Elements(slot, dtype, offset), this::makeHandle);
  }

  private Handle makeHandle(Elements e) {
    Slot owner = placement.owner(e.slot());
    int length = e.slot().length() - e.offset();
    Handle handle = new Handle(operations(), e.dtype(), place(owner), e.offset(), length);
    if (isOutside(owner)) {
      outside.computeIfAbsent(owner, o -> new ArrayList<>()).add(handle);
    }
    return handle;
  }

  private boolean isOutside(Slot owner) {
    return !placement.isInArena(owner) && !(owner.source() instanceof Source.Constant);
  }

  private Pointer place(Slot owner) {
    if (owner.source() instanceof Source.Constant constant) {
      return constants.computeIfAbsent(owner, o -> write(o, constant)).start();
    }
    return placement.isInArena(owner)
        ? new BytePointer(arena.start()).getPointer(placement.offset(owner))
        : nowhere.start();
  }

  private Block write(Slot slot, Source.Constant constant) {
    Block block = memory.allocate(slot.bytes());
    for (int i = 0; i < slot.length(); i++) {
      double value = constant.first() + i * constant.step();
      switch (slot.dtype()) {
        case FLOAT -> new FloatPointer(block.start()).put(i, (float) value);
        case DOUBLE -> new DoublePointer(block.start()).put(i, value);
        default -> new IntPointer(block.start()).put(i, (int) value);
      }
    }
    return block;
  }

  @Override
  public <T extends AutoCloseable> T keep(T resource) {
    kept.add(resource);
    return resource;
  }

  @Override
  public void close() {
    IntStream.iterate(kept.size() - 1, i -> i >= 0, i -> i - 1).forEach(i -> close(kept.get(i)));
    handles.values().forEach(Handle::close);
    constants.values().forEach(memory::free);
    memory.free(arena);
    memory.free(nowhere);
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      throw new IllegalStateException("nd4j: a native resource must close, but it did not.", e);
    }
  }
}
