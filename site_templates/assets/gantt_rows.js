/* Which rows of a Gantt chart are shown, in which order, under which headings: data in, data out, no page. */
(() => {
  "use strict";

  const OUTLINE = "Outline";
  const GROUPINGS = ["Phase", "Wave", "Role"];
  const LOOSE = { task: "No", milestone: "Milestones", checkpoint: "Checkpoints" };
  const ITEMS = new Set(["task", "milestone", "checkpoint", "rest"]);
  const NOTHING = "–";

  /* A chart as data: its rows with their names, where these lead to, and what the table tells of each. */
  function read(figure) {
    const { axis, rows, links } = JSON.parse(figure.dataset.geometry);
    const table = figure.nextElementSibling?.querySelector("table");
    const columns = [...(table?.querySelectorAll("thead th") ?? [])].map((cell) => cell.textContent);
    const body = table?.tBodies[0]?.rows ?? [];
    const names = figure.querySelectorAll(".pp-gantt__names > li");
    const told = rows.map((row, place) => ({ ...row, place, ...named(names[place]), facts: facts(body[row.cells], columns) }));
    return { axis, links, rows: told };
  }

  function named(item) {
    const link = item?.querySelector("a");
    return {
      label: item?.textContent.trim() ?? "",
      told: item?.title ?? "",
      href: link?.getAttribute("href") ?? "",
      depth: Number(item?.style.getPropertyValue("--depth") ?? 0),
    };
  }

  function facts(cells, columns) {
    return new Map(cells ? columns.map((column, index) => [column, cells.cells[index].textContent]) : []);
  }

  /* The ways to group: the outline of the plan, and whatever divides its tasks into two groups or more. */
  function groupings(rows) {
    const tasks = rows.filter((row) => row.kind === "task");
    const divides = (by) => new Set(tasks.flatMap((row) => groupsOf(row, by))).size > 1;
    return [OUTLINE, ...GROUPINGS.filter(divides)];
  }

  function groupsOf(row, by) {
    if (by === "Role") return row.roles ?? [""];
    const told = row.facts.get(by);
    return [told && told !== NOTHING ? told : ""];
  }

  function arranged(rows, { group, critical }) {
    const kept = (row) => !critical || Boolean(row.critical);
    return group === OUTLINE ? outline(rows, kept) : grouped(rows.filter((row) => ITEMS.has(row.kind) && kept(row)), group);
  }

  /* A heading stays where something below it does. */
  function outline(rows, kept) {
    const below = (place) => {
      const end = rows.findIndex((row, index) => index > place && row.depth <= rows[place].depth);
      return rows.slice(place + 1, end < 0 ? undefined : end);
    };
    const all = rows.every((row) => !ITEMS.has(row.kind) || kept(row));
    const stays = (row, place) => (ITEMS.has(row.kind) ? kept(row) : all || below(place).some((each) => ITEMS.has(each.kind) && kept(each)));
    return rows.filter(stays).map((row) => ({ row, label: row.label, depth: row.depth, heading: !ITEMS.has(row.kind) }));
  }

  function grouped(rows, by) {
    const groups = new Map();
    for (const row of rows) {
      for (const name of groupsOf(row, by)) {
        const key = name || (row.kind === "task" ? `No ${by.toLowerCase()}` : LOOSE[row.kind] ?? row.label);
        groups.set(key, [...(groups.get(key) ?? []), { row, isLoose: !name }]);
      }
    }
    const begin = (members) => Math.min(...members.map(({ row }) => row.begin));
    const rank = ([, members]) => [members.every(({ isLoose }) => isLoose) ? 1 : 0, begin(members)];
    const ordered = [...groups].map((each, place) => [...rank(each), place, each]).sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    return ordered.flatMap(([, , , [label, members]]) => [heading(label, members), ...inOrder(members)]);
  }

  function heading(label, members) {
    const rows = members.map(({ row }) => row);
    const inks = new Set(rows.map((row) => row.ink));
    const span = { begin: Math.min(...rows.map((row) => row.begin)), end: Math.max(...rows.map((row) => row.end)) };
    const ink = inks.size === 1 ? rows[0].ink : "text";
    return { row: { kind: "group", ink, ...span, facts: new Map(), href: "", told: label }, label, depth: 0, heading: true };
  }

  function inOrder(members) {
    const sorted = members.map(({ row }) => row).sort((a, b) => a.begin - b.begin || a.end - b.end || a.place - b.place);
    return sorted.map((row) => ({ row, label: row.label, depth: 1, heading: false }));
  }

  window.planpress = { ...window.planpress, ganttRows: { OUTLINE, arranged, groupings, read } };
})();
