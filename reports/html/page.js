// What a page can do beyond its links: filter by severity, walk with the keys, sort the overview. Without it everything can be read.
"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const severities = ["critical", "major", "minor", "neutral"];
  let current = null;

  const parts = (n) => all(`mark[data-n="${n}"]`);
  const entry = (n) => document.getElementById("n" + n);
  const anchor = (n) => parts(n)[0] || document.getElementById("f" + n);

  // Makes the finding the current one and brings it into view at both places; the one that was clicked does not move.
  function show(n, clicked) {
    all(".current").forEach((element) => element.classList.remove("current"));
    current = n;
    parts(n).forEach((mark) => mark.classList.add("current"));
    const item = entry(n);
    if (item) item.classList.add("current");
    if (item && clicked !== "list") item.scrollIntoView({ block: "nearest" });
    const place = anchor(n);
    if (place && clicked !== "article") place.scrollIntoView({ block: "center" });
  }

  function clear() {
    all(".current").forEach((element) => element.classList.remove("current"));
    current = null;
  }

  function visible() {
    const order = (item) => item.dataset.n.split("-").map(Number);
    return all(".places li[data-n]")
      .filter((item) => item.offsetParent !== null)
      .sort((a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1])
      .map((item) => item.dataset.n);
  }

  function step(by) {
    const list = visible();
    if (list.length === 0) return;
    const at = list.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1);
    show(list[next]);
  }

  function toggleWhy() {
    const item = current && entry(current);
    const why = item && item.closest(".card").querySelector("details");
    if (why) why.open = !why.open;
  }

  function onClick(event) {
    const link = event.target.closest("mark a, .places a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const inArticle = link.closest("mark");
    show((inArticle || link.closest("li")).dataset.n, inArticle ? "article" : "list");
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const does = { j: () => step(1), k: () => step(-1), w: toggleWhy, Escape: clear }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  }

  function addFilter() {
    const top = document.querySelector(".top");
    const counts = severities.map((name) => [name, all(`.card.${name} .places li`).length]).filter((pair) => pair[1] > 0);
    if (!top || counts.length === 0) return;
    const tools = document.createElement("div");
    tools.className = "tools";
    tools.setAttribute("role", "group");
    tools.setAttribute("aria-label", "Show findings by severity");
    for (const [name, count] of counts) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "count " + name;
      button.textContent = `${name} ${count}`;
      button.setAttribute("aria-pressed", "true");
      button.addEventListener("click", () => {
        const hidden = document.body.classList.toggle("hide-" + name);
        button.setAttribute("aria-pressed", String(!hidden));
      });
      tools.append(button);
    }
    const keys = document.createElement("span");
    keys.className = "keys";
    for (const [key, what] of [["j", "next"], ["k", "previous"], ["w", "why"]]) {
      const cap = document.createElement("kbd");
      cap.textContent = key;
      keys.append(cap, ` ${what}  `);
    }
    tools.append(keys);
    top.append(tools);
    document.body.classList.add("filtered");
  }

  // A column of numbers sorts by them, the greatest first; any other by its words.
  function sortBy(table, column, head) {
    const body = table.tBodies[0];
    const numeric = head.classList.contains("num");
    const before = head.getAttribute("aria-sort");
    const descending = before ? before === "ascending" : numeric;
    const value = (row) => (numeric ? Number(row.cells[column].dataset.value) : row.cells[column].textContent);
    const compare = numeric ? (a, b) => value(a) - value(b) : (a, b) => value(a).localeCompare(value(b));
    const rows = Array.from(body.rows).sort((a, b) => (descending ? compare(b, a) : compare(a, b)));
    all("th[aria-sort]", table).forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    body.append(...rows);
  }

  function addSorting() {
    for (const table of all("table.index"))
      Array.from(table.tHead.rows[0].cells).slice(0, -1).forEach((head, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => sortBy(table, column, head));
      });
  }

  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  addFilter();
  addSorting();
})();
