/* The index of the search, which is nearly half of what a first visit would load, is asked for when somebody searches.
   The theme asks for it at once; should it ask in another way some day, it gets it at once. */
(() => {
  "use strict";

  const INDEX = /\/search\/search_index\.json$/;
  const SEARCH = "[data-md-component=search], [for=__search]";
  const SEARCHING = ["focusin", "pointerover", "pointerdown", "change"];
  const isOpened = ["q", "h"].some((name) => new URLSearchParams(location.search).has(name));

  function searching(begin) {
    function hear({ target }) {
      if (!(target instanceof Element) || !target.closest(`${SEARCH}, #__search`)) return;
      for (const name of SEARCHING) removeEventListener(name, hear, true);
      begin();
    }
    for (const name of SEARCHING) addEventListener(name, hear, true);
  }

  function waitWithIndex() {
    const { prototype } = XMLHttpRequest;
    const { open, send } = prototype;
    prototype.open = function (method, address, ...rest) {
      if (INDEX.test(address)) {
        prototype.open = open;
        this.send = (...body) => searching(() => send.apply(this, body));
      }
      return open.call(this, method, address, ...(rest.length ? rest : [true]));
    };
  }

  if (!isOpened) waitWithIndex();
})();
