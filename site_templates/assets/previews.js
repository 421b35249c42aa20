// A small card beside a link to an item: what it is, when, who, how far. The links work without it.
// Plan text is only ever set as text; nothing is asked for but one file of this site, on first use.
"use strict";

(() => {
  const script = document.currentScript;
  if (!script || !/^https?:$/.test(window.location.protocol)) return;
  const items = new URL("items.json", script.src);
  const root = new URL("..", script.src);
  const SHOW = 300;
  const HIDE = 250;
  const GAP = 6;
  let facts = null;
  let card = null;
  let shown = null;
  let timer = 0;

  const ask = () => {
    facts ??= fetch(items).then((reply) => (reply.ok ? reply.json() : {})).catch(() => ({}));
    return facts;
  };

  // An anchor alone is not enough: a heading may be called as an item is, on another page.
  const itemOf = (link, known) => {
    const key = decodeURIComponent(link.hash.slice(1));
    const item = Object.hasOwn(known, key) ? known[key] : null;
    return item && link.origin === root.origin && link.pathname === new URL(item.page, root).pathname ? item : null;
  };

  const line = (kind, words) => {
    const element = document.createElement("p");
    element.className = `pp-preview__${kind}`;
    element.textContent = words;
    return element;
  };

  const filled = (item) => {
    const parts = [line("kind", item.kind), line("name", item.name)];
    if (item.when) parts.push(line("fact", item.when));
    if (item.owner) parts.push(line("fact", item.owner));
    if (item.state) parts.push(line("fact", item.state));
    if (item.says) parts.push(line("says", item.says));
    return parts;
  };

  const place = (link) => {
    const box = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const left = Math.max(GAP, Math.min(box.left, width - card.offsetWidth - GAP));
    const below = box.bottom + GAP;
    const fits = below + card.offsetHeight <= window.innerHeight || box.top < card.offsetHeight + GAP;
    card.style.left = `${left + window.scrollX}px`;
    card.style.top = `${(fits ? below : box.top - GAP - card.offsetHeight) + window.scrollY}px`;
  };

  const hide = () => {
    clearTimeout(timer);
    if (card) card.hidden = true;
    if (shown) {
      if (shown.before) shown.link.setAttribute("aria-describedby", shown.before);
      else shown.link.removeAttribute("aria-describedby");
    }
    shown = null;
  };

  const later = (what, wait) => {
    clearTimeout(timer);
    timer = setTimeout(what, wait);
  };

  const make = () => {
    card = document.createElement("div");
    card.id = "pp-preview";
    card.className = "pp-preview";
    card.setAttribute("role", "tooltip");
    card.hidden = true;
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", () => later(hide, HIDE));
    document.body.append(card);
  };

  const show = async (link) => {
    const item = itemOf(link, await ask());
    if (!item || !link.isConnected || !(link.matches(":hover") || link === document.activeElement)) return;
    if (!card) make();
    hide();
    card.replaceChildren(...filled(item));
    card.hidden = false;
    place(link);
    shown = { link, before: link.getAttribute("aria-describedby") };
    link.setAttribute("aria-describedby", [shown.before, card.id].filter(Boolean).join(" "));
  };

  const linkAt = (event) => {
    const link = event.target instanceof Element ? event.target.closest(".md-content a[href*='#']") : null;
    const tellsItself = link?.matches(".headerlink, .pp-chart__own a");
    return link && link.hash.includes("-") && !tellsItself ? link : null;
  };

  // A finger has no hover: there a link is followed at once, and nothing covers the page.
  document.addEventListener("pointerover", (event) => {
    const link = event.pointerType === "touch" ? null : linkAt(event);
    if (link && shown?.link === link) clearTimeout(timer);
    else if (link) later(() => show(link), SHOW);
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType !== "touch" && linkAt(event)) later(hide, HIDE);
  });
  document.addEventListener("focusin", (event) => {
    const link = linkAt(event);
    if (link?.matches(":focus-visible")) show(link);
  });
  document.addEventListener("focusout", (event) => {
    if (shown && shown.link === event.target && !card.matches(":hover")) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("click", (event) => {
    if (linkAt(event)) hide();
  });
})();
