/* The head of a Gantt chart: weeks, days or months, as many of their names as there is room for. */
(() => {
  "use strict";

  const DAY = 86_400_000;
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const LEAST = { Day: 30, Week: 13, Month: 4.5, Fit: 0 };
  const WIDEST = 24_000;
  const LETTER = 7.2;
  const BOLD_LETTER = 8.6;
  const GAP = 6;
  const ROOMY_DAY = 16;

  /* The zooms that a plan allows: months need dates, and no picture is wider than a browser draws well. */
  function zooms(axis) {
    const fits = (name) => LEAST[name] * (axis.last - axis.first) <= WIDEST;
    const known = { Day: axis.days.length > 0, Week: true, Month: Boolean(axis.origin), Fit: true };
    return Object.keys(LEAST).filter((name) => known[name] && fits(name));
  }

  /* The scale of a zoom in a place of some width; whatever the zoom, the width is used. */
  function scaled(axis, zoom, width, margin) {
    const length = axis.last - axis.first;
    const day = Math.max(LEAST[zoom], (width - 2 * margin) / length, 0.2);
    const x = (position) => margin + Math.min(Math.max(position - axis.first, 0), length) * day;
    return { day, x, left: margin, right: margin + length * day, width: 2 * margin + length * day };
  }

  /* Marks with their place, two lines of words, and what they tell in full. */
  function marks(axis, zoom, scale) {
    const crowded = !axis.weeks.every((week) => fits(shortest(week), roomOf(axis, scale)));
    return axis.origin && (zoom === "Month" || crowded) ? months(axis, scale) : weeks(axis, scale);
  }

  const roomOf = (axis, scale) => axis.stride * 7 * scale.day - GAP;
  const shortest = ([, number]) => [`W${number}`, ""];
  const fits = ([name, below], room) => Math.max(name.length * BOLD_LETTER, below.length * LETTER) <= room;

  function weeks(axis, scale) {
    const starts = (dates) => dates.split(" – ")[0];
    const forms = [
      ([, number, dates, iso]) => [`Week ${number}${iso ? ` · ${iso}` : ""}`, dates],
      ([, number, dates]) => [`Week ${number}`, starts(dates)],
      ([, number, dates]) => [`W${number}`, starts(dates)],
    ];
    const form = forms.find((each) => axis.weeks.every((week) => fits(each(week), roomOf(axis, scale)))) ?? shortest;
    let free = -Infinity;
    return axis.weeks.map((week) => {
      const [name, below] = form(week);
      const at = scale.x(week[0]);
      const isNamed = at >= free;
      if (isNamed) free = at + name.length * BOLD_LETTER + GAP;
      const told = ["Week", week[1], week[2], week[3]].filter(Boolean).join(" ");
      return { at: week[0], name: isNamed ? name : "", below: isNamed ? below : "", told };
    });
  }

  function months(axis, scale) {
    const dateOf = (day) => new Date(Date.parse(axis.origin) + day * DAY);
    const found = [];
    for (let day = axis.first; day < axis.last; day += 1) {
      const date = dateOf(day);
      if (day !== axis.first && date.getUTCDate() !== 1) continue;
      found.push({ at: day, month: date.getUTCMonth(), year: date.getUTCFullYear() });
    }
    const stride = [1, 3, 6, 12, 24, 60, 120].find((each) => each * 30 * scale.day >= 5 * LETTER) ?? 240;
    const kept = found.filter(({ month, year }, place) => place === 0 || (year * 12 + month) % stride === 0);
    return kept.map(({ at, month, year }, place) => {
      const next = kept[place + 1]?.at ?? axis.last;
      const isNamed = (next - at) * scale.day >= 4 * LETTER;
      const isNewYear = place === 0 || kept[place - 1].year !== year;
      return { at, name: isNamed ? MONTHS[month] : "", below: isNamed && isNewYear ? String(year) : "", told: `${MONTHS[month]} ${year}` };
    });
  }

  function days(axis, scale) {
    return scale.day >= ROOMY_DAY ? axis.days.map(([at, label, told]) => ({ at, label, told })) : [];
  }

  window.planpress = { ...window.planpress, ganttAxis: { days, marks, scaled, zooms } };
})();
