/* A Gantt chart as SVG: the marks of the static picture, at the width of the page and in any order of rows. */
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const MOMENTS = new Set(["milestone", "checkpoint"]);
  const SUMMARIES = new Set(["phase", "wave", "rest", "group"]);
  const DAY_WORDS = 41;
  const LETTER = 6.4;

  function make(tag, attributes, ...children) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined) element.setAttribute(name, typeof value === "number" ? Math.round(value * 10) / 10 : value);
    }
    element.append(...children.filter((each) => each !== undefined));
    return element;
  }

  const ink = (name) => `var(--pp-${name})`;
  const title = (words) => (words ? make("title", {}, words) : undefined);

  function words(x, y, text, { size = 11, fill = "muted", anchor, bold } = {}) {
    return make("text", { x, y, "font-size": size, fill: ink(fill), "text-anchor": anchor, "font-weight": bold ? 700 : undefined }, text);
  }

  /* The head alone: it stays in sight while the rows are scrolled. */
  function head(axis, marks, days, scale, height) {
    const svg = make("svg", { width: scale.width, height, "aria-hidden": "true" });
    for (const { at, name, below, told } of marks) {
      const x = scale.x(at);
      svg.append(make("path", { d: `M${x} 0V${height}`, stroke: ink("grid") }));
      svg.append(make("g", {}, title(told), words(x + 4, 13, name, { size: 12, fill: "text", bold: true }), words(x + 4, 27, below)));
    }
    for (const { at, label, told } of days) {
      svg.append(make("g", {}, title(told), words(scale.x(at + 0.5), DAY_WORDS, label, { size: 10, anchor: "middle" })));
    }
    svg.append(make("path", { d: `M0 ${height - 0.5}H${scale.width}`, stroke: ink("grid") }));
    return svg;
  }

  /* The rows: shading, weeks, arrows, bars, and the status date over them. */
  function plot(axis, marks, shown, scale, { height, key, ways }) {
    const bottom = shown.length * height;
    const foot = axis.status === null ? 4 : 20;
    const svg = make("svg", { width: scale.width, height: bottom + foot, "aria-hidden": "true" });
    const hatch = `${key}-stripes`;
    svg.append(stripes(hatch));
    svg.append(...shading(axis, scale, bottom));
    svg.append(...marks.map(({ at }) => make("path", { d: `M${scale.x(at)} 0V${bottom}`, stroke: ink("grid") })));
    const rows = make("g", { class: "pp-gantt__rows" });
    svg.append(...shown.map((each, place) => band(each, place, scale, height)), arrows(ways), rows, ...linkWords(ways, height));
    rows.append(...shown.map(({ row }, place) => barOf(row, place, scale, height, hatch)));
    svg.append(...statusLine(axis, scale, bottom));
    return svg;
  }

  /* The extent of every bar, from which arrows find their ways. */
  function extents(shown, scale, height) {
    return shown.map(({ row }) => {
      if (row.kind === "lane") return undefined;
      const half = MOMENTS.has(row.kind) ? height * 0.3 : 0;
      const [begin, end] = [scale.x(row.begin), scale.x(row.end)];
      return [begin - half, Math.max(end, begin + (half ? 0 : 2)) + half];
    });
  }

  function stripes(id) {
    const line = make("path", { d: "M-1 1l2 -2M0 6l6 -6M5 7l2 -2", stroke: ink("critical"), "stroke-width": 1.4, fill: "none" });
    return make("defs", {}, make("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse" }, line));
  }

  function shading(axis, scale, bottom) {
    if (scale.day < 3) return [];
    const box = ([begin, end, told]) =>
      make("rect", { x: scale.x(begin), y: 0, width: scale.x(end) - scale.x(begin), height: bottom, fill: ink("shade"), "fill-opacity": 0.8 }, title(told));
    return axis.off.map(box);
  }

  function band({ heading }, place, scale, height) {
    const y = place * height;
    const ground = make("rect", { class: "pp-gantt__band", x: 0, y, width: scale.width, height, fill: "transparent" });
    const line = heading ? make("path", { d: `M0 ${y}H${scale.width}`, stroke: ink("grid") }) : undefined;
    return make("g", { "data-place": place }, ground, line);
  }

  function barOf(row, place, scale, height, hatch) {
    const group = make("g", { "data-place": place });
    const middle = (place + 0.5) * height;
    if (row.kind === "lane") return group;
    if (MOMENTS.has(row.kind)) group.append(...moment(row, scale.x(row.begin), middle, height * 0.3));
    else if (SUMMARIES.has(row.kind)) group.append(bracket(row, scale, middle, height * 0.28));
    else group.append(...bar(row, scale, middle, height * 0.56, hatch));
    return group;
  }

  function bar(row, scale, middle, thick, hatch) {
    const [x, y] = [scale.x(row.begin), middle - thick / 2];
    const width = Math.max(scale.x(row.end) - x, 2);
    const place = { x, y, width, height: thick };
    const edge = { stroke: ink(row.critical ? "critical" : row.ink), "stroke-width": row.critical ? 2.2 : 1 };
    const shapes = [make("rect", { ...place, fill: ink("paper") }), make("rect", { ...place, ...edge, fill: ink(row.ink), "fill-opacity": 0.38 })];
    if (row.slack !== undefined) shapes.unshift(floatLine(scale.x(row.end), scale.x(row.slack), middle + thick / 2 - 1.5));
    if (row.critical) shapes.push(make("rect", { ...place, fill: `url(#${hatch})`, "fill-opacity": 0.75 }));
    if (row.progress) shapes.push(make("rect", { x, y: middle - thick * 0.21, width: width * row.progress, height: thick * 0.42, fill: ink(row.ink) }));
    return shapes;
  }

  function floatLine(begin, end, y) {
    return make("path", { d: `M${begin} ${y}H${end}M${end} ${y - 3}V${y + 1.5}`, stroke: ink("muted"), "stroke-width": 1.5, fill: "none" });
  }

  function bracket(row, scale, middle, down) {
    const [left, right] = [scale.x(row.begin), Math.max(scale.x(row.end), scale.x(row.begin) + 2)];
    const foot = Math.min(5, (right - left) / 2);
    const d = `M${left} ${middle - 3}H${right}V${middle + down}L${right - foot} ${middle + 3}H${left + foot}L${left} ${middle + down}Z`;
    return make("path", { d, fill: ink(row.ink === "plain" ? "text" : row.ink) });
  }

  function moment(row, x, middle, half) {
    const d = `M${x} ${middle - half}L${x + half} ${middle}L${x} ${middle + half}L${x - half} ${middle}Z`;
    const isGoal = row.kind === "milestone";
    const stroke = ink(isGoal ? (row.critical ? "critical" : "text") : "status");
    const shapes = [make("path", { d, fill: ink(isGoal ? "text" : "paper"), stroke, "stroke-width": 1.5 })];
    if (row.done) shapes.push(make("path", { d: `M${x + half + 4} ${middle}l3 3l5 -6`, stroke: ink("done"), "stroke-width": 2, fill: "none" }));
    return shapes;
  }

  function arrows(ways) {
    return make("g", { class: "pp-gantt__links" }, ...ways.map(arrow));
  }

  function arrow({ link, from, to, points }) {
    const stroke = ink(link.critical ? "critical" : "arrow");
    const d = points.map(([x, y], place) => `${place ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
    const [[x, y], [before]] = [points.at(-1), points.at(-2)];
    const back = x > before ? -5 : 5;
    return make(
      "g",
      { class: link.critical ? "pp-gantt__link pp-gantt__link--critical" : "pp-gantt__link", "data-from": from, "data-to": to },
      make("path", { d, stroke, fill: "none", "stroke-dasharray": link.waits ? "4 2.5" : undefined }),
      make("path", { d: `M${x} ${y}l${back} -3v6Z`, fill: stroke }),
    );
  }

  /* A link that is not plainly finish to start is named beside the head of its arrow. */
  function linkWords(ways, height) {
    return ways.filter(({ link }) => link.link).flatMap(({ link, to, target }) => {
      const text = `${link.link}${link.lag}`;
      const [x, y, width] = [target.x + 9 * target.side, (to + 0.5) * height + 3, text.length * LETTER + 2];
      const ground = make("rect", { x: target.side < 0 ? x - width : x, y: y - 8, width, height: 10, fill: ink("paper"), "fill-opacity": 0.85 });
      return [make("g", { class: "pp-gantt__words" }, ground, words(x + target.side, y, text, { size: 9.6, fill: "text", anchor: target.side < 0 ? "end" : undefined }))];
    });
  }

  /* How far the words before the first bars would run out of the drawing. */
  function roomForWords({ links, rows }, scale) {
    const short = ({ link, lag, to }) => `${link}${lag}`.length * LETTER + 14 - scale.x(rows[to].begin);
    return Math.max(0, ...links.filter(({ link }) => link === "SS" || link === "FS").map(short));
  }

  function statusLine(axis, scale, bottom) {
    if (axis.status === null) return [];
    const half = (axis.words.length * LETTER) / 2;
    const x = scale.x(axis.status);
    const middle = Math.min(Math.max(x, scale.left + half), Math.max(scale.right - half, scale.left + half));
    const line = make("path", { d: `M${x} 0V${bottom}`, stroke: ink("status"), "stroke-width": 1.6, "stroke-dasharray": "6 3" });
    return [line, words(middle, bottom + 13, axis.words, { size: 11, fill: "status", anchor: "middle", bold: true })];
  }

  window.planpress = { ...window.planpress, ganttDrawing: { extents, head, plot, roomForWords } };
})();
