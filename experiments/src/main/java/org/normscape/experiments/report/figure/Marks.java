package org.normscape.experiments.report.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.report.drawing.Axis;
import org.normscape.experiments.report.drawing.Ink;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.drawing.Panel.Area;
import org.normscape.experiments.report.drawing.Panel.Curve;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Panel.Span;
import org.normscape.experiments.report.drawing.Panel.Tile;
import org.normscape.experiments.report.drawing.Scale;
import org.normscape.experiments.report.drawing.Style;

/** The marks of a panel while it is drawn. */
public final class Marks {

  private final List<Tile> tiles = new ArrayList<>();
  private final List<Area> areas = new ArrayList<>();
  private final List<Curve> curves = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private @Nullable Scale relief;

  /** Adds a rectangle. */
  public void tile(Tile tile) {
    tiles.add(tile);
  }

  /** Adds an area below all curves. */
  public void area(String name, Ink ink, double opacity, List<Span> spans) {
    areas.add(new Area(name, ink, opacity, spans));
  }

  /** Adds a curve. */
  public void curve(String name, Style style, List<Point> points) {
    curves.add(new Curve(name, style, points));
  }

  /** Makes a surface of the tiles, with their values as heights on a scale. */
  public void raise(Scale scale) {
    relief = scale;
  }

  /** Adds what a reader has to know. */
  public void note(Collection<String> sentences) {
    notes.addAll(sentences);
  }

  /** What a reader has to know. */
  Set<String> notes() {
    return notes;
  }

  /** The panel of all these, with axes that fit what is in it. */
  public Panel panel(String title, Axis x, String label, Scaling scaling) {
    Panel panel = new Panel(title, x, x, tiles, areas, curves, relief);
    return panel.withY(Axis.of(label, scaling.of(panel.heights().toList())));
  }
}
