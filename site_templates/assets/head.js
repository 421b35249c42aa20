/* What concerns the whole page, before anything is shown: light or dark. The theme settles it last, and styles the page
   anew four times for it; a reader of dark pages sees a light one first. Here it is settled as soon as its buttons are
   read. What the reader chooses is kept where the theme keeps it. A palette that follows the system is the theme's. */
(() => {
  "use strict";

  /* The theme's marks for a page with scripts: on a page that is there they change the style of everything. */
  document.documentElement.classList.replace("no-js", "js");
  document.documentElement.classList.add("js-focus-visible");

  const FORM = "form[data-md-component=palette]";
  const KEPT = "__palette";
  const FOLLOWS = "(prefers-color-scheme)";

  function told(option) {
    const { mdColorMedia: media, mdColorScheme: scheme, mdColorPrimary: primary, mdColorAccent: accent } = option.dataset;
    return { media, scheme, primary, accent };
  }

  function apply(options, option) {
    const { body, documentElement: root } = document;
    for (const [name, value] of Object.entries(told(option))) {
      if (body.getAttribute(`data-md-color-${name}`) !== value) body.setAttribute(`data-md-color-${name}`, value);
    }
    root.style.colorScheme = option.dataset.mdColorScheme === "slate" ? "dark" : "";
    /* Behind each option stands the button that leads on from it. */
    for (const each of options) each.nextElementSibling?.toggleAttribute("hidden", each !== option);
  }

  /* Without the transitions that colours have elsewhere. */
  function choose(options, option) {
    document.body.setAttribute("data-md-color-switching", "");
    apply(options, option);
    __md_set(KEPT, { index: options.indexOf(option), color: told(option) });
    setTimeout(() => {
      document.body.removeAttribute("data-md-color-switching");
      tint();
    });
  }

  /* The browser's own bar takes the colour of the head of the page. */
  function tint() {
    const [bar] = [...document.getElementsByName("theme-color"), document.createElement("meta")];
    bar.name = "theme-color";
    bar.content = getComputedStyle(document.querySelector(".md-header")).backgroundColor;
    document.head.append(bar);
  }

  function first(options) {
    const kept = __md_get(KEPT)?.index;
    const fits = ({ dataset }) => matchMedia(dataset.mdColorMedia).matches;
    return options[kept] ?? options.find(fits) ?? options[0];
  }

  function settle(form) {
    const options = [...form.querySelectorAll("input")];
    if (options.some(({ dataset }) => dataset.mdColorMedia === FOLLOWS)) return;
    form.removeAttribute("data-md-component");
    const option = first(options);
    option.checked = true;
    apply(options, option);
    addEventListener("load", tint);
    form.addEventListener("change", ({ target }) => choose(options, target));
    form.addEventListener("keydown", ({ key, target }) => {
      if (key !== "Enter") return;
      const next = options[(options.indexOf(target) + 1) % options.length];
      next.click();
      next.focus();
    });
  }

  const reading = new MutationObserver(() => {
    const form = document.querySelector(FORM);
    if (!form?.nextSibling) return;
    reading.disconnect();
    settle(form);
  });
  reading.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => reading.disconnect());
})();
