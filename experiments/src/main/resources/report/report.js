"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const views = [];
  const font = getComputedStyle(document.body).fontFamily;
  const MARKERS = { NONE: "none", CIRCLE: "circle", DIAMOND: "diamond", SQUARE: "rect", TRIANGLE: "triangle" };
  const MOST_MARKERS = 40;
  const MOST_ROWS = 10;
  const GRID = { left: 76, right: 20, top: 14, bottom: 50 };
  const [LEFT_OF_NAMES, MOST_LEFT] = [40, 220];
  const [LOW, NAME_HEIGHT] = [350, 15];

  // ---- theme ----------------------------------------------------------------------------------
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const asked = new URLSearchParams(location.search).get("theme");
  let theme = asked === "dark" || asked === "light" ? asked : system.matches ? "dark" : "light";
  const toggle = document.getElementById("theme");
  const dark = () => theme === "dark";
  const color = (name) => getComputedStyle(root).getPropertyValue(name).trim();
  const show = (next) => {
    theme = next;
    root.dataset.theme = next;
    toggle.textContent = dark() ? "Light" : "Dark";
    toggle.setAttribute("aria-label", "Use the " + (dark() ? "light" : "dark") + " theme");
    views.forEach((view) => view.draw());
  };
  toggle.hidden = false;
  toggle.addEventListener("click", () => show(dark() ? "light" : "dark"));
  system.addEventListener("change", (event) => show(event.matches ? "dark" : "light"));
  root.classList.add("scripted");

  // ---- values and axes --------------------------------------------------------------------------
  const shade = (ink) => (dark() ? ink.dark : ink.light);
  const shows = (value, scale) => Number.isFinite(value) && (scale === "LINEAR" || value > 0);
  const shown = (value, scale) => (shows(value, scale) ? value : null);
  const place = (value, scale) => (scale === "LINEAR" ? value : Math.log10(value));
  const unplaced = (value, scale) => (scale === "LINEAR" ? value : 10 ** value);
  const short = (value) => {
    const size = Math.abs(value);
    return size !== 0 && (size < 1e-3 || size >= 1e5)
      ? String(Number(value.toPrecision(4)).toExponential()).replace("e+", "e")
      : String(Number(value.toPrecision(6)));
  };

  const across = (values, scale) => {
    const some = values.filter((v) => shows(v, scale));
    const low = some.reduce((a, v) => Math.min(a, v), Infinity);
    const high = some.reduce((a, v) => Math.max(a, v), -Infinity);
    if (low < high) return [low, high];
    const one = Number.isFinite(low) ? low : 1;
    return scale === "LINEAR" ? [one - 1, one + 1] : [one / 2, one * 2];
  };
  const around = (values, scale) => {
    const [low, high] = across(values, scale);
    if (scale !== "LINEAR") return [low / 1.05, high * 1.05];
    const floor = Math.min(0, low), top = Math.max(0, high), room = 0.05 * (top - floor);
    return [floor < 0 ? floor - room : floor, top > 0 ? top + room : top];
  };

  // Round numbers in a range, at least three of them, also where a logarithmic axis is short.
  const linearTicks = ([low, high], most) => {
    let best = [];
    const coarsest = Math.floor(Math.log10(high - low)) + 1;
    for (let exponent = coarsest; exponent >= coarsest - 3; exponent--) {
      for (const digit of [5, 2, 1]) {
        const step = digit * 10 ** exponent;
        const ticks = [];
        for (let n = Math.ceil(low / step - 1e-9); n * step <= high + 1e-9 * step; n++) ticks.push(Number((n * step).toPrecision(12)));
        if (ticks.length > most && best.length >= 3) return best;
        best = ticks;
      }
    }
    return best;
  };
  const decades = ([low, high], stride, digits) => {
    const ticks = [];
    for (let e = Math.floor(Math.log10(low)); e <= Math.ceil(Math.log10(high)); e++) {
      if (e % stride === 0) for (const d of digits) ticks.push(Number((d * 10 ** e).toPrecision(12)));
    }
    return ticks.filter((v) => v >= low && v <= high);
  };
  const ticks = (range, scale, most) => {
    if (scale === "LINEAR") return linearTicks(range, most);
    const choices = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 5], [1, 3]].map((digits) => decades(range, 1, digits));
    for (const stride of [1, 2, 3, 5, 10, 20, 50, 100]) choices.push(decades(range, stride, [1]));
    const fitting = (fewest) => choices.find((some) => some.length >= fewest && some.length <= most);
    // Even steps crowd at the upper end of a decade or more.
    const few = range[1] >= 10 * range[0] ? fitting(2) : undefined;
    return fitting(3) ?? few ?? linearTicks(range, most);
  };

  // Room for the widest of some names.
  const pen = document.createElement("canvas").getContext("2d");
  const widest = (names) => {
    pen.font = `12px ${font}`;
    return names.reduce((most, name) => Math.max(most, Math.ceil(pen.measureText(name.label).width)), 0);
  };

  const abscissae = (panel) => [
    ...panel.tiles.flatMap((t) => [t.x.low, t.x.high]),
    ...panel.areas.flatMap((a) => a.spans.map((s) => s.x)),
    ...panel.curves.flatMap((c) => c.points.map((p) => p.x)),
  ];
  const heights = (panel) => [
    ...panel.tiles.flatMap((t) => [t.y.low, t.y.high]),
    ...panel.areas.flatMap((a) => a.spans.flatMap((s) => [s.low, s.high])),
    ...panel.curves.flatMap((c) => c.points.map((p) => p.y)),
  ];

  // ---- marks ----------------------------------------------------------------------------------
  const areaSeries = (area, scale) => {
    const pieces = [[]];
    for (const span of area.spans) {
      if (shows(span.low, scale) && shows(span.high, scale)) pieces[pieces.length - 1].push(span);
      else if (pieces[pieces.length - 1].length > 0) pieces.push([]);
    }
    const outline = (api, piece) => [
      ...piece.map((s) => api.coord([s.x, s.high])),
      ...piece.slice().reverse().map((s) => api.coord([s.x, s.low])),
    ];
    return {
      type: "custom", silent: true, clip: true, z: 2,
      dimensions: ["x", "low", "high"], encode: { x: 0, y: [1, 2] },
      data: area.spans.map((s) => [s.x, shown(s.low, scale), shown(s.high, scale)]),
      renderItem: (params, api) =>
        params.dataIndexInside !== 0 ? null : {
          type: "group",
          children: pieces.filter((p) => p.length > 1).map((piece) => ({
            type: "polygon",
            shape: { points: outline(api, piece) },
            style: { fill: shade(area.ink), opacity: area.opacity },
          })),
        },
    };
  };

  const tileSeries = (tiles) => ({
    type: "custom", silent: true, clip: true, z: 1,
    data: tiles.map((t) => [t.x.low, t.x.high, t.y.low, t.y.high]), encode: { x: [0, 1], y: [2, 3] },
    renderItem: (params, api) => {
      const tile = tiles[params.dataIndex];
      const [left, bottom] = api.coord([tile.x.low, tile.y.low]);
      const [right, top] = api.coord([tile.x.high, tile.y.high]);
      return {
        type: "rect",
        shape: { x: left, y: top, width: right - left + 0.4, height: bottom - top + 0.4 },
        style: { fill: shade(tile.ink) },
      };
    },
  });

  const curveSeries = (curve, scale) => ({
    type: "line", silent: true, z: 3, animation: false, connectNulls: false, clip: true,
    showSymbol: curve.style.marker !== "NONE" && curve.points.length <= MOST_MARKERS,
    symbol: MARKERS[curve.style.marker], symbolSize: 6,
    lineStyle: { width: 1.7, color: shade(curve.style.ink), type: curve.style.dash.length ? curve.style.dash : "solid" },
    itemStyle: { color: shade(curve.style.ink) },
    emphasis: { disabled: true },
    data: curve.points.map((p) => [Number.isFinite(p.x) ? p.x : null, shown(p.y, scale)]),
  });

  // Grid lines and labels are drawn as marks: the axes of the library label a short logarithmic axis once.
  const marked = (spec, scale, range, most) => {
    if (spec.ticks.length === 0) return ticks(range, scale, most).map((at) => ({ at, label: short(at) }));
    const inside = spec.ticks.filter((t) => t.at >= range[0] && t.at <= range[1]);
    const every = Math.ceil(inside.length / Math.max(1, most));
    return inside.filter((tick, i) => i % every === 0);
  };

  const tickSeries = (marks, named, vertical, left) => ({
    type: "custom", silent: true, clip: false, z: 0,
    data: marks.map((t) => [t.at]), encode: vertical ? { y: 0 } : { x: 0 },
    renderItem: (params, api) => {
      const box = params.coordSys;
      const corner = api.coord([0, 0].map(() => marks[params.dataIndex].at));
      const at = Math.round(corner[vertical ? 1 : 0]) + 0.5;
      const [right, bottom] = [box.x + box.width, box.y + box.height];
      const width = named ? (vertical ? left - 32 : box.width / marks.length - 6) : vertical ? 56 : 80;
      return {
        type: "group",
        children: [
          { type: "line", invisible: named, shape: vertical ? { x1: box.x, x2: right, y1: at, y2: at } : { x1: at, x2: at, y1: box.y, y2: bottom }, style: { stroke: color("--rule"), lineWidth: 1 } },
          { type: "text", style: { text: marks[params.dataIndex].label, fill: color("--quiet"), font: `12px ${font}`, width, overflow: "truncate",
            x: vertical ? box.x - 6 : at, y: vertical ? at : bottom + 7, align: vertical ? "right" : "center", verticalAlign: vertical ? "middle" : "top" } },
        ],
      };
    },
  });

  const axis = (spec, scale, range, vertical, left) => ({
    type: scale === "LOGARITHMIC" ? "log" : "value", min: range[0], max: range[1],
    name: spec.label, nameLocation: "middle", nameGap: vertical ? left - 22 : 30,
    nameTextStyle: { color: color("--quiet"), fontSize: 12.5, fontFamily: font },
    nameTruncate: { maxWidth: vertical ? 330 : 400, ellipsis: "…" },
    axisLabel: { show: false }, axisTick: { show: false }, minorTick: { show: false }, splitLine: { show: false },
    axisLine: { show: true, onZero: false, lineStyle: { color: color("--quiet") } },
  });

  const dashes = (style) => style.dash.join(" ");
  const key = (style, line) =>
    `<svg class="key" width="26" height="8" aria-hidden="true"><line x1="0" y1="4" x2="26" y2="4" stroke="${shade(style.ink)}" stroke-width="${line ? 3 : 8}" stroke-dasharray="${dashes(style)}"/></svg>`;

  // ---- one panel --------------------------------------------------------------------------------
  class Plot {
    constructor(view, panel, findings) {
      this.view = view;
      this.panel = panel;
      this.height = null;
      this.scalable = panel.tiles.length === 0;
      this.grid = { ...GRID, left: panel.y.ticks.length ? Math.min(MOST_LEFT, LEFT_OF_NAMES + widest(panel.y.ticks)) : GRID.left };
      this.tall = this.grid.top + this.grid.bottom + NAME_HEIGHT * panel.y.ticks.length;
      const box = document.createElement("div");
      box.className = "panel";
      box.innerHTML = `<h4></h4><div class="plot"><div class="chart" role="img" tabindex="0"></div><div class="pointer"></div><div class="chosen"></div></div><div class="readout" aria-live="polite"></div>`;
      box.querySelector("h4").textContent = panel.title;
      [this.place, this.pointer, this.chosen, this.readout] =
        [".chart", ".pointer", ".chosen", ".readout"].map((name) => box.querySelector(name));
      this.place.setAttribute("aria-label", findings);
      if (this.tall > LOW) this.place.style.height = `${this.tall}px`;
      view.element.querySelector(".panels").append(box);
      this.chart = echarts.init(this.place);
      new ResizeObserver(() => { this.chart.resize(); this.point(this.view.at); }).observe(this.place);
      this.stops = [...new Set(panel.curves.filter((c) => c.name).flatMap((c) => c.points.map((p) => p.x)))]
        .filter((x) => Number.isFinite(x)).sort((a, b) => a - b);
      this.relief = panel.relief ? new Relief(panel, view.figure.panels.filter((other) => other.relief), this.place, { shade, color, short, place, font }) : null;
      this.listen();
    }

    scale() { return this.scalable && this.view.scale ? this.view.scale : this.panel.y.scale; }
    group() { return this.panel.x.label + this.panel.x.scale; }

    xRange() {
      const own = this.panel.x.range;
      return this.view.zoomed.get(this.group()) ?? (own ? [own.low, own.high] : across(abscissae(this.panel), this.panel.x.scale));
    }

    yRange() {
      const own = this.panel.y.range;
      if (this.height) return this.height;
      return own && this.scale() === this.panel.y.scale ? [own.low, own.high] : around(heights(this.panel), this.scale());
    }

    draw() {
      this.relief?.show(this.view.turned);
      const hidden = this.view.hidden;
      const scale = this.scale();
      const tiles = this.panel.tiles.filter((t) => !hidden.has(t.name));
      const [x, y] = [this.panel.x, this.panel.y];
      const xMarks = marked(x, x.scale, this.xRange(), Math.max(3, Math.floor(this.place.clientWidth / 70)));
      const yMarks = marked(y, scale, this.yRange(), y.ticks.length || 7);
      this.chart.setOption({
        animation: false, textStyle: { fontFamily: font }, grid: this.grid,
        xAxis: axis(x, x.scale, this.xRange(), false),
        yAxis: axis(y, scale, this.yRange(), true, this.grid.left),
        series: [
          tickSeries(xMarks, x.ticks.length > 0, false),
          tickSeries(yMarks, y.ticks.length > 0, true, this.grid.left),
          ...(tiles.length ? [tileSeries(tiles)] : []),
          ...this.panel.areas.filter((a) => !hidden.has(a.name)).map((a) => areaSeries(a, scale)),
          ...this.panel.curves.filter((c) => !c.name || !hidden.has(c.name)).map((c) => curveSeries(c, scale)),
        ],
      }, { notMerge: true });
    }

    // Where the mouse is, as values; nothing outside the axes.
    under(event) {
      const bounds = this.place.getBoundingClientRect();
      const pixel = [event.clientX - bounds.left, event.clientY - bounds.top];
      if (!this.chart.containPixel("grid", pixel)) return null;
      const [x, y] = this.chart.convertFromPixel({ xAxisIndex: 0, yAxisIndex: 0 }, pixel);
      return { x, y, pixel };
    }

    listen() {
      let from = null;
      const box = (to) => [[Math.min(from.pixel[0], to[0]), Math.max(from.pixel[0], to[0])], [Math.min(from.pixel[1], to[1]), Math.max(from.pixel[1], to[1])]];
      const inside = (event) => {
        const bounds = this.place.getBoundingClientRect();
        return [
          Math.max(this.grid.left, Math.min(bounds.width - this.grid.right, event.clientX - bounds.left)),
          Math.max(this.grid.top, Math.min(bounds.height - this.grid.bottom, event.clientY - bounds.top)),
        ];
      };
      this.place.addEventListener("pointerdown", (event) => {
        if (event.pointerType !== "mouse" || event.button !== 0) return;
        from = this.under(event);
        if (from) this.place.setPointerCapture(event.pointerId);
      });
      this.place.addEventListener("pointermove", (event) => {
        if (event.pointerType !== "mouse") return;
        if (from) {
          const [[left, right], [top, bottom]] = box(inside(event));
          Object.assign(this.chosen.style, { display: "block", left: left + "px", top: top + "px", width: right - left + "px", height: bottom - top + "px" });
        }
        const at = this.under(event);
        if (at) this.view.point(this, at);
      });
      this.place.addEventListener("pointerup", (event) => {
        const start = from;
        this.chosen.style.display = "none";
        if (!start) return;
        const [[left, right], [top, bottom]] = box(inside(event));
        from = null;
        if (right - left > 6 && bottom - top > 6) this.zoom([left, right], [bottom, top]);
      });
      this.place.addEventListener("pointercancel", () => { from = null; this.chosen.style.display = "none"; });
      this.place.addEventListener("click", (event) => {
        const at = this.under(event);
        if (at) this.view.point(this, at);
      });
      this.place.addEventListener("dblclick", () => this.view.reset());
      this.place.addEventListener("wheel", (event) => {
        const at = event.ctrlKey || event.metaKey ? this.under(event) : null;
        if (!at) return;
        event.preventDefault();
        const scale = this.panel.x.scale;
        const factor = event.deltaY > 0 ? 1.25 : 0.8;
        const middle = place(at.x, scale);
        this.view.zoom(this.group(), this.xRange().map((end) => unplaced(middle + (place(end, scale) - middle) * factor, scale)));
      }, { passive: false });
      this.place.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step || this.stops.length === 0) return;
        event.preventDefault();
        const here = this.view.at ? this.nearest(this.view.at.x) : -1;
        const next = Math.max(0, Math.min(this.stops.length - 1, here + step));
        this.view.point(this, { x: this.stops[next], y: null });
      });
    }

    zoom([left, right], [bottom, top]) {
      const corner = (pixel) => this.chart.convertFromPixel({ xAxisIndex: 0, yAxisIndex: 0 }, pixel);
      const [low, high] = [corner([left, bottom]), corner([right, top])];
      this.height = [low[1], high[1]];
      this.view.zoom(this.group(), [low[0], high[0]]);
    }

    nearest(x) {
      const scale = this.panel.x.scale;
      let best = -1;
      this.stops.forEach((stop, i) => {
        if (best < 0 || Math.abs(place(stop, scale) - place(x, scale)) < Math.abs(place(this.stops[best], scale) - place(x, scale))) best = i;
      });
      return best;
    }

    // Shows the values at a place; nothing where there is none.
    point(at) {
      this.pointer.style.display = "none";
      this.readout.textContent = "";
      if (!at) return;
      const rows = this.panel.tiles.length ? this.tileRows(at) : this.curveRows(at);
      if (!rows) return;
      const pixel = this.chart.convertToPixel({ xAxisIndex: 0 }, rows.x);
      const height = this.place.clientHeight - this.grid.top - this.grid.bottom;
      if (pixel >= this.grid.left && pixel <= this.place.clientWidth - this.grid.right + 1) {
        Object.assign(this.pointer.style, { display: "block", left: pixel + "px", top: this.grid.top + "px", height: height + "px" });
      }
      const list = document.createElement("ul");
      rows.values.slice(0, MOST_ROWS).forEach((row) => {
        const item = document.createElement("li");
        item.innerHTML = row.key;
        for (const [tag, text] of [["span", row.name], ["b", row.text]]) {
          item.append(Object.assign(document.createElement(tag), { textContent: text }));
        }
        list.append(item);
      });
      this.readout.append(rows.title, list);
      if (rows.values.length > MOST_ROWS) this.readout.append(`and ${rows.values.length - MOST_ROWS} more`);
    }

    curveRows(at) {
      if (this.stops.length === 0) return null;
      const x = this.stops[this.nearest(at.x)];
      const byName = new Map();
      for (const curve of this.panel.curves) {
        if (!curve.name || this.view.hidden.has(curve.name)) continue;
        const here = curve.points.filter((p) => p.x === x);
        if (here.length === 0) continue;
        if (!byName.has(curve.name)) byName.set(curve.name, { key: key(curve.style, true), name: curve.name, values: [] });
        byName.get(curve.name).values.push(here[0].y);
      }
      const values = [...byName.values()].map((row) => ({ ...row, text: [...new Set(row.values)].join(" to ") }));
      return { x, title: `${this.panel.x.label} ${x}`, values };
    }

    tileRows(at) {
      const holds = (range, value) => value >= range.low && value <= range.high;
      const name = (spec, value) => spec.ticks.find((t) => t.at === Math.round(value))?.label ?? `${spec.label} ${short(value)}`;
      const visible = this.panel.tiles.filter((t) => !this.view.hidden.has(t.name) && holds(t.x, at.x));
      const hit = visible.filter((t) => t.name || (at.y !== null && holds(t.y, at.y)));
      if (hit.length === 0) return null;
      const middle = (range) => (range.low + range.high) / 2;
      const x = middle(hit[0].x);
      return {
        x, title: name(this.panel.x, x),
        values: hit.map((t) => ({
          key: key({ ink: t.ink, dash: [] }, false), name: t.name || name(this.panel.y, middle(t.y)), text: String(t.value),
        })),
      };
    }
  }

  // ---- one figure -----------------------------------------------------------------------------
  class View {
    constructor(figure, element) {
      this.figure = figure;
      this.element = element;
      this.hidden = new Set();
      this.zoomed = new Map();
      this.scale = null;
      this.turned = false;
      this.at = null;
      this.plots = figure.panels.map((panel, i) => new Plot(this, panel, figure.findings[i]));
      this.legend();
      this.tools();
      element.classList.add("drawn");
    }

    draw() {
      this.plots.forEach((plot) => plot.draw());
      this.element.querySelectorAll("[data-entry]").forEach((entry) => {
        entry.firstElementChild.outerHTML = key(this.figure.legend[entry.dataset.entry].style, this.plots[0].scalable);
      });
      this.element.querySelectorAll("[data-scale]").forEach((button) =>
        button.setAttribute("aria-pressed", String((this.scale ?? "") === button.dataset.scale)));
    }

    point(plot, at) {
      this.at = at;
      this.plots.filter((other) => other.group() === plot.group()).forEach((other) => other.point(other === plot ? at : { x: at.x, y: null }));
    }

    zoom(group, range) {
      this.zoomed.set(group, range);
      this.draw();
    }

    reset() {
      this.zoomed.clear();
      this.plots.forEach((plot) => { plot.height = null; plot.relief?.reset(); });
      this.draw();
    }

    legend() {
      const names = new Set(this.figure.panels.flatMap((p) => [...p.tiles, ...p.areas, ...p.curves].map((mark) => mark.name)));
      this.figure.legend.forEach((swatch, i) => {
        const entry = document.createElement(names.has(swatch.name) ? "button" : "span");
        entry.dataset.entry = i;
        entry.append(document.createElement("i"), swatch.name);
        this.element.querySelector(".legend").append(entry);
        if (!names.has(swatch.name)) return;
        entry.type = "button";
        entry.setAttribute("aria-pressed", "true");
        entry.addEventListener("click", () => {
          if (!this.hidden.delete(swatch.name)) this.hidden.add(swatch.name);
          entry.setAttribute("aria-pressed", String(!this.hidden.has(swatch.name)));
          this.draw();
          this.plots.forEach((plot) => plot.point(this.at));
        });
      });
    }

    tools() {
      this.element.querySelector(".tools").hidden = false;
      this.element.querySelector(".choice").hidden = !this.plots.some((plot) => plot.scalable);
      this.element.querySelectorAll("[data-scale]").forEach((button) =>
        button.addEventListener("click", () => {
          this.scale = button.dataset.scale || null;
          this.plots.forEach((plot) => { plot.height = null; });
          this.draw();
        }));
      const turn = this.element.querySelector("[data-turn]");
      turn.hidden = !this.plots.some((plot) => plot.relief);
      turn.addEventListener("click", () => {
        this.turned = this.element.classList.toggle("turned");
        turn.setAttribute("aria-pressed", String(this.turned));
        this.draw();
      });
      this.element.querySelector("[data-reset]").addEventListener("click", () => this.reset());
      this.element.querySelectorAll("[data-save]").forEach((button) =>
        button.addEventListener("click", () => save(this.figure, button.dataset.save)));
    }
  }

  // ---- the numbers behind a figure --------------------------------------------------------------
  const rows = (figure) =>
    data.series.filter((s) => figure.quantities.includes(s.metric.split("/")[0])).flatMap((s) =>
      s.steps.map((step, i) => ({ cell: s.cell, seed: s.seed, step, metric: s.metric, at: s.at, value: s.values[i] })));

  const csv = (records) => {
    const places = [...new Set(records.flatMap((r) => Object.keys(r.at)))];
    const field = (value) => (/[",\n]/.test(String(value)) ? `"${String(value).replace(/"/g, '""')}"` : String(value ?? ""));
    const head = ["cell", "seed", "step", "metric", ...places, "value"];
    const body = records.map((r) => [r.cell, r.seed, r.step, r.metric, ...places.map((p) => r.at[p]), r.value]);
    return [head, ...body].map((line) => line.map(field).join(",")).join("\n") + "\n";
  };

  const save = (figure, format) => {
    const records = rows(figure);
    const text = format === "csv" ? csv(records) : JSON.stringify(records, null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: format === "csv" ? "text/csv" : "application/json" }));
    link.download = `${figure.name}.${format}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  for (const figure of data.figures) {
    views.push(new View(figure, document.querySelector(`[data-figure="${figure.name}"]`)));
  }
  show(theme);
})();
