/* What nobody misses on a page that was just opened waits until somebody does something on it, or has looked at it for
   a while: the browser is free for who scrolls or types at once. */
(() => {
  "use strict";

  const PRESSES = ["pointerdown", "touchstart"];
  const SIGNS = [...PRESSES, "pointermove", "wheel", "scroll", "keydown", "focusin"];
  /* Milliseconds, after which a press is done: nothing moves away from under a finger. */
  const A_TAP = 400;

  function firstSign() {
    return new Promise((resolve) => {
      function hear({ type }) {
        for (const name of SIGNS) removeEventListener(name, hear, true);
        setTimeout(resolve, PRESSES.includes(type) ? A_TAP : 0);
      }
      for (const name of SIGNS) addEventListener(name, hear, { capture: true, passive: true });
    });
  }

  const sign = firstSign();
  const passed = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  /* Fulfilled at the first sign of a reader, at the latest after so many milliseconds. */
  const attention = (milliseconds) => Promise.race([sign, passed(milliseconds)]);

  let pressed = -Infinity;
  for (const name of PRESSES) {
    addEventListener(name, () => (pressed = performance.now()), { capture: true, passive: true });
  }

  /* Fulfilled as soon as no finger is at work: whatever takes something's place waits for it. */
  async function untouched() {
    let left = pressed + A_TAP - performance.now();
    while (left > 0) {
      await passed(left);
      left = pressed + A_TAP - performance.now();
    }
  }

  window.planpress = { ...window.planpress, attention, untouched };
})();
