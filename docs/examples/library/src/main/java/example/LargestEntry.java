package example;

import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.component.Flat;
import org.normscape.objective.Need;
import org.normscape.probe.Instrument;
import org.normscape.probe.LossProbe;
import org.normscape.probe.Measurement;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.When;
import org.normscape.probe.when.Every;

/**
 * The largest entry of the gradient.
 *
 * @param when at which steps
 * @param loss of which function, on which batch
 */
public record LargestEntry(When when, @Flat ProbedLoss loss) implements LossProbe {

  static final Quantity LARGEST =
      Quantity.of("largest_entry", "largest entry of the gradient", "max |g|", "1", "As it says.");

  /** At every step, of the loss without penalty. */
  public LargestEntry() {
    this(new Every(), new ProbedLoss());
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(LARGEST);
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of(loss.need(Need.Part.GRADIENT));
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Reader(loss.need(Need.Part.GRADIENT));
  }

  private record Reader(Need need) implements Instrument {
    @Override
    public Measurement measure(Situation situation) {
      double largest = 0;
      for (Array gradient : situation.found(need).gradient().values()) {
        for (double entry : gradient.toDoubles()) {
          largest = Math.max(largest, Math.abs(entry));
        }
      }
      List<Reading> readings = List.of(Reading.of(LARGEST, largest));
      return () -> readings;
    }

    @Override
    public void close() {}
  }
}
