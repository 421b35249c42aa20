/* Charts on a page. Each shows its picture at once; a Gantt chart that comes into view is drawn anew so that it can be
   used, as soon as somebody does something on the page. Above each there are its files and a button that opens it in
   Plotly, loaded once from beside this file and only when asked for. Without JavaScript, and in print, the picture is
   what there is. */
(() => {
  "use strict";

  const beside = (name) => new URL(name, document.currentScript.src).href;
  const PLOTLY = beside("plotly.min.js");
  const GANTT = beside("planpress-gantt.js");
  const NEAR = "50% 0px";
  const CONFIG = { displaylogo: false, plotlyServerURL: "", responsive: false, showSendToCloud: false };
  const WORDS = { explore: "Explore", busy: "Loading …", png: "PNG" };
  const SHARPNESS = 2;
  const LARGEST = 16_000;
  /* Milliseconds, after which a picture that is only looked at can be used as well. */
  const A_LOOK = 5000;

  /* Each file of a chart puts its figure here. */
  window.planpress = { ...window.planpress, figures: {} };

  const charts = new Map();
  const loading = new Map();
  let resized = null;
  let near = null;

  /* Scripts, each loaded at most once; a failure may be tried again */

  function load(address) {
    if (!loading.has(address)) loading.set(address, added(address));
    return loading.get(address);
  }

  function added(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => {
        script.remove();
        loading.delete(address);
        reject(new Error(`${address} could not be loaded`));
      };
      document.head.append(script);
    });
  }

  /* Colours: a figure holds those for light ground; `meta.inks` names the variables that stand behind them */

  function palette(inks) {
    const dark = document.body.dataset.mdColorScheme === "slate";
    const probe = document.createElement("span");
    probe.hidden = true;
    document.body.append(probe);
    const colours = new Map();
    for (const [light, [variable, follows, darkColour]] of Object.entries(inks)) {
      const literal = dark ? darkColour : light;
      probe.style.color = `var(${variable}, ${follows ? `var(${follows}, ${literal})` : literal})`;
      colours.set(light, getComputedStyle(probe).color || literal);
    }
    probe.remove();
    return colours;
  }

  function painted(value, colours) {
    if (typeof value === "string") return colours.get(value) ?? value;
    if (Array.isArray(value)) return value.map((each) => painted(each, colours));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, painted(each, colours)]));
  }

  function drawable(chart) {
    const { data, layout } = window.planpress.figures[chart.element.id.replace(/^chart-/, "")];
    const colours = palette(layout.meta?.inks ?? {});
    const { meta, ...rest } = layout;
    const drawn = painted(rest, colours);
    drawn.font = { ...drawn.font, family: getComputedStyle(chart.element).fontFamily };
    drawn.uirevision = "kept";
    drawn.width = chart.element.clientWidth;
    return { data: painted(data, colours), layout: drawn };
  }

  /* One chart, in the form that it has or in Plotly's */

  function show(chart, form) {
    const isLive = form === "live";
    chart.form = form;
    chart.first.style.display = isLive ? "none" : "";
    if (chart.live) chart.live.style.display = isLive ? "" : "none";
    chart.button.textContent = WORDS.explore;
    chart.button.setAttribute("aria-pressed", String(isLive));
  }

  async function explore(chart) {
    chart.wanted = true;
    chart.button.textContent = WORDS.busy;
    try {
      await Promise.all([load(PLOTLY), load(chart.file)]);
      if (!chart.element.isConnected || !chart.wanted) return show(chart, "first");
      chart.live ??= liveOf(chart.element);
      /* Plotly measures what it draws: the place must have its size while the picture still shows. */
      Object.assign(chart.live.style, { display: "", position: "absolute", visibility: "hidden", inset: "0 0 auto 0" });
      const { data, layout } = drawable(chart);
      await window.Plotly.react(chart.live, data, layout, CONFIG);
      chart.drawn = true;
      show(chart, "live");
    } catch {
      show(chart, "first");
    } finally {
      if (chart.live) Object.assign(chart.live.style, { position: "", visibility: "", inset: "" });
    }
  }

  function toggle(chart) {
    chart.wanted = chart.form !== "live";
    if (chart.wanted) explore(chart);
    else show(chart, "first");
  }

  function redraw(chart) {
    if (!chart.drawn || !window.Plotly) return;
    const { data, layout } = drawable(chart);
    window.Plotly.react(chart.live, data, layout, CONFIG);
  }

  function fit(chart) {
    const width = chart.element.clientWidth;
    if (chart.form === "live" && width > 0 && width !== chart.live.layout?.width) {
      window.Plotly.relayout(chart.live, { width });
    }
  }

  /* The picture as a file of pixels, drawn from the file that the page offers */

  async function savePng(link) {
    const response = await fetch(link.href);
    if (!response.ok) throw new Error(`${link.href}: ${response.status}`);
    const address = URL.createObjectURL(new Blob([await response.text()], { type: "image/svg+xml" }));
    try {
      const image = new Image();
      image.src = address;
      await image.decode();
      save(await pixels(image), link.download.replace(/\.svg$/, ".png"));
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  function pixels(image) {
    const scale = Math.min(SHARPNESS, LARGEST / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
    });
  }

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  function pngButton(link) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = WORDS.png;
    button.setAttribute("aria-label", link.getAttribute("aria-label").replace(/SVG$/, "PNG"));
    /* Where a page was opened without a server its files cannot be read: the drawing itself is offered instead. */
    button.addEventListener("click", () => savePng(link).catch(() => link.click()));
    return button;
  }

  /* The page */

  function exploreButton() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pp-chart__toggle";
    button.textContent = WORDS.explore;
    button.setAttribute("aria-pressed", "false");
    return button;
  }

  function liveOf(element) {
    const live = document.createElement("div");
    live.className = "pp-chart__live";
    live.style.display = "none";
    live.setAttribute("role", "group");
    live.setAttribute("aria-label", element.querySelector("svg > title")?.textContent ?? "Chart");
    live.setAttribute("aria-description", element.querySelector("svg > desc")?.textContent ?? "");
    element.querySelector(".pp-chart__static").after(live);
    return live;
  }

  function idle() {
    return new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));
  }

  /* A Gantt chart is drawn anew; should that fail, the picture stays. */
  async function renew(chart) {
    const picture = chart.first;
    try {
      await window.planpress.attention(A_LOOK);
      await load(GANTT);
      await idle();
      if (!chart.element.isConnected) return;
      chart.first = await window.planpress.gantt.prepare(chart.element, idle);
      picture.style.display = "none";
    } catch (error) {
      console.error(error);
    }
    show(chart, chart.form);
  }

  function prepare(element) {
    const picture = element.querySelector(".pp-chart__static");
    if (!picture) return;
    element.querySelectorAll(".pp-chart__live, .pp-chart__files button").forEach((left) => left.remove());
    const files = element.querySelector(".pp-chart__files");
    const [button, link] = [exploreButton(), files.querySelector("a")];
    files.append(...(link ? [pngButton(link)] : []), button);
    const file = new URL(element.dataset.figure, location.href).href;
    const chart = { element, file, first: picture, live: null, button, form: "first", wanted: false, drawn: false };
    button.addEventListener("click", () => toggle(chart));
    charts.set(element, chart);
    resized.observe(element);
    if (element.dataset.geometry) near.observe(element);
  }

  function forget() {
    for (const [element, chart] of charts) {
      if (element.isConnected) continue;
      resized.unobserve(element);
      near.unobserve(element);
      if (chart.drawn) window.Plotly?.purge(chart.live);
      charts.delete(element);
    }
  }

  function setUp() {
    forget();
    for (const element of document.querySelectorAll("figure.pp-chart[data-figure]")) {
      if (!charts.has(element)) prepare(element);
    }
  }

  function start() {
    near = new IntersectionObserver(
      (entries) => {
        for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
          near.unobserve(target);
          if (charts.has(target)) renew(charts.get(target));
        }
      },
      { rootMargin: NEAR },
    );
    resized = new ResizeObserver((entries) => {
      requestAnimationFrame(() => entries.map(({ target }) => charts.get(target)).forEach((chart) => chart && fit(chart)));
    });
    new MutationObserver(() => charts.forEach(redraw)).observe(document.body, {
      attributes: true,
      attributeFilter: ["data-md-color-scheme"],
    });
    /* Material's instant navigation tells of each new page; without it there is one page. */
    if (window.document$?.subscribe) window.document$.subscribe(setUp);
    else setUp();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
