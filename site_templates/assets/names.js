/* Names for those who hear the page. The theme leaves the search dialog without one, gives a section with a page of
   its own an empty one, and names parts of the contents like sections of the site, blocks of code not at all. */
(() => {
  "use strict";

  function nameParts() {
    const search = document.querySelector(".md-search[role=dialog]:not([aria-label])");
    const words = search?.querySelector("input")?.getAttribute("aria-label");
    if (words) search.setAttribute("aria-label", words);
    for (const section of document.querySelectorAll(".md-nav[aria-labelledby]")) {
      const label = document.getElementById(section.getAttribute("aria-labelledby"));
      const title = section.querySelector(":scope > .md-nav__title")?.textContent.trim();
      if (!title || label?.textContent.trim()) continue;
      section.removeAttribute("aria-labelledby");
      section.setAttribute("aria-label", title);
    }
    for (const part of document.querySelectorAll(".md-nav--secondary .md-nav[aria-label]")) {
      part.setAttribute("aria-label", `On this page: ${part.getAttribute("aria-label")}`);
    }
  }

  function nameButtons() {
    document.querySelectorAll(".md-code__nav").forEach((buttons, place) => {
      buttons.setAttribute("aria-label", `Code ${place + 1}`);
    });
  }

  function start() {
    nameParts();
    nameButtons();
    /* The theme adds the buttons when their block comes into view. */
    new MutationObserver(nameButtons).observe(document.body, { childList: true, subtree: true });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
