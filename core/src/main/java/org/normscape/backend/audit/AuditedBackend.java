package org.normscape.backend.audit;

import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendException;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.ForwardingBackend;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;
import org.normscape.backend.MethodChoice;
import org.normscape.ir.Program;

/**
 * A backend whose native kernels are held against plain Java before a compiled program uses them.
 * Wrong ones are replaced by the backend's next method that is right, slow ones by a faster one.
 */
public final class AuditedBackend implements ForwardingBackend, MethodChoice {

  private final Backend backend;
  private final Backend oracle;
  private final Choices before;
  private final Map<String, String> pinned;
  private final Consumer<String> notices;
  private final DoubleSupplier load;
  private final Selection selection;
  private final ConcurrentMap<String, Choice> made = new ConcurrentHashMap<>();

  /**
   * Puts an audit before a backend.
   *
   * @param backend what is audited; closed with this
   * @param oracle the backend in plain Java; closed with this
   * @param before what was found before
   * @param pinned for calls whose method is given, its name
   * @param notices takes one sentence for each kernel that is wrong
   * @param load how busy the machine is, in tasks for each processor
   */
  AuditedBackend(
      Backend backend,
      Backend oracle,
      Choices before,
      Map<String, String> pinned,
      Consumer<String> notices,
      DoubleSupplier load) {
    this.backend = backend;
    this.oracle = oracle;
    this.before = before;
    this.pinned = Map.copyOf(pinned);
    this.notices = notices;
    this.load = load;
    this.selection =
        new Selection(
            backend.info().name(),
            new InProcess(backend, oracle),
            new ChildProcess(backend.info().name(), backend.info().device()),
            load);
  }

  /** What was chosen for the calls of the programs compiled so far. */
  public Collection<Choice> choices() {
    return List.copyOf(made.values());
  }

  /** Takes over choices that were made elsewhere; those that were made here stay. */
  public void adopt(Collection<Choice> choices) {
    choices.forEach(choice -> made.putIfAbsent(choice.call(), choice));
  }

  @Override
  public Backend backend() {
    return backend;
  }

  @Override
  public Executable compile(Program program, Compilation compilation) {
    return backend.compile(program, compilation.with(this));
  }

  @Override
  public Method choose(KernelCall call, List<Method> methods) {
    String text = call.toString();
    Choice choice = made.get(text);
    if (choice == null) {
      choice =
          pinned(text, call, methods)
              .or(() -> found(text, methods))
              .orElseGet(() -> audit(call, methods));
      made.put(text, choice);
      if (!choice.faults().isEmpty()) {
        notices.accept(choice.sentence(backend.info().name()));
      }
    }
    return named(choice.method(), call, methods);
  }

  /** What was given from outside is examined too, but nothing takes its place. */
  private Optional<Choice> pinned(String text, KernelCall call, List<Method> methods) {
    return Optional.ofNullable(pinned.get(text))
        .map(
            name ->
                found(text, methods)
                    .filter(known -> known.hasFoundRight(name))
                    .map(known -> known.with(name))
                    .orElseGet(
                        () -> examined(() -> selection.check(call, named(name, call, methods)))));
  }

  /** What was found before, unless that was by times from a busy machine and this one is quiet. */
  private Optional<Choice> found(String text, List<Method> methods) {
    return before
        .of(text)
        .filter(choice -> methods.stream().anyMatch(m -> m.name().equals(choice.method())))
        .filter(choice -> !choice.wasTimedOnBusyMachine() || Load.isBusy(load.getAsDouble()));
  }

  private Choice audit(KernelCall call, List<Method> methods) {
    Choice choice = examined(() -> selection.choose(call, methods));
    try {
      before.keep(choice);
    } catch (UncheckedIOException e) {
      notices.accept(String.valueOf(e.getMessage()));
    }
    return choice;
  }

  /** Kernels are timed: one at a time. */
  private synchronized Choice examined(Supplier<Choice> examination) {
    return examination.get();
  }

  private static Method named(String name, KernelCall call, List<Method> methods) {
    return methods.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BackendException(
                    "methods: %s can be computed by %s, but \"%s\" is asked for. To fix: use one of these, or leave the call out."
                        .formatted(call, methods.stream().map(Method::name).toList(), name),
                    null));
  }

  @Override
  public void close() {
    backend.close();
    oracle.close();
  }
}
