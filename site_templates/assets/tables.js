/* Tables that can be worked with. A script knows what is in the columns: figures are set under each other, short cells
   and dates stay on a line. A table that is too wide scrolls in its frame, with its head and its first column in view;
   a long one can be sorted and filtered; every one can be taken away as CSV. Without JavaScript all is there to read. */
(() => {
  "use strict";

  const LONG = 12;
  const SHORT_CELL = 26;
  const SHORT_NAME = 42;
  const TINY_NAME = 12;
  const LONG_CELL = 60;
  const WORDS = {
    filter: "Filter rows",
    none: "No row has all of these words.",
    csv: "CSV",
    download: (title) => `CSV: download “${title}”`,
    table: (title) => `Table: ${title}`,
    all: (count) => `${count} rows`,
    some: (count, all) => `${count} of ${all} rows`,
  };
  const LEVELS = ["none", "info", "low", "medium", "high", "critical"];
  const DAY = /\bW(\d+)D(\d+)\b(?:.*?\b(\d{1,2}):(\d{2})\b)?/;
  const WEEK = /^Week (\d+)(?: Day (\d+))?/;
  const SPAN = /(\d+(?:\.\d+)?)\s*(?:elapsed )?(minute|hour|day|workday|week|min|h|d|w)s?\b/g;
  const MINUTES = { minute: 1, min: 1, hour: 60, h: 60, day: 480, workday: 480, d: 480, week: 2400, w: 2400 };
  const NUMBER = /^[-+−]?\d[\d.,]*(?:[-–]\d[\d.,]*)?\s*(?:%|×)?$/;
  const WHOLE = /W\d+D\d+(?:[–-]W\d+D\d+)?(?: \([^()]{1,30}\))?(?:,? \d+(?:\.\d+)? [a-z]+)?(?: \([\d.]+–[\d.]+\))?|\d+(?:-\d+)? × \w+|(?:[A-Z][a-z]{2} )?\d{1,2}(?: [A-Z][a-z]{2})?–\d{1,2} [A-Z][a-z]{2}\b/g;
  const FORMULA = /^[=+\-@\t\r]/;

  const framed = new Map();

  /* Reading a table */

  const squeezed = (text) => text.replace(/\s+/g, " ").trim();

  function words(cell) {
    if (!cell.firstElementChild) return squeezed(cell.textContent);
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".headerlink, [aria-hidden='true']").forEach((each) => each.remove());
    copy.querySelectorAll("[role='img'][aria-label]").forEach((each) => each.replaceWith(` ${each.ariaLabel} `));
    copy.querySelectorAll(".pp-chip, br").forEach((each) => each.before(" "));
    return squeezed(copy.textContent);
  }

  function rowsOf(table) {
    return [...table.tBodies].flatMap((body) => [...body.rows]);
  }

  function amount(text) {
    let sum = 0;
    for (const [, number, unit] of text.replace(/\(.*?\)/g, "").matchAll(SPAN)) sum += Number(number) * MINUTES[unit];
    return sum;
  }

  /* How cells of a column compare; the first kind that nearly all of its cells are of */
  const KINDS = [
    { name: "day", is: (text) => DAY.test(text) && text.search(DAY) === 0, key: dayKey },
    { name: "week", is: (text) => WEEK.test(text), key: weekKey },
    { name: "level", is: (text) => LEVELS.includes(text.toLowerCase()), key: (text) => LEVELS.indexOf(text.toLowerCase()) },
    { name: "number", is: (text) => NUMBER.test(text), key: (text) => Number.parseFloat(text.replace("−", "-").replace(/,/g, "")) },
    { name: "span", is: (text) => text.search(SPAN) === 0, key: amount },
    { name: "text", is: () => true, key: (text) => text },
  ];

  function dayKey(text) {
    const [, week, day, hour = 0, minute = 0] = DAY.exec(text) ?? [0, 0, 0];
    return Number(week) * 10000000 + Number(day) * 10000 + Number(hour) * 60 + Number(minute);
  }

  function weekKey(text) {
    const [, week, day = 0] = WEEK.exec(text) ?? [0, 0];
    return Number(week) * 1000 + Number(day);
  }

  const isBlank = (text) => text === "" || text === "-" || text === "–";

  function kindOf(texts) {
    const told = texts.filter((text) => !isBlank(text));
    return KINDS.find((kind) => told.length && told.filter(kind.is).length >= told.length * 0.8) ?? KINDS.at(-1);
  }

  /* What a column holds decides how it is set */

  function setColumns(table, rows, texts) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const cells = rows.map((row) => row.cells[column]).filter(Boolean);
      const lengths = texts.map((row) => row[column]?.length ?? 0);
      const longest = Math.max(0, ...lengths);
      const name = kindOf(texts.map((row) => row[column] ?? "")).name;
      const marks = [];
      if (column === 0 && longest <= TINY_NAME) {
        marks.push("pp-tiny");
        head.classList.add("pp-tiny");
      }
      if (name === "number" && column > 0) marks.push("pp-number");
      if (longest <= (column ? SHORT_CELL : SHORT_NAME)) marks.push("pp-short");
      else if (longest > LONG_CELL) marks.push("pp-long");
      else if (column > 0) marks.push("pp-middle");
      if (name === "number" && column > 0) head.classList.add("pp-number");
      if (marks.length) cells.forEach((cell) => cell.classList.add(...marks));
      if (longest > SHORT_CELL) cells.forEach(keepWhole);
    });
  }

  function keepWhole(cell) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.data.search(WHOLE) >= 0) found.push(walker.currentNode);
    for (const node of found) {
      const parts = document.createDocumentFragment();
      let end = 0;
      for (const match of node.data.matchAll(WHOLE)) {
        parts.append(node.data.slice(end, match.index), element("span", "pp-whole", match[0]));
        end = match.index + match[0].length;
      }
      parts.append(node.data.slice(end));
      node.replaceWith(parts);
    }
  }

  /* Rows of an outline are set in; `levels` tells how far */
  function levelsOf(rows) {
    const levels = rows.map((row) => {
      const first = row.cells[0]?.firstChild;
      const blank = first?.nodeType === Node.TEXT_NODE ? /^\u2003+/.exec(first.data) : null;
      if (!blank) return 0;
      const rest = first.splitText(blank[0].length);
      const indent = element("span", "pp-indent", first.data);
      rest.before(indent);
      first.remove();
      row.cells[0].classList.add("pp-inset");
      row.cells[0].style.setProperty("--pp-level", blank[0].length);
      return blank[0].length;
    });
    if (levels.every((level) => level === 0)) return null;
    rows.forEach((row) => row.classList.toggle("pp-group", Boolean(row.cells[0].querySelector(":scope > strong"))));
    return levels;
  }

  /* Building */

  function element(tag, name, text = "") {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    return made;
  }

  function frame(table, title, file) {
    const rows = rowsOf(table);
    const texts = rows.map((row) => [...row.cells].map(words));
    const levels = levelsOf(rows);
    setColumns(table, rows, texts);
    table.classList.add("pp-grid");
    const [box, scroll] = framesOf(table);
    box.closest("details.pp-chart__data")?.classList.add("pp-framed");
    /* Until it is measured, which is when it comes near, a table counts as one that scrolls. */
    letScroll(scroll, title);
    const held = { table, box, scroll, rows, texts, levels, title, file, twin: null, sorted: null, wanted: [] };
    held.shown = rows;
    if (rows.length > LONG) lengthen(held);
    else addFoot(held);
    scroll.addEventListener("scroll", () => slide([held]), { passive: true });
    framed.set(box, held);
    box.style.setProperty("--pp-rows", rows.length);
    sizes.observe(scroll);
    sizes.observe(table);
  }

  /* The theme's own frames, where it has put them: a new one would have the whole page styled anew. */
  function framesOf(table) {
    const inner = table.closest(".md-typeset__table") ?? table.parentElement.insertBefore(element("div", ""), table);
    const outer = inner.closest(".md-typeset__scrollwrap") ?? inner.parentElement.insertBefore(element("div", ""), inner);
    [outer.className, inner.className] = ["pp-table", "pp-table__scroll"];
    outer.append(inner);
    inner.append(table);
    return [outer, inner];
  }

  function addFoot(held) {
    const foot = element("div", "pp-table__foot");
    foot.append(csvButton(held));
    held.box.append(foot);
  }

  function csvButton(held) {
    const button = element("button", "pp-csv", WORDS.csv);
    button.type = "button";
    button.ariaLabel = WORDS.download(held.title);
    button.title = WORDS.download(held.title);
    button.addEventListener("click", () => save(held));
    return button;
  }

  function lengthen(held) {
    held.box.classList.add("pp-table--long");
    const bar = element("div", "pp-table__bar");
    const input = element("input", "pp-filter");
    Object.assign(input, { type: "search", placeholder: WORDS.filter, autocomplete: "off", spellcheck: false });
    input.setAttribute("aria-label", `${WORDS.filter}: ${held.title}`);
    held.count = element("p", "pp-table__count", WORDS.all(held.rows.length));
    held.count.setAttribute("role", "status");
    input.addEventListener("input", () => filter(held, input.value));
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !input.value) return;
      event.preventDefault();
      input.value = "";
      filter(held, "");
    });
    held.input = input;
    bar.append(input, held.count, csvButton(held));
    held.box.prepend(bar);
    held.kinds = [...held.table.tHead.rows[0].cells].map((head, column) => {
      const button = element("button", "pp-sort");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      head.classList.add("pp-sorts");
      button.addEventListener("click", () => sort(held, column));
      return kindOf(held.texts.map((row) => row[column] ?? ""));
    });
  }

  /* Sorting: up, down, as it was */

  function sort(held, column) {
    const before = held.sorted;
    const same = before?.column === column;
    held.sorted = !same ? { column, down: false } : before.down ? null : { column, down: true };
    const order = held.rows.map((_, index) => index);
    if (held.sorted) order.sort(comparison(held));
    const body = held.table.tBodies[0];
    body.append(...order.map((index) => held.rows[index]));
    held.order = order;
    held.table.classList.toggle("pp-sorted", Boolean(held.sorted));
    [...held.table.tHead.rows[0].cells].forEach((head, index) => {
      if (held.sorted?.column === index) head.setAttribute("aria-sort", held.sorted.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    show(held);
    pair([held]);
  }

  let collator;

  /* Loading the order of letters takes longer than all else here, so it waits until somebody sorts. */
  function inOrder(one, other) {
    collator ??= new Intl.Collator("en", { numeric: true, sensitivity: "base" });
    return collator.compare(one, other);
  }

  /* Empty cells stay last, whichever way; equal ones keep their order. */
  function comparison(held) {
    const { column, down } = held.sorted;
    const kind = held.kinds[column];
    const keys = held.texts.map((row) => (isBlank(row[column] ?? "") ? null : kind.key(row[column])));
    return (one, other) => {
      const [a, b] = [keys[one], keys[other]];
      if (a === null || b === null) return a === b ? one - other : a === null ? 1 : -1;
      const found = typeof a === "string" ? inOrder(a, b) : a - b;
      return (down ? -found : found) || one - other;
    };
  }

  /* Filtering: rows with all the words; of an outline, what they stand under as well */

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function filter(held, value) {
    held.wanted = plain(value).split(/\s+/).filter(Boolean);
    show(held);
  }

  function show(held) {
    held.plain ??= held.texts.map((row) => plain(row.join(" ")));
    const hits = held.plain.map((text) => held.wanted.every((word) => text.includes(word)));
    const kept = held.levels && !held.sorted ? withAbove(held.levels, hits) : hits;
    held.rows.forEach((row, index) => {
      row.hidden = !kept[index];
      row.classList.toggle("pp-above", kept[index] && !hits[index]);
    });
    const count = hits.filter(Boolean).length;
    const told = held.wanted.length ? WORDS.some(count, held.rows.length) : WORDS.all(held.rows.length);
    if (held.count && held.count.textContent !== told) held.count.textContent = told;
    held.none ??= held.box.appendChild(element("p", "pp-table__none", WORDS.none));
    held.none.hidden = count > 0;
    slide([held]);
  }

  function withAbove(levels, hits) {
    const kept = [...hits];
    let needed = 0;
    for (let index = hits.length - 1; index >= 0; index -= 1) {
      if (hits[index] || levels[index] < needed) {
        kept[index] = true;
        needed = levels[index];
      }
    }
    return kept;
  }

  /* CSV, with what a spreadsheet would take for a formula made text */

  function field(text) {
    const safe = FORMULA.test(text) && !NUMBER.test(text) && text !== "-" ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  }

  function csv(held) {
    const heads = [...held.table.tHead.rows[0].cells].map(words);
    const order = held.order ?? held.rows.map((_, index) => index);
    const rows = order.filter((index) => !held.rows[index].hidden).map((index) => held.texts[index]);
    return `\ufeff${[heads, ...rows].map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
  }

  function save(held) {
    const link = element("a", "");
    link.href = URL.createObjectURL(new Blob([csv(held)], { type: "text/csv;charset=utf-8" }));
    link.download = held.file;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /* Width: a table that fits has a head that the page holds; another one scrolls below a twin of its head. */

  const sizes = new ResizeObserver((entries) => {
    const touched = new Set(entries.map((entry) => framed.get(entry.target.closest(".pp-table"))));
    fit([...touched].filter((held) => held?.box.isConnected && isDrawn(held.table) && held.box.clientWidth));
  });

  /* To measure what is far from view would have it laid out. */
  const isDrawn = (table) => table.checkVisibility?.({ contentVisibilityAuto: true }) ?? true;

  /* All tables are measured, then all are changed: a page is not laid out anew for each of them. */
  function fit(all) {
    const fitting = all.map(({ box, table }) => table.offsetWidth <= box.clientWidth + 1);
    all.forEach((held, place) => mark(held, fitting[place]));
    pair(all);
    requestAnimationFrame(() => slide(all));
  }

  function mark({ box, scroll, title }, fits) {
    box.classList.toggle("pp-table--fits", fits);
    if (!fits) letScroll(scroll, title);
    else if (scroll !== document.activeElement) ["tabindex", "role", "aria-label"].forEach((name) => scroll.removeAttribute(name));
  }

  function letScroll(scroll, title) {
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "group");
    scroll.setAttribute("aria-label", WORDS.table(title));
  }

  function pair(all) {
    for (const held of all) {
      held.twin?.remove();
      held.twin = null;
      held.scroll.style.marginTop = "";
    }
    const wide = all.filter(({ box }) => !box.classList.contains("pp-table--fits") && box.clientWidth);
    const measured = wide.map(measure);
    wide.forEach((held, place) => addTwin(held, measured[place]));
  }

  function measure({ table }) {
    const cells = [...table.tHead.rows[0].cells];
    const widths = cells.map((cell) => cell.getBoundingClientRect().width);
    return { height: table.tHead.offsetHeight, width: table.offsetWidth, widths };
  }

  function addTwin(held, { height, width, widths }) {
    const { scroll, table } = held;
    const real = table.tHead;
    const twin = element("div", "pp-table__head");
    twin.setAttribute("aria-hidden", "true");
    const copy = element("table", "pp-grid");
    copy.style.width = `${width}px`;
    copy.append(real.cloneNode(true));
    copy.querySelectorAll("a[id]").forEach((each) => each.removeAttribute("id"));
    [...copy.tHead.rows[0].cells].forEach((cell, column) => {
      cell.style.cssText = `width: ${widths[column]}px; min-width: 0; max-width: none; box-sizing: border-box`;
      cell.removeAttribute("aria-sort");
      const own = real.rows[0].cells[column];
      if (own.ariaSort) cell.setAttribute("aria-sort", own.ariaSort);
      const button = cell.querySelector(".pp-sort");
      if (!button) return;
      button.tabIndex = -1;
      button.addEventListener("click", () => own.querySelector(".pp-sort").click());
      own.querySelector(".pp-sort").onfocus = (event) =>
        button.classList.toggle("pp-focused", event.target.matches(":focus-visible"));
      own.querySelector(".pp-sort").onblur = () => button.classList.remove("pp-focused");
      button.classList.toggle("pp-focused", own.querySelector(".pp-sort").matches(":focus-visible"));
    });
    twin.append(copy);
    scroll.before(twin);
    scroll.style.marginTop = `-${height}px`;
    held.twin = twin;
  }

  function slide(all) {
    const places = all.map(({ box, scroll, twin }) => ({
      left: scroll.scrollLeft,
      at: twin?.scrollLeft,
      isEnd: scroll.scrollLeft + scroll.clientWidth >= scroll.scrollWidth - 2,
      edge: (twin ?? scroll).offsetTop,
      foot: box.clientHeight - scroll.offsetTop - scroll.clientHeight,
    }));
    all.forEach(({ box, twin }, place) => {
      const { left, at, isEnd, edge, foot } = places[place];
      box.classList.toggle("pp-table--end", isEnd);
      box.style.setProperty("--pp-edge", `${edge}px`);
      box.style.setProperty("--pp-foot", `${foot}px`);
      if (twin && at !== left) twin.scrollLeft = left;
    });
  }

  /* The page: one table after the other while nothing else is to do, a few milliseconds at a time; first those in view,
     the others at a sign of a reader, and what is folded away when it is opened. */

  const SLICE = 8;
  const PATIENCE = { timeout: 500 };
  /* Milliseconds, after which a page that is only looked at has all of its tables set up. */
  const A_LOOK = 5000;
  const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 1));
  const inView = new WeakSet();
  let isRead = false;
  let isComing = false;
  let waiting = [];

  const viewed = new IntersectionObserver((entries) => {
    for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
      viewed.unobserve(target);
      inView.add(target);
    }
    frameSoon();
  });

  const isFolded = (table) => Boolean(table.closest("details:not([open])"));
  const isDue = ([table]) => (isRead || inView.has(table)) && !isFolded(table);

  async function frameSome() {
    await window.planpress.untouched();
    isComing = false;
    const end = performance.now() + SLICE;
    let next = takeNext();
    while (next) {
      frame(...next);
      next = performance.now() < end ? takeNext() : undefined;
    }
    frameSoon();
  }

  function frameSoon() {
    if (isComing || !waiting.some(isDue)) return;
    isComing = true;
    idle(frameSome, PATIENCE);
  }

  function takeNext() {
    waiting = waiting.filter(([table]) => table.isConnected);
    const place = waiting.findIndex(isDue);
    return place < 0 ? undefined : waiting.splice(place, 1)[0];
  }

  function frameAll() {
    setUp();
    for (const next of waiting.splice(0)) if (next[0].isConnected) frame(...next);
  }

  const slug = (text) => plain(text).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "table";

  function titleOf(node) {
    return node ? words(node) : "";
  }

  function setUp() {
    for (const box of framed.keys()) if (!box.isConnected) framed.delete(box);
    const content = document.querySelector(".md-content__inner");
    if (!content) return;
    const page = titleOf(content.querySelector("h1")) || document.title;
    const taken = new Map();
    let heading = page;
    waiting = [];
    for (const node of content.querySelectorAll("h1, h2, h3, h4, table:not([class]), .pp-table__scroll > table")) {
      if (node.tagName !== "TABLE") {
        heading = titleOf(node);
        continue;
      }
      if (!node.tHead?.rows.length || !node.tBodies.length) continue;
      const title = titleOf(node.caption) || heading;
      const name = title === page ? slug(page) : `${slug(page)}-${slug(title)}`;
      const number = (taken.get(name) ?? 0) + 1;
      taken.set(name, number);
      if (!node.className) waiting.push([node, title, `${name}${number > 1 ? `-${number}` : ""}.csv`]);
    }
    for (const [table] of waiting) viewed.observe(table);
    window.planpress.attention(A_LOOK).then(() => {
      isRead = true;
      frameSoon();
    });
  }

  /* Who comes for a row that the filter hides gets to see it. */
  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const row = target && target.closest("tr[hidden]");
    const held = row && framed.get(row.closest(".pp-table"));
    if (!held) return;
    held.input.value = "";
    filter(held, "");
    target.scrollIntoView();
  }

  addEventListener("hashchange", reveal);
  addEventListener("toggle", frameSoon, true);
  addEventListener("beforeprint", frameAll);
  const setUpSoon = () => idle(setUp, PATIENCE);
  if (window.document$) window.document$.subscribe(setUpSoon);
  else setUpSoon();
})();
