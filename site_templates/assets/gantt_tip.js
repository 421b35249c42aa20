/* What a row of a Gantt chart tells on hover and on focus: the facts of the table beside the chart. */
(() => {
  "use strict";

  const TELLS_NOTHING = new Set(["Item", "Kind", "Depends on"]);
  const NOTHING = "–";
  const WAIT = 160;
  const GAP = 8;

  function element(tag, name, ...children) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children);
    return made;
  }

  /* One tip for each chart; it stays while the pointer is on it, and Escape closes it. */
  function tipOf(frame, id) {
    const box = element("div", "pp-gantt__tip");
    Object.assign(box, { id, hidden: true });
    box.setAttribute("role", "tooltip");
    frame.append(box);
    const tip = { frame, box, leaving: 0 };
    box.addEventListener("pointerenter", () => clearTimeout(tip.leaving));
    box.addEventListener("pointerleave", () => leave(tip));
    return tip;
  }

  function show(tip, row, { x, top, bottom }) {
    clearTimeout(tip.leaving);
    tip.box.replaceChildren(...content(row));
    tip.box.hidden = false;
    const frame = tip.frame.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = tip.box;
    const room = Math.max(frame.width - width, 0);
    const isBelow = bottom + GAP + height <= innerHeight || top - GAP - height < 0;
    tip.box.style.left = `${Math.min(Math.max(x - frame.left - width / 3, 0), room)}px`;
    tip.box.style.top = `${(isBelow ? bottom + GAP : top - GAP - height) - frame.top}px`;
  }

  function hide(tip) {
    clearTimeout(tip.leaving);
    tip.box.hidden = true;
  }

  function leave(tip) {
    clearTimeout(tip.leaving);
    tip.leaving = setTimeout(() => hide(tip), WAIT);
  }

  function content(row) {
    const told = [...row.facts].filter(([name, words]) => !TELLS_NOTHING.has(name) && words !== NOTHING);
    const name = row.href ? element("a", "pp-gantt__title", row.label) : element("strong", "pp-gantt__title", row.label);
    if (row.href) Object.assign(name, { href: row.href, tabIndex: -1 });
    const list = element("dl", "", ...told.flatMap(([fact, words]) => [element("dt", "", fact), element("dd", "", words)]));
    return [name, list];
  }

  window.planpress = { ...window.planpress, ganttTip: { hide, leave, show, tipOf } };
})();
