// A calendar to subscribe to is asked for under an address of its own kind, which only a page on a server can know.
"use strict";

(() => {
  if (!/^https?:$/.test(window.location.protocol)) return;
  for (const link of document.querySelectorAll("a[data-subscribe]")) {
    const target = new URL(link.href);
    link.href = `webcal://${target.host}${target.pathname}`;
    link.hidden = false;
  }
})();
