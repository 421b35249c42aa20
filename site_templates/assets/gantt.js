/* The Gantt chart for readers: grouped, zoomed and filtered as they like, every row within reach of the keyboard.
   It is drawn from what the page holds already, the static picture's names and data and the table beside it. */
(() => {
  "use strict";

  const HEIGHT = 24;
  const HEAD = 48;
  const MARGIN = 24;
  const MANY_ROWS = 64;
  const MANY_LINKS = 160;
  const NOT_NARROW = "(min-width: 600px)";
  const LEAST_NAMES = 118;
  const SHARE_OF_NAMES = 0.36;
  const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  /* What the reader has chosen, kept for as long as the tab is open */

  function keyOf(figure) {
    return `pp-gantt:${location.pathname}#${figure.id}`;
  }

  function remembered(figure) {
    try {
      return JSON.parse(sessionStorage.getItem(keyOf(figure))) ?? {};
    } catch {
      return {};
    }
  }

  function remember(chart) {
    try {
      sessionStorage.setItem(keyOf(chart.figure), JSON.stringify(chart.state));
    } catch {
      /* Storage may be switched off: the choice then holds for this page. */
    }
  }

  function stateOf(figure, plan, groups, zooms) {
    const kept = remembered(figure);
    const known = (value, values) => (values.includes(value) ? value : values.at(0));
    return {
      group: known(kept.group, groups),
      zoom: known(kept.zoom, ["Fit", ...zooms]),
      critical: kept.critical === true,
      links: typeof kept.links === "boolean" ? kept.links : plan.links.length <= MANY_LINKS && matchMedia(NOT_NARROW).matches,
    };
  }

  /* The bar of controls */

  function controls(chart, groups, zooms) {
    const bar = make("div", { class: "pp-gantt__controls" });
    if (groups.length > 1) bar.append(choice(chart, groups));
    bar.append(zoomButtons(chart, zooms));
    if (chart.plan.rows.some((row) => row.critical)) bar.append(switchFor(chart, "critical", "Only critical"));
    if (chart.plan.links.length) bar.append(switchFor(chart, "links", "Show links"));
    if (document.fullscreenEnabled) bar.append(fullScreen(chart));
    bar.append(chart.count);
    return bar;
  }

  function choice(chart, groups) {
    const select = make("select", {}, ...groups.map((name) => make("option", { value: name }, name)));
    select.value = chart.state.group;
    select.addEventListener("change", () => change(chart, { group: select.value }));
    return make("label", {}, "Group by ", select);
  }

  function zoomButtons(chart, zooms) {
    const group = make("div", { class: "pp-gantt__zoom", role: "group", "aria-label": "Zoom" });
    for (const name of zooms) {
      const button = make("button", { type: "button", "aria-pressed": String(chart.state.zoom === name) }, name);
      button.addEventListener("click", () => {
        change(chart, { zoom: name });
        for (const each of group.children) each.setAttribute("aria-pressed", String(each === button));
      });
      group.append(button);
    }
    return group;
  }

  function switchFor(chart, name, words) {
    const button = make("button", { type: "button", "aria-pressed": String(chart.state[name]) }, words);
    button.addEventListener("click", () => {
      change(chart, { [name]: !chart.state[name] });
      button.setAttribute("aria-pressed", String(chart.state[name]));
    });
    return button;
  }

  function fullScreen(chart) {
    const button = make("button", { type: "button", "aria-pressed": "false" }, "Full screen");
    const isOn = () => document.fullscreenElement === chart.figure;
    button.addEventListener("click", () => (isOn() ? document.exitFullscreen() : chart.figure.requestFullscreen().catch(() => {})));
    chart.figure.addEventListener("fullscreenchange", () => button.setAttribute("aria-pressed", String(isOn())));
    return button;
  }

  function change(chart, choice) {
    Object.assign(chart.state, choice);
    remember(chart);
    draw(chart);
  }

  /* Drawing */

  function draw(chart) {
    const here = chart.names.contains(document.activeElement) ? chart.current : undefined;
    place(chart, barsOf(chart, drawNames(chart)));
    settle(chart, here);
  }

  /* Returns the width that is left for the plot. */
  function drawNames(chart) {
    chart.shown = window.planpress.ganttRows.arranged(chart.plan.rows, chart.state);
    chart.names.replaceChildren(...chart.shown.map(nameOf));
    return fitNames(chart);
  }

  /* Nothing is in the page yet. */
  function barsOf(chart, width) {
    const { ganttAxis, ganttDrawing, ganttRoutes } = window.planpress;
    const { plan, state } = chart;
    const room = Math.max(width, 120);
    const narrow = ganttAxis.scaled(plan.axis, state.zoom, room, MARGIN);
    const short = state.links ? ganttDrawing.roomForWords(plan, narrow) : 0;
    const scale = short > 0 ? ganttAxis.scaled(plan.axis, state.zoom, room, MARGIN + short) : narrow;
    const marks = ganttAxis.marks(plan.axis, state.zoom, scale);
    const bars = ganttDrawing.extents(chart.shown, scale, HEIGHT);
    const lines = { height: HEIGHT, bars, left: scale.left - 10, right: scale.right + 10 };
    const ways = state.links ? ganttRoutes.ways(plan.links, placesOf(chart.shown), lines) : [];
    const head = ganttDrawing.head(plan.axis, marks, ganttAxis.days(plan.axis, scale), scale, HEAD);
    const plot = ganttDrawing.plot(plan.axis, marks, chart.shown, scale, { height: HEIGHT, key: chart.figure.id, ways });
    return { bars, head, plot };
  }

  function place(chart, { bars, head, plot }) {
    const { scroller, shown } = chart;
    chart.head.replaceChildren(head);
    chart.plot.replaceChildren(plot);
    scroller.classList.toggle("pp-gantt--tall", shown.length > MANY_ROWS);
    chart.bars = bars;
    say(chart);
  }

  /* Names take the room they need, up to their share; what is left is the plot's. */
  function fitNames(chart) {
    chart.width = chart.own.clientWidth;
    const all = chart.width - 2;
    chart.names.style.width = "max-content";
    const needed = chart.names.getBoundingClientRect().width + 1;
    const own = Math.round(Math.min(needed, Math.max(all * SHARE_OF_NAMES, LEAST_NAMES)));
    chart.names.style.width = "";
    chart.scroller.style.gridTemplateColumns = `${own}px max-content`;
    return all - own;
  }

  function nameOf({ row, label, depth, heading }, place) {
    const item = make("li", { "data-place": place, style: `--depth:${depth}` });
    if (heading) item.classList.add("pp-bold");
    const isItem = row.facts.size > 0;
    const words = row.href ? make("a", { href: row.href }) : make("span");
    if (isItem) words.setAttribute("aria-label", row.told);
    if (isItem) words.tabIndex = -1;
    words.textContent = label;
    item.append(words);
    return item;
  }

  function placesOf(shown) {
    const places = new Map();
    shown.forEach(({ row }, place) => {
      if (row.place !== undefined) places.set(row.place, [...(places.get(row.place) ?? []), place]);
    });
    return places;
  }

  function say(chart) {
    const items = chart.shown.filter(({ row }) => row.facts.size > 0);
    const all = chart.plan.rows.filter((row) => row.facts.size > 0).length;
    const shown = new Set(items.map(({ row }) => row.place)).size;
    const words = shown === all ? `${all} rows` : `${shown} of ${all} rows`;
    if (chart.count.textContent !== words) chart.count.textContent = words;
  }

  /* Reaching rows: one of them is in the order of the page, the arrow keys lead to the others */

  function reachable(chart) {
    return [...chart.names.querySelectorAll("[tabindex]")];
  }

  function settle(chart, here) {
    const all = reachable(chart);
    const kept = all.find((each) => rowAt(chart, each)?.row.place === here?.place);
    const first = kept ?? all[0];
    if (first) first.tabIndex = 0;
    if (here && first) first.focus({ preventScroll: true });
  }

  function rowAt(chart, element) {
    const place = element?.closest("[data-place]")?.dataset.place;
    return place === undefined ? undefined : { ...chart.shown[place], place: Number(place) };
  }

  function step(chart, event) {
    const all = reachable(chart);
    const at = all.indexOf(document.activeElement);
    if (at < 0 || !(event.key in STEPS) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    focus(all, all[Math.min(Math.max(at + STEPS[event.key], 0), all.length - 1)]);
  }

  function focus(all, element) {
    for (const each of all) each.tabIndex = each === element ? 0 : -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /* Telling what a row is, and what it is linked with */

  function light(chart, place) {
    chart.scroller.classList.toggle("pp-gantt--lit", place !== undefined);
    for (const each of chart.scroller.querySelectorAll(".is-lit")) each.classList.remove("is-lit");
    if (place === undefined) return;
    const linked = `[data-place="${place}"], [data-from="${place}"], [data-to="${place}"]`;
    for (const each of chart.scroller.querySelectorAll(linked)) each.classList.add("is-lit");
  }

  function tell(chart, element, x) {
    const found = rowAt(chart, element);
    if (!found || found.row.facts.size === 0) return quiet(chart);
    const line = chart.names.children[found.place].getBoundingClientRect();
    const bar = chart.bars[found.place];
    const plot = chart.plot.getBoundingClientRect();
    light(chart, found.place);
    window.planpress.ganttTip.show(chart.tip, found.row, { x: x ?? plot.left + (bar?.[0] ?? 0), top: line.top, bottom: line.bottom });
  }

  function quiet(chart) {
    light(chart, undefined);
    window.planpress.ganttTip.leave(chart.tip);
  }

  function focused(chart, element) {
    const found = rowAt(chart, element);
    if (!found || !element.hasAttribute("tabindex")) return;
    chart.current = found.row;
    element.setAttribute("aria-describedby", chart.tip.box.id);
    const [begin] = chart.bars[found.place] ?? [0];
    const room = chart.scroller.clientWidth - chart.names.offsetWidth;
    const isHidden = begin < chart.scroller.scrollLeft || begin > chart.scroller.scrollLeft + room - 40;
    if (isHidden) chart.scroller.scrollLeft = Math.max(begin - room / 4, 0);
    if (element.matches(":focus-visible")) tell(chart, element);
  }

  function listen(chart) {
    const { scroller, tip } = chart;
    scroller.addEventListener("keydown", (event) => step(chart, event));
    scroller.addEventListener("focusin", ({ target }) => focused(chart, target));
    scroller.addEventListener("focusout", () => quiet(chart));
    scroller.addEventListener("pointerover", ({ target, clientX }) => tell(chart, target, clientX));
    scroller.addEventListener("pointerleave", () => quiet(chart));
    scroller.addEventListener("click", ({ target, clientX }) => {
      if (target.closest("a") || !rowAt(chart, target)) return;
      const name = chart.names.children[rowAt(chart, target).place].querySelector("[tabindex]");
      if (name) focus(reachable(chart), name);
      tell(chart, target, clientX);
    });
    chart.figure.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape") return;
      light(chart, undefined);
      window.planpress.ganttTip.hide(tip);
    });
    let waiting = 0;
    new ResizeObserver(() => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => {
        const isSeen = chart.own.clientWidth > 0;
        if (isSeen && chart.own.clientWidth !== chart.width) draw(chart);
      });
    }).observe(chart.own);
  }

  /* What is shown in the static picture's place, drawn a step at a time behind it; `rest` lets others go first. */
  async function prepare(figure, rest) {
    const chart = chartOf(figure);
    await rest();
    const width = drawNames(chart);
    await rest();
    const drawn = barsOf(chart, width);
    await rest();
    place(chart, drawn);
    settle(chart);
    await rest();
    listen(chart);
    await window.planpress.untouched();
    chart.own.removeAttribute("data-coming");
    return chart.own;
  }

  function chartOf(figure) {
    const { ganttAxis, ganttRows, ganttTip } = window.planpress;
    const plan = ganttRows.read(figure);
    const groups = ganttRows.groupings(plan.rows);
    const zooms = ganttAxis.zooms(plan.axis);
    const own = figure.querySelector(".pp-chart__own");
    const scroller = make("div", { class: "pp-gantt pp-gantt--own", role: "group" });
    scroller.setAttribute("aria-label", figure.querySelector("figcaption")?.textContent ?? "");
    const names = make("ul", { class: "pp-gantt__names", role: "list" });
    const [head, plot] = [make("div", { class: "pp-gantt__head" }), make("div", { class: "pp-gantt__plot" })];
    scroller.append(make("div", { class: "pp-gantt__corner" }), head, names, plot);
    const count = make("span", { class: "pp-gantt__count", "aria-live": "polite" });
    const chart = { figure, plan, own, scroller, head, names, plot, count, state: stateOf(figure, plan, groups, zooms) };
    own.replaceChildren(controls(chart, groups, zooms), scroller);
    chart.tip = ganttTip.tipOf(own, `${figure.id}-tip`);
    return chart;
  }

  window.planpress = { ...window.planpress, gantt: { prepare } };
})();
