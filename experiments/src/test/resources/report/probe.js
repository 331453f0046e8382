// Looks at a report as a reader does, and leaves what it saw in the title of the page.
(() => {
  const seen = { errors: [], requests: [], figures: [] };
  window.addEventListener("error", (event) => seen.errors.push(String(event.message)));
  window.addEventListener("securitypolicyviolation", (event) => seen.requests.push(event.blockedURI));
  const complain = console.error;
  console.error = (...words) => { seen.errors.push(words.join(" ")); complain(...words); };

  const pictures = (figure) => [...figure.querySelectorAll(".chart canvas")].map((canvas) => canvas.toDataURL());
  const inked = (canvas) => {
    const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    let count = 0;
    for (let i = 3; i < pixels.length; i += 4) if (pixels[i] > 0) count++;
    return count;
  };
  const differ = (some, others) => some.filter((picture, i) => picture !== others[i]).length;
  const wheel = (chart, ctrlKey) => {
    const box = chart.getBoundingClientRect();
    const event = new WheelEvent("wheel", {
      deltaY: -100, ctrlKey, bubbles: true, cancelable: true, clientX: box.left + box.width / 2, clientY: box.top + box.height / 2,
    });
    chart.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const tap = (chart) => {
    const box = chart.getBoundingClientRect();
    chart.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 }));
  };

  const look = (figure) => {
    const chart = figure.querySelector(".chart");
    const charts = [...figure.querySelectorAll(".chart")];
    const found = { name: figure.dataset.figure, panels: charts.length, ink: Math.min(...[...figure.querySelectorAll(".chart canvas")].map(inked)) };
    found.alternatives = charts.every((one) => /\d/.test(one.getAttribute("aria-label")));
    const whole = pictures(figure);
    found.scrolls = !wheel(chart, false) && differ(pictures(figure), whole) === 0;
    found.zooms = wheel(chart, true) ? differ(pictures(figure), whole) : 0;
    figure.querySelector("[data-reset]").click();
    found.resets = differ(pictures(figure), whole) === 0;
    tap(chart);
    found.reads = figure.querySelector(".readout").textContent;
    const turn = figure.querySelector("[data-turn]");
    if (!turn.hidden) {
      turn.click();
      const relief = figure.querySelector(".relief");
      const first = relief.toDataURL();
      found.relief = inked(relief);
      relief.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft" }));
      found.turns = relief.toDataURL() !== first && chart.clientHeight === 0;
      figure.querySelector("[data-reset]").click();
      found.turnsBack = relief.toDataURL() === first;
      turn.click();
      found.flattens = relief.hidden && chart.clientHeight > 0;
    }
    const entry = figure.querySelector(".legend button");
    if (entry) {
      const before = pictures(figure);
      entry.click();
      found.toggles = differ(pictures(figure), before) > 0 && entry.getAttribute("aria-pressed") === "false";
      entry.click();
      found.restores = entry.getAttribute("aria-pressed") === "true" && differ(pictures(figure), before) === 0;
    }
    return found;
  };

  window.addEventListener("load", () => setTimeout(() => {
    try {
      document.querySelectorAll("[data-figure]").forEach((figure) => seen.figures.push(look(figure)));
    } catch (thrown) {
      seen.errors.push(String(thrown));
    }
    seen.overflow = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    seen.requests.push(...performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => !name.startsWith("data:")));
    document.title = "seen:" + JSON.stringify(seen);
  }, 500));
})();
