/* Interactive charts. Each figure shows its static picture at once; when it comes into view, Plotly is loaded, once,
   from beside this file, and draws over it. Without JavaScript, on small screens, with data saving, in print, or when
   Plotly cannot be loaded, the picture stays. A button under each chart leads from one form to the other. */
(() => {
  "use strict";

  const PLOTLY = new URL("plotly.min.js", document.currentScript.src).href;
  const CONFIG = { displaylogo: false, plotlyServerURL: "", responsive: false, showSendToCloud: false };
  const CHOICE = "pp-charts";
  const WORDS = { live: "Show as picture", static: "Show interactive", busy: "Loading chart …" };

  const charts = new Map();
  let loading = null;
  let inView = null;
  let resized = null;

  /* What the reader prefers */

  function remembered() {
    try {
      return sessionStorage.getItem(CHOICE);
    } catch {
      return null;
    }
  }

  function remember(choice) {
    try {
      sessionStorage.setItem(CHOICE, choice);
    } catch {
      /* Storage may be switched off: the choice then holds for this page. */
    }
  }

  function wantsLive() {
    const choice = remembered();
    if (choice) return choice === "live";
    const saving = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
    return !saving && matchMedia("(min-width: 45rem)").matches;
  }

  /* Plotly, loaded at most once; a failure may be tried again */

  function loadPlotly() {
    if (window.Plotly) return Promise.resolve(window.Plotly);
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = PLOTLY;
      script.async = true;
      script.onload = () => (window.Plotly ? resolve(window.Plotly) : reject(new Error("no Plotly in its file")));
      script.onerror = () => {
        script.remove();
        reject(new Error("Plotly could not be loaded"));
      };
      document.head.append(script);
    }).catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
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
    const { data, layout } = chart.figure;
    const colours = palette(layout.meta?.inks ?? {});
    const { meta, ...rest } = layout;
    const drawn = painted(rest, colours);
    drawn.font = { ...drawn.font, family: getComputedStyle(chart.element).fontFamily };
    drawn.uirevision = "kept";
    drawn.width = chart.element.clientWidth;
    return { data: painted(data, colours), layout: drawn };
  }

  /* One chart */

  function show(chart, form) {
    const live = form === "live";
    chart.form = form;
    chart.picture.style.display = live ? "none" : "";
    chart.live.style.display = live ? "" : "none";
    chart.button.textContent = WORDS[form];
    chart.button.disabled = false;
  }

  async function draw(chart) {
    chart.wanted = true;
    chart.button.textContent = WORDS.busy;
    try {
      const Plotly = await loadPlotly();
      if (!chart.element.isConnected || !chart.wanted) return show(chart, "static");
      /* Plotly measures what it draws: the place must have its size while the picture still shows. */
      Object.assign(chart.live.style, { display: "", position: "absolute", visibility: "hidden", inset: "0 0 auto 0" });
      const { data, layout } = drawable(chart);
      await Plotly.react(chart.live, data, layout, CONFIG);
      Object.assign(chart.live.style, { position: "", visibility: "", inset: "" });
      chart.drawn = true;
      show(chart, printing.on ? "static" : "live");
    } catch {
      Object.assign(chart.live.style, { position: "", visibility: "", inset: "" });
      show(chart, "static");
    }
  }

  function toggle(chart) {
    chart.wanted = chart.form !== "live";
    remember(chart.wanted ? "live" : "static");
    if (chart.wanted) draw(chart);
    else show(chart, "static");
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

  function prepare(element) {
    const picture = element.querySelector(".pp-chart__static");
    let figure;
    try {
      figure = JSON.parse(element.dataset.figure);
    } catch {
      return;
    }
    if (!picture || !figure?.data) return;
    element.querySelectorAll(".pp-chart__live, .pp-chart__toggle").forEach((left) => left.remove());
    const live = document.createElement("div");
    live.className = "pp-chart__live";
    live.style.display = "none";
    live.setAttribute("role", "group");
    live.setAttribute("aria-label", element.querySelector("svg > title")?.textContent ?? "Chart");
    live.setAttribute("aria-description", element.querySelector("svg > desc")?.textContent ?? "");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pp-chart__toggle";
    button.textContent = WORDS.static;
    picture.after(live, button);
    element.style.position = "relative";
    const chart = { element, picture, live, button, figure, form: "static", wanted: false, drawn: false };
    button.addEventListener("click", () => toggle(chart));
    charts.set(element, chart);
    inView.observe(element);
    resized.observe(element);
  }

  /* The page */

  function forget() {
    for (const [element, chart] of charts) {
      if (element.isConnected) continue;
      inView.unobserve(element);
      resized.unobserve(element);
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

  const printing = {
    on: false,
    begin() {
      printing.on = true;
      for (const chart of charts.values()) if (chart.form === "live") show(chart, "static");
    },
    end() {
      printing.on = false;
      for (const chart of charts.values()) if (chart.drawn && chart.wanted) show(chart, "live");
    },
  };

  function start() {
    inView = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const chart = charts.get(target);
          if (!isIntersecting || !chart || !wantsLive()) continue;
          inView.unobserve(target);
          draw(chart);
        }
      },
      { rootMargin: "200px 0px" },
    );
    resized = new ResizeObserver((entries) => {
      requestAnimationFrame(() => entries.map(({ target }) => charts.get(target)).forEach((chart) => chart && fit(chart)));
    });
    new MutationObserver(() => charts.forEach(redraw)).observe(document.body, {
      attributes: true,
      attributeFilter: ["data-md-color-scheme"],
    });
    addEventListener("beforeprint", printing.begin);
    addEventListener("afterprint", printing.end);
    /* Material's instant navigation tells of each new page; without it there is one page. */
    if (window.document$?.subscribe) window.document$.subscribe(setUp);
    else setUp();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
