package org.normscape.probe.line;

import java.util.ArrayList;
import java.util.List;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;

/**
 * What {@link BezierCurve} measured.
 *
 * @param curve the loss on the trained curve
 * @param segment the loss on the straight line between its ends
 */
public record MeasuredCurve(Path curve, Path segment) implements Measurement {

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    readings.add(Reading.of(CurveQuantities.BARRIER, curve.barrier()));
    readings.add(Reading.of(CurveQuantities.SEGMENT_BARRIER, segment.barrier()));
    readings.addAll(
        PathReadings.of(
            curve, BarrierQuantities.ALPHA, CurveQuantities.LOSS, CurveQuantities.ACCURACY));
    readings.addAll(
        PathReadings.of(
            segment,
            BarrierQuantities.ALPHA,
            CurveQuantities.SEGMENT_LOSS,
            CurveQuantities.SEGMENT_ACCURACY));
    return List.copyOf(readings);
  }
}
