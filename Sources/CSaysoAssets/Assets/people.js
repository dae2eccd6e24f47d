// Charts: arrow keys go from bar to bar, and Tab enters and leaves a chart as one stop.
for (const chart of document.querySelectorAll("[data-chart]")) {
  const bars = [...chart.querySelectorAll("a")];
  const readout = chart.closest("figure").querySelector("[data-readout]");
  let stop = Math.max(0, bars.findIndex((bar) => bar.classList.contains("chosen")));
  const show = (bar) => { readout.textContent = bar ? bar.getAttribute("aria-label") : "\u00a0"; };
  const move = (index) => {
    bars[stop].setAttribute("tabindex", "-1");
    stop = index;
    bars[stop].setAttribute("tabindex", "0");
  };
  for (const bar of bars) bar.setAttribute("tabindex", "-1");
  move(stop);
  readout.hidden = false;
  show(bars.find((bar) => bar.classList.contains("chosen")));
  chart.addEventListener("keydown", (event) => {
    const to = { ArrowLeft: stop - 1, ArrowRight: stop + 1, Home: 0, End: bars.length - 1 }[event.key];
    if (to === undefined || !bars[to] || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move(to);
    bars[to].focus();
  });
  // Not on the chart itself: with such a listener, browsers make an SVG a stop of its own.
  chart.parentElement.addEventListener("focusin", (event) => {
    const bar = event.target.closest("[data-chart] a");
    if (bar) { move(bars.indexOf(bar)); show(bar); }
  });
  chart.addEventListener("mouseover", (event) => show(event.target.closest("a") || bars[stop]));
}
