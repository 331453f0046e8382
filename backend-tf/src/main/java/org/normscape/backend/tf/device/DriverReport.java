package org.normscape.backend.tf.device;

import java.io.Serializable;
import java.util.List;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;

/** What NVIDIA's driver says of its GPUs, or why it says nothing. */
sealed interface DriverReport extends Serializable {

  /**
   * The answer.
   *
   * @param device what was asked for
   * @throws BackendException when there is no answer; the message says why
   */
  Answered answer(Device device);

  /**
   * It answered.
   *
   * @param cuda the newest version of CUDA that it supports
   * @param gpus the GPUs that this process may use
   */
  record Answered(CudaVersion cuda, List<Gpu> gpus) implements DriverReport {
    public Answered {
      gpus = List.copyOf(gpus);
    }

    @Override
    public Answered answer(Device device) {
      return this;
    }
  }

  /**
   * There is none.
   *
   * @param reason what the system says about its library
   */
  record Absent(String reason) implements DriverReport {
    @Override
    public Answered answer(Device device) {
      throw Refusal.of(
          "%s needs an NVIDIA GPU with its driver, but there is no driver (%s)",
          "install NVIDIA's driver 525 or newer, until nvidia-smi works (in a container: start it with its GPUs, as with --gpus all)",
          device,
          reason);
    }
  }

  /**
   * It answered a question with an error.
   *
   * @param question the function that was called
   */
  record Refused(String question, CudaError error) implements DriverReport {
    @Override
    public Answered answer(Device device) {
      throw error.code() == CudaError.NO_DEVICE
          ? noDevice(device)
          : Refusal.of(
              "%s needs a driver that works, but NVIDIA's answers %s with %s",
              "see what nvidia-smi says; after an update of the driver, start the machine anew",
              device,
              question,
              error.name());
    }
  }

  /**
   * It did not answer.
   *
   * @param end what became of the process that asked, as the end of a sentence
   */
  record Silent(String end) implements DriverReport {
    @Override
    public Answered answer(Device device) {
      throw Refusal.of(
          "%s needs a driver that works, but a process that asked NVIDIA's for its GPUs %s",
          "install the driver anew, until nvidia-smi works", device, end);
    }
  }

  /** Says that a driver is there, and no GPU. */
  static BackendException noDevice(Device device) {
    return Refusal.of(
        "%s must be there, but NVIDIA's driver finds no GPU",
        "see whether nvidia-smi lists one, and CUDA_VISIBLE_DEVICES hides none", device);
  }

  /**
   * A version of CUDA.
   *
   * @param number 1000 times the major version and 10 times the minor one
   */
  record CudaVersion(int number) implements Serializable {

    private static final int MAJOR = 1000;
    private static final int MINOR = 10;

    @Override
    public String toString() {
      return number / MAJOR + "." + number % MAJOR / MINOR;
    }
  }
}
