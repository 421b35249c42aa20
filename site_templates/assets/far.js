/* What is far from view is drawn when the page stands and nothing else is to do, a piece at a time: a page that is
   photographed whole, or jumped about in, has no gaps. */
(() => {
  "use strict";

  const PIECES = ".md-content table:not([class]), .pp-table__scroll, .pp-chart__static, .pp-course, .pp-cards, ul.pp-doors, ul.pp-downloads";
  /* Elements; to draw more of them at once would hold up who scrolls just then. */
  const MOST = 1500;
  /* Milliseconds, for whoever opened the page to have a look at what is in view. */
  const A_LOOK = 4000;
  const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 1));
  const seen = new WeakSet();

  const isFolded = (piece) => Boolean(piece.closest("details:not([open])"));

  function drawNext() {
    const piece = [...document.querySelectorAll(PIECES)].find((each) => !seen.has(each) && !isFolded(each));
    if (!piece) return;
    seen.add(piece);
    if (piece.getElementsByTagName("*").length <= MOST) piece.style.contentVisibility = "visible";
    requestAnimationFrame(() => idle(drawNext));
  }

  const begin = () => setTimeout(() => idle(drawNext), A_LOOK);
  if (window.document$) window.document$.subscribe(begin);
  else begin();
})();
