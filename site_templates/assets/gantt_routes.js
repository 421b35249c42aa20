/* Ways for arrows between the rows of a Gantt chart: along the gaps between rows, and down where no bar stands, beside
   the arrows of other tasks rather than over them. */
(() => {
  "use strict";

  const CLEAR = 3;
  const LANE = 4;
  const LANES = 12;
  const TRACKS = 5;
  const APART = 1.6;
  const FROM_START = new Set(["SS", "SF"]);
  const TO_FINISH = new Set(["FF", "SF"]);

  /* `lines` tells the height of a row, the height of the head, the extent of every bar, and the edges of the plot. */
  function ways(links, places, lines) {
    const tracks = new Map();
    for (const link of links) if (!tracks.has(link.from)) tracks.set(link.from, (tracks.size % TRACKS) - (TRACKS - 1) / 2);
    const drawn = [...links].sort((a, b) => Number(a.critical ?? false) - Number(b.critical ?? false));
    const drops = [];
    return drawn.flatMap((link) =>
      pairs(places.get(link.from), places.get(link.to)).map(([from, to]) => {
        const [source, target] = ends(link, from, to, lines);
        return { link, from, to, target, points: route(source, target, { ...lines, drops }, tracks.get(link.from)) };
      }),
    );
  }

  /* A task that stands in several groups has its arrows where both ends are nearest. */
  function pairs(sources, targets) {
    if (!sources || !targets) return [];
    const near = (source) => targets.reduce((best, each) => (Math.abs(each - source) < Math.abs(best - source) ? each : best));
    return sources.map((source) => [source, near(source)]);
  }

  function ends(link, from, to, lines) {
    const kind = link.link ?? "FS";
    const [out, into] = [lines.bars[from], lines.bars[to]];
    const begins = FROM_START.has(kind);
    const finishes = TO_FINISH.has(kind);
    return [
      { row: from, x: begins ? out[0] : out[1], side: begins ? -1 : 1 },
      { row: to, x: finishes ? into[1] : into[0], side: finishes ? 1 : -1 },
    ];
  }

  function route(source, target, lines, track) {
    const shift = track * APART;
    const stub = 7 + track * 1.2;
    const isDown = target.row > source.row;
    const above = (row) => row * lines.height;
    const leave = above(isDown ? source.row + 1 : source.row) + shift;
    const arrive = above(isDown ? target.row : target.row + 1) + shift;
    const [first, last] = isDown ? [source.row, target.row] : [target.row, source.row];
    const between = lines.bars.slice(first + 1, last).filter(Boolean);
    const held = (x) => Math.min(Math.max(x, lines.left), lines.right);
    const out = held(source.x + source.side * stub);
    const into = held(target.x + target.side * stub);
    const drop = { task: source.row, top: Math.min(leave, arrive), bottom: Math.max(leave, arrive) };
    const across = freeColumn(out, into, between, lines, drop);
    lines.drops.push({ ...drop, x: across });
    const [start, end] = [above(source.row + 0.5), above(target.row + 0.5)];
    const points = [[source.x, start], [out, start], [out, leave], [across, leave], [across, arrive], [into, arrive], [into, end], [target.x, end]];
    return withoutRepeats(points);
  }

  /* The column nearest to both ends in which neither a bar of the rows between nor another task's arrow stands; where
     there is no room beside other arrows one over them. The arrows of one task may run together. */
  function freeColumn(out, into, bars, { left, right, drops }, drop) {
    const beside = bars.flatMap(([begin, end]) => [begin - 2 * CLEAR, end + 2 * CLEAR]);
    const far = (x) => Math.abs(out - x) + Math.abs(x - into);
    const isFree = (x) => left <= x && x <= right && !bars.some(([begin, end]) => begin - CLEAR < x && x < end + CLEAR);
    const wanted = [into, out, ...beside, left, right].filter(isFree).sort((a, b) => far(a) - far(b));
    const others = drops.filter((each) => each.task !== drop.task && each.top < drop.bottom && drop.top < each.bottom);
    const isAlone = (x) => !others.some((each) => Math.abs(each.x - x) < LANE - 1);
    const lanes = wanted.slice(0, LANES).flatMap((x) => lanesBeside(x).filter(isFree));
    const alone = lanes.filter(isAlone).sort((a, b) => far(a) - far(b))[0];
    const [near = left] = wanted;
    return alone !== undefined && far(alone) <= far(near) + 2 * LANES * LANE ? alone : near;
  }

  function lanesBeside(x) {
    const steps = Array.from({ length: LANES }, (_, number) => (number + 1) * LANE);
    return [x, ...steps.flatMap((step) => [x - step, x + step])];
  }

  function withoutRepeats(points) {
    const kept = [];
    for (const point of points) {
      const [before, last] = kept.slice(-2);
      if (last && samePlace(last, point)) continue;
      if (last && before !== last && inLine(before, last, point)) kept.pop();
      kept.push(point);
    }
    return kept;
  }

  function samePlace(one, other) {
    return one[0] === other[0] && one[1] === other[1];
  }

  function inLine(first, second, third) {
    const along = (a, b) => first[a] === second[a] && second[a] === third[a] && (second[b] - first[b]) * (third[b] - second[b]) >= 0;
    return along(0, 1) || along(1, 0);
  }

  window.planpress = { ...window.planpress, ganttRoutes: { ways } };
})();
