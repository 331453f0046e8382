"use strict";
// A surface over a plane in three dimensions, which the reader turns: orthographic, nearer faces painted over farther ones.
const Relief = (() => {
  const START = { turn: -0.6, tilt: 0.95 };
  const LOWEST = 0.15, STEEPEST = Math.PI / 2;
  const HEIGHT = 0.75;
  const KEYS = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, 0.08], ArrowDown: [0, -0.08] };

  const middle = (range) => (range.low + range.high) / 2;
  const share = (values) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return (value) => (high > low ? (value - low) / (high - low) : 0.5);
  };

  return class {
    // all are the panels whose heights have one scale with this one's; look gives colours and words of the page.
    constructor(panel, all, place, look) {
      this.look = look;
      this.panel = panel;
      this.values = all.flatMap((one) => one.tiles.map((tile) => tile.value));
      this.canvas = Object.assign(document.createElement("canvas"), { className: "relief", tabIndex: 0, hidden: true });
      this.canvas.setAttribute("role", "img");
      this.canvas.setAttribute("aria-label", place.getAttribute("aria-label") + " Arrow keys turn the surface.");
      place.after(this.canvas);
      this.reset();
      this.build();
      this.listen();
      new ResizeObserver(() => this.draw()).observe(this.canvas);
    }

    reset() { Object.assign(this, START); }

    // The grid of the tiles' middles, each axis laid out from -1 to 1.
    build() {
      const { tiles, x, y, relief } = this.panel;
      const sides = [["x", x.scale], ["y", y.scale]].map(([name, scale]) => {
        const values = [...new Set(tiles.map((t) => middle(t[name])))].sort((a, b) => a - b);
        const at = share(values.map((v) => this.look.place(v, scale)));
        return { values, at: (v) => 2 * at(this.look.place(v, scale)) - 1 };
      });
      const heights = share(this.values.map((value) => this.look.place(value, relief)));
      this.points = new Map();
      for (const tile of tiles) {
        const [i, j] = [sides[0].values.indexOf(middle(tile.x)), sides[1].values.indexOf(middle(tile.y))];
        this.points.set(i + " " + j, {
          x: sides[0].at(middle(tile.x)), y: sides[1].at(middle(tile.y)), z: HEIGHT * (2 * heights(this.look.place(tile.value, relief)) - 1), ink: tile.ink,
        });
      }
      this.faces = [];
      for (let i = 0; i + 1 < sides[0].values.length; i++) {
        for (let j = 0; j + 1 < sides[1].values.length; j++) {
          const corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]].map((c) => this.points.get(c.join(" ")));
          if (corners.every(Boolean)) this.faces.push(corners);
        }
      }
      this.ends = { x: sides[0].values, y: sides[1].values };
    }

    listen() {
      let from = null;
      this.canvas.addEventListener("pointerdown", (event) => { from = event; this.canvas.setPointerCapture(event.pointerId); });
      this.canvas.addEventListener("pointermove", (event) => {
        if (!from) return;
        this.by((event.clientX - from.clientX) / 120, (event.clientY - from.clientY) / 120);
        from = event;
      });
      for (const end of ["pointerup", "pointercancel"]) this.canvas.addEventListener(end, () => { from = null; });
      this.canvas.addEventListener("dblclick", () => { this.reset(); this.draw(); });
      this.canvas.addEventListener("keydown", (event) => {
        if (!KEYS[event.key]) return;
        event.preventDefault();
        this.by(...KEYS[event.key]);
      });
    }

    by(turn, tilt) {
      this.turn += turn;
      this.tilt = Math.max(LOWEST, Math.min(STEEPEST, this.tilt + tilt));
      this.draw();
    }

    show(shown) {
      this.canvas.hidden = !shown;
      if (shown) this.draw();
    }

    // Where a point of the box stands on the canvas, and how far it is behind it.
    project({ x, y, z }) {
      const [s, c] = [Math.sin(this.turn), Math.cos(this.turn)];
      const [right, back] = [c * x - s * y, s * x + c * y];
      return {
        left: this.width / 2 + right * this.unit,
        top: this.height / 2 - (back * Math.sin(this.tilt) + z * Math.cos(this.tilt)) * this.unit,
        depth: back * Math.cos(this.tilt) - z * Math.sin(this.tilt),
      };
    }

    draw() {
      const density = window.devicePixelRatio || 1;
      [this.width, this.height] = [this.canvas.clientWidth, this.canvas.clientHeight];
      if (!this.width) return;
      [this.canvas.width, this.canvas.height] = [this.width * density, this.height * density];
      this.unit = Math.min(this.width / 4.2, this.height / 3.5);
      const pen = this.canvas.getContext("2d");
      pen.scale(density, density);
      pen.lineJoin = "round";
      this.frame(pen);
      this.faces
        .map((corners) => corners.map((corner) => ({ ...this.project(corner), ink: corner.ink })))
        .sort((a, b) => b.reduce((d, p) => d + p.depth, 0) - a.reduce((d, p) => d + p.depth, 0))
        .forEach((corners) => this.face(pen, corners));
      this.names(pen);
    }

    face(pen, corners) {
      pen.beginPath();
      corners.forEach((corner) => pen.lineTo(corner.left, corner.top));
      pen.closePath();
      pen.fillStyle = this.look.shade(corners[0].ink);
      pen.fill();
      pen.strokeStyle = this.look.color("--rule");
      pen.globalAlpha = 0.35;
      pen.lineWidth = 0.6;
      pen.stroke();
      pen.globalAlpha = 1;
    }

    line(pen, from, to) {
      const [a, b] = [this.project(from), this.project(to)];
      pen.beginPath();
      pen.moveTo(a.left, a.top);
      pen.lineTo(b.left, b.top);
      pen.stroke();
    }

    // The floor of the box, and the upright edge at its left.
    frame(pen) {
      pen.strokeStyle = this.look.color("--quiet");
      pen.lineWidth = 1;
      const floor = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([x, y]) => ({ x, y, z: -HEIGHT }));
      floor.forEach((corner, i) => this.line(pen, corner, floor[(i + 1) % 4]));
      const edge = this.leftmost();
      this.line(pen, edge, { ...edge, z: HEIGHT });
    }

    leftmost() {
      return [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([x, y]) => ({ x, y, z: -HEIGHT }))
        .reduce((a, b) => (this.project(b).left < this.project(a).left ? b : a));
    }

    // What runs along the axes: the name in the middle of the nearer edge, the ends at its ends.
    names(pen) {
      pen.font = `12px ${this.look.font}`;
      pen.fillStyle = this.look.color("--quiet");
      const front = (a, b) => (this.project(a).top > this.project(b).top ? a : b);
      const write = (text, at, align) => {
        const { left, top } = this.project(at);
        pen.textAlign = align;
        pen.fillText(text, left, top + 14);
      };
      const y = front({ x: 0, y: -1, z: -HEIGHT }, { x: 0, y: 1, z: -HEIGHT }).y;
      const x = front({ x: -1, y: 0, z: -HEIGHT }, { x: 1, y: 0, z: -HEIGHT }).x;
      const edge = (name, label, ends, at) => {
        [ends[0], label, ends[ends.length - 1]].forEach((word, i) => {
          const text = i === 1 ? word : this.look.short(word);
          write(text, at(0.85 * (i - 1)), "center");
        });
      };
      edge("x", this.panel.x.label, this.ends.x, (value) => ({ x: value, y: y * 1.12, z: -HEIGHT }));
      edge("y", this.panel.y.label, this.ends.y, (value) => ({ x: x * 1.12, y: value, z: -HEIGHT }));
      const corner = this.leftmost();
      [[Math.min(...this.values), -HEIGHT], [Math.max(...this.values), HEIGHT]].forEach(([value, z]) => {
        const { left, top } = this.project({ ...corner, z });
        pen.textAlign = "right";
        pen.fillText(this.look.short(Number(value.toPrecision(3))), left - 6, top);
      });
    }
  };
})();
