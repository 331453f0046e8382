"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const views = [];
  const MOST_ROWS = 12;
  const font = getComputedStyle(document.body).fontFamily;

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

  // ---- values ---------------------------------------------------------------------------------
  const ink = (thing) => (dark() ? thing.ink.dark : thing.ink.light);
  const shown = (value, scale) =>
    typeof value === "number" && (scale === "LINEAR" || value > 0) ? value : null;
  const escape = (text) =>
    String(text).replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
  const short = (value) => {
    const size = Math.abs(value);
    return size !== 0 && (size < 1e-3 || size >= 1e5)
      ? value.toExponential(0).replace("e+", "e")
      : String(Number(value.toPrecision(6)));
  };

  // ---- one panel as a chart -------------------------------------------------------------------
  const bandSeries = (band, scale) => {
    const pieces = [[]];
    for (const span of band.spans) {
      const drawable = shown(span.low, scale) !== null && shown(span.high, scale) !== null;
      if (drawable) pieces[pieces.length - 1].push(span);
      else if (pieces[pieces.length - 1].length > 0) pieces.push([]);
    }
    const outline = (api, piece) => [
      ...piece.map((s) => api.coord([s.x, s.high])),
      ...piece.slice().reverse().map((s) => api.coord([s.x, s.low])),
    ];
    return {
      type: "custom", name: band.name, silent: true, clip: true, z: 1,
      dimensions: ["x", "low", "high"], encode: { x: 0, y: [1, 2], tooltip: [] },
      data: band.spans.map((s) => [s.x, shown(s.low, scale), shown(s.high, scale)]),
      renderItem: (params, api) =>
        params.dataIndexInside !== 0 ? null : {
          type: "group",
          children: pieces.filter((p) => p.length > 1).map((piece) => ({
            type: "polygon",
            shape: { points: outline(api, piece) },
            style: { fill: ink(band), opacity: band.opacity },
          })),
        },
    };
  };

  const lineSeries = (line, scale) => ({
    type: "line", name: line.name, z: 2, showSymbol: line.points.length > 4 && line.points.length < 40, symbol: "circle", symbolSize: 5,
    connectNulls: false, lineStyle: { width: 1.6, color: ink(line) }, itemStyle: { color: ink(line) },
    emphasis: { disabled: true },
    data: line.points.map((p) => [p.x, shown(p.y, scale)]),
  });

  // On a logarithmic axis over few decades, labels at powers of two are closer than at powers of ten.
  const logBase = (values) => {
    const positive = values.filter((v) => typeof v === "number" && v > 0);
    const span = positive.reduce((a, v) => Math.max(a, v), 0) / positive.reduce((a, v) => Math.min(a, v), Infinity);
    return span < 60 ? 2 : 10;
  };

  const axis = (spec, scale, values, vertical) => ({
    type: scale === "LOGARITHMIC" ? "log" : "value",
    logBase: vertical ? logBase(values) : 10,
    name: spec.label, nameLocation: "middle", nameGap: vertical ? 46 : 30,
    nameTextStyle: { color: color("--quiet"), fontSize: 12.5, fontFamily: font },
    min: vertical ? (spec.range && scale === spec.scale ? Math.max(0, spec.range.low) : null) : "dataMin",
    max: vertical ? (spec.range && scale === spec.scale ? spec.range.high : null) : "dataMax",
    axisLabel: {
      color: color("--quiet"), fontSize: 12, fontFamily: font, formatter: short, hideOverlap: true,
      ...(vertical && spec.range ? { showMaxLabel: false } : {}),
    },
    axisLine: { lineStyle: { color: color("--quiet") } },
    splitLine: { lineStyle: { color: color("--rule") } },
  });

  const tooltip = (panel, byStep) => ({
    trigger: "axis", confine: true, appendTo: "body", backgroundColor: color("--card"),
    borderColor: color("--rule"), textStyle: { color: color("--text"), fontSize: 12.5, fontFamily: font },
    axisPointer: { type: "cross", label: { formatter: (p) => short(p.value), backgroundColor: color("--quiet") } },
    formatter: (items) => {
      const lines = items.filter((item) => item.seriesType === "line");
      const names = lines.map((item) => item.seriesName);
      const label = (item, i) =>
        names.indexOf(item.seriesName) !== i ? item.seriesName + " to"
          : names.lastIndexOf(item.seriesName) !== i ? item.seriesName + " from" : item.seriesName;
      const rows = lines.map((item, i) =>
        `<tr><td>${item.marker}${escape(label(item, i))}</td><td>${item.value[1] ?? "not shown"}</td></tr>`);
      if (rows.length > MOST_ROWS) {
        rows.splice(MOST_ROWS, Infinity, `<tr><td colspan="2">and ${lines.length - MOST_ROWS} more</td></tr>`);
      }
      const place = items.length ? items[0].value[0] : "";
      return `<b>${byStep ? "step" : "ε ="} ${place}</b><table class="values">${rows.join("")}</table>`;
    },
  });

  const option = (panel, scale, hidden) => ({
    animation: false, textStyle: { fontFamily: font },
    grid: { left: 64, right: 20, top: 18, bottom: 50 },
    xAxis: axis(panel.x, panel.x.scale, [], false),
    yAxis: axis(panel.y, scale, panel.lines.flatMap((l) => l.points.map((p) => p.y)), true),
    tooltip: tooltip(panel, panel.x.label === "training step"),
    toolbox: { show: true, left: -100, top: -100, feature: { dataZoom: { filterMode: "none" } } },
    dataZoom: [{ type: "inside", xAxisIndex: 0, filterMode: "none", moveOnMouseMove: false, zoomOnMouseWheel: true }],
    series: [
      ...panel.bands.filter((b) => !hidden.has(b.name)).map((b) => bandSeries(b, scale)),
      ...panel.lines.filter((l) => !hidden.has(l.name)).map((l) => lineSeries(l, scale)),
    ],
  });

  // ---- one figure -----------------------------------------------------------------------------
  class View {
    constructor(figure, element) {
      this.figure = figure;
      this.element = element;
      this.hidden = new Set();
      this.scale = null;
      this.legend();
      this.tools();
      this.charts = figure.panels.map((panel) => this.chart(panel));
      element.classList.add("drawn");
    }

    chart(panel) {
      const box = document.createElement("div");
      box.className = "panel";
      const title = document.createElement("h4");
      title.textContent = panel.title;
      const place = document.createElement("div");
      place.className = "chart";
      place.setAttribute("role", "img");
      place.setAttribute("aria-label", `${panel.title}: ${panel.y.label} over ${panel.x.label}`);
      box.append(title, place);
      this.element.querySelector(".panels").append(box);
      const chart = echarts.init(place);
      new ResizeObserver(() => chart.resize()).observe(place);
      chart.getZr().on("dblclick", () => this.draw());
      return chart;
    }

    draw() {
      this.charts.forEach((chart, i) => {
        const panel = this.figure.panels[i];
        chart.setOption(option(panel, this.scale ?? panel.y.scale, this.hidden), { notMerge: true });
        chart.dispatchAction({ type: "takeGlobalCursor", key: "dataZoomSelect", dataZoomSelectActive: true });
      });
      this.element.querySelectorAll(".legend i").forEach((mark, i) => {
        mark.style.background = ink(this.figure.legend[i]);
      });
      this.element.querySelectorAll("[data-scale]").forEach((button) => {
        const all = this.figure.panels.every((p) => (this.scale ?? p.y.scale) === button.dataset.scale);
        button.setAttribute("aria-pressed", String(all));
      });
    }

    legend() {
      for (const entry of this.figure.legend) {
        const button = document.createElement("button");
        button.type = "button";
        button.setAttribute("aria-pressed", "true");
        button.append(document.createElement("i"), entry.name);
        button.addEventListener("click", () => {
          if (!this.hidden.delete(entry.name)) this.hidden.add(entry.name);
          button.setAttribute("aria-pressed", String(!this.hidden.has(entry.name)));
          this.draw();
        });
        this.element.querySelector(".legend").append(button);
      }
    }

    tools() {
      this.element.querySelector(".tools").hidden = false;
      this.element.querySelectorAll("[data-scale]").forEach((button) =>
        button.addEventListener("click", () => { this.scale = button.dataset.scale; this.draw(); }));
      this.element.querySelector("[data-reset]").addEventListener("click", () => this.draw());
      this.element.querySelectorAll("[data-save]").forEach((button) =>
        button.addEventListener("click", () => save(this.figure, button.dataset.save)));
    }
  }

  // ---- the numbers behind a figure --------------------------------------------------------------
  const rows = (figure) =>
    data.series.filter((s) => figure.metrics.includes(s.metric)).flatMap((s) =>
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
