/* What is far from view is drawn once somebody reads the page and nothing else is to do, a piece at a time: a page that is
   jumped about in, or photographed whole, has no gaps. */
(() => {
  "use strict";

  const PIECES = ".md-content table:not([class]), .pp-table__scroll, .pp-chart__static, .pp-course, .pp-cards, ul.pp-doors, ul.pp-downloads";
  /* Elements; to draw more of them at once would hold up who scrolls just then. */
  const MOST = 1500;
  /* Milliseconds, after which a page that nobody touches is taken for one that is looked at. */
  const A_LONG_LOOK = 10_000;
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

  const begin = () => window.planpress.attention(A_LONG_LOOK).then(() => idle(drawNext));
  if (window.document$) window.document$.subscribe(begin);
  else begin();
})();
