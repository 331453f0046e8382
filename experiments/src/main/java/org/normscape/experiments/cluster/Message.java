package org.normscape.experiments.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.checkpoint.Stop;

/** What the driver and a worker say to each other. */
sealed interface Message extends Serializable {

  /** What the driver says. */
  sealed interface ToWorker extends Message {
    /** Has a worker do what this asks for. */
    void reach(WorkerSide worker) throws IOException;

    /** Does what cannot wait until the worker's task has ended: nothing for most. */
    default void atOnce(Stop stop) {}
  }

  /** What a worker says. */
  sealed interface ToDriver extends Message {
    /** Has the driver do what follows from this. */
    void reach(DriverSide driver) throws IOException;
  }

  /**
   * What tasks are part of: said first.
   *
   * @param config the resolved configuration, as JSON
   * @param fingerprints when a fingerprint of a network is kept
   * @param kernels the methods of kernels that were chosen so far, as JSON
   */
  record Setup(String config, RunLog.Fingerprints fingerprints, String kernels)
      implements ToWorker {
    @Override
    public void reach(WorkerSide worker) throws IOException {
      worker.setUp(this);
    }
  }

  /**
   * A task; its files follow.
   *
   * @param until after how many updates it waits, or ends
   */
  record Given(String cell, long seed, int until) implements ToWorker {
    @Override
    public void reach(WorkerSide worker) throws IOException {
      worker.given(this);
    }
  }

  /** All files of the task were sent, and it can go on. */
  record Begin() implements ToWorker {
    @Override
    public void reach(WorkerSide worker) throws IOException {
      worker.begin();
    }
  }

  /** There is nothing left for this worker. */
  record NothingLeft() implements ToWorker {
    @Override
    public void reach(WorkerSide worker) {
      worker.nothingIsLeft();
    }
  }

  /** The worker is to end after the step that is going on. */
  record End() implements ToWorker {
    @Override
    public void reach(WorkerSide worker) {
      worker.end();
    }

    @Override
    public void atOnce(Stop stop) {
      stop.ask();
    }
  }

  /** The worker is idle, and has compiled this cell. */
  record Ready(@Nullable String cell) implements ToDriver {
    @Override
    public void reach(DriverSide driver) throws IOException {
      driver.ready(cell);
    }
  }

  /** The worker cannot work, and why. */
  record Unable(String sentence) implements ToDriver {
    @Override
    public void reach(DriverSide driver) {
      driver.unable(sentence);
    }
  }

  /** So much was done since the last time, which may be nothing: then the worker lives. */
  record Advanced(long units, String detail) implements ToDriver {
    @Override
    public void reach(DriverSide driver) {
      driver.advanced(units, detail);
    }
  }

  /** Something that a person should read. */
  record Said(String line) implements ToDriver {
    @Override
    public void reach(DriverSide driver) {
      driver.said(line);
    }
  }

  /** The methods of kernels that this worker has chosen, as JSON. */
  record Kernels(String json) implements ToDriver {
    @Override
    public void reach(DriverSide driver) throws IOException {
      driver.kernels(json);
    }
  }

  /** The task is over; its folder says how. */
  record Ended() implements ToDriver {
    @Override
    public void reach(DriverSide driver) throws IOException {
      driver.ended();
    }
  }

  /**
   * The task failed.
   *
   * @param kind what kind of error a user can mend; null where nobody foresaw it
   * @param what the sentence, or what was thrown
   * @param stack where it was thrown
   */
  record Failed(UserError.@Nullable Kind kind, String what, List<StackTraceElement> stack)
      implements ToDriver {
    @Override
    public void reach(DriverSide driver) throws IOException {
      driver.failed(this);
    }
  }

  /** Something changed in the folder of a task. */
  sealed interface FileChange extends ToWorker, ToDriver {

    /** Does the same to a copy of the folder. */
    void on(FolderCopy copy) throws IOException;

    @Override
    default void reach(WorkerSide worker) throws IOException {
      worker.changed(this);
    }

    @Override
    default void reach(DriverSide driver) throws IOException {
      driver.changed(this);
    }
  }

  /**
   * A file to which lines are appended holds these bytes from there on.
   *
   * @param file relative to the folder, with slashes
   * @param offset where they stand
   * @param length how long the file is by now; what was longer was cut off
   */
  record Grown(String file, long offset, Content bytes, long length) implements FileChange {
    @Override
    public void on(FolderCopy copy) throws IOException {
      copy.grow(this);
    }
  }

  /**
   * A piece of a file, which is put in place of what was there with its last one.
   *
   * @param file relative to the folder, with slashes
   * @param offset where the piece begins, which is where the one before it ended
   * @param length how long the whole file is
   */
  record Piece(String file, long offset, Content bytes, long length) implements FileChange {

    /** A file in one piece. */
    Piece(String file, Content bytes) {
      this(file, 0, bytes, bytes.bytes().length);
    }

    @Override
    public void on(FolderCopy copy) throws IOException {
      copy.add(this);
    }
  }

  /**
   * A file is there no more.
   *
   * @param file relative to the folder, with slashes
   */
  record Gone(String file) implements FileChange {
    @Override
    public void on(FolderCopy copy) throws IOException {
      copy.delete(file);
    }
  }
}
