// What a page can do beyond its links: filter by severity and category, walk with the keys, sort the overview. Without it everything
// can be read.
"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const make = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text });
  const facets = ["severity", "category"];
  const chosen = { severity: new Set(), category: new Set() }; // empty: all
  const cards = all(".card");
  const marks = all("mark");
  const items = new Map(); // entries of the list by number, in the order in which they stand
  const places = new Map(); // marks by the number of a finding that they are part of
  let current = null;
  let status = null;
  let reset = null;

  all(".places li").forEach((item) => items.set(item.dataset.n, item));
  for (const mark of marks)
    for (const n of mark.dataset.n.split(" ")) places.set(n, (places.get(n) || []).concat(mark));

  const cardOf = (n) => items.get(n).closest(".card");
  const target = (item) => item.querySelector("a") || item;

  // ---- the current finding

  function unmark() {
    all(".current").forEach((element) => element.classList.remove("current"));
  }

  // Makes the finding the current one and brings it into view at both places; the one that was clicked does not move. Where the list
  // is not beside the article but below it, only one of them can be seen: the other one than was clicked, else the list.
  function show(n, clicked) {
    const item = items.get(n);
    const place = (places.get(n) || [])[0] || document.getElementById("f" + n);
    const beside = getComputedStyle(item.closest(".findings")).position === "sticky";
    unmark();
    current = n;
    item.classList.add("current");
    (places.get(n) || []).forEach((mark) => mark.classList.add("current"));
    const fold = item.closest("details");
    if (fold) fold.open = true;
    if (clicked === "list" && place && !beside) target(place.closest("mark") || place).focus({ preventScroll: true });
    else target(item).focus({ preventScroll: true });
    if (clicked !== "list") item.scrollIntoView({ block: beside ? "nearest" : "center" });
    if (clicked !== "article" && place && (beside || clicked)) place.scrollIntoView({ block: "center" });
  }

  // The entries that can be seen, from the top: what is filtered out or folded is passed over.
  function visible() {
    return Array.from(items.keys()).filter((n) => {
      const fold = items.get(n).closest("details");
      return !cardOf(n).hidden && (!fold || fold.open);
    });
  }

  function step(by) {
    const list = visible();
    if (list.length === 0) return;
    const at = list.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1);
    show(list[next]);
  }

  function toggleWhy() {
    const card = current ? cardOf(current) : document.activeElement.closest(".card");
    const why = card && card.querySelector("details.why");
    if (why) why.open = !why.open;
  }

  // First the current finding is let go, then the filters.
  function escape() {
    document.activeElement.blur();
    if (current) unmark();
    else clearFilters();
    current = null;
  }

  function toFilter() {
    const first = document.querySelector(".tools button");
    if (first) first.focus();
  }

  function onClick(event) {
    const link = event.target.closest("mark a, .places a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const number = event.target.closest("sup[data-n]"); // of findings that end together each has its own
    const n = number ? number.dataset.n : link.getAttribute("href").slice(2);
    if (!items.has(n)) return;
    event.preventDefault();
    show(n, link.closest("mark") ? "article" : "list");
  }

  const keys = new Map([["j", () => step(1)], ["k", () => step(-1)], ["w", toggleWhy], ["f", toFilter], ["/", toFilter], ["Escape", escape]]);

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys.has(event.key) || cards.length === 0) return;
    event.preventDefault();
    keys.get(event.key)();
  }

  // ---- filters

  const passes = (card, facet) => chosen[facet].size === 0 || chosen[facet].has(card.dataset[facet]);
  const size = (card) => all(".places li", card).length;

  // A mark shows the first of its findings that is not filtered out: its colour, its link.
  function turn(mark) {
    const numbers = mark.dataset.n.split(" ");
    const n = numbers.find((one) => !cardOf(one).hidden);
    const link = mark.querySelector("a");
    mark.classList.toggle("off", !n);
    all("sup", mark).forEach((sup) => (sup.hidden = cardOf(sup.dataset.n).hidden));
    link.tabIndex = n ? 0 : -1;
    if (!n) {
      link.removeAttribute("title");
      return;
    }
    const card = cardOf(n);
    mark.classList.remove("critical", "major", "minor", "neutral");
    mark.classList.add(card.dataset.severity);
    link.href = "#n" + n;
    link.title = n === numbers[0] ? mark.dataset.title : card.dataset.category; // a card's message quotes one of its places
  }

  // The number on a button is how many findings it would show beside what the other filter lets through.
  function count(button) {
    const { facet, value } = button.dataset;
    const other = facets.find((one) => one !== facet);
    const n = cards.filter((card) => card.dataset[facet] === value && passes(card, other)).reduce((sum, card) => sum + size(card), 0);
    button.querySelector(".n").textContent = String(n);
    button.classList.toggle("empty", n === 0);
  }

  function apply() {
    let shown = 0;
    for (const card of cards) {
      card.hidden = !facets.every((facet) => passes(card, facet));
      if (!card.hidden) shown += size(card);
    }
    marks.forEach(turn);
    all(".tools button[data-facet]").forEach((button) => {
      button.setAttribute("aria-pressed", String(chosen[button.dataset.facet].has(button.dataset.value)));
      count(button);
    });
    const filtered = facets.some((facet) => chosen[facet].size > 0);
    status.textContent = filtered ? `${shown} of ${items.size} findings shown` : "";
    reset.hidden = !filtered;
    if (current && cardOf(current).hidden) {
      unmark();
      current = null;
    }
  }

  function clearFilters() {
    if (!reset || reset.hidden) return;
    facets.forEach((facet) => chosen[facet].clear());
    apply();
  }

  function press(button) {
    const set = chosen[button.dataset.facet];
    if (!set.delete(button.dataset.value)) set.add(button.dataset.value);
    apply();
  }

  // A row of buttons, one for each value that occurs.
  function addFacet(tools, facet, values) {
    const row = make("div", "facet", "");
    const buttons = make("div", "buttons", "");
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", `Show only findings of this ${facet}`);
    row.append(make("span", "label", facet[0].toUpperCase() + facet.slice(1)), buttons);
    for (const value of values) {
      const button = make("button", facet === "severity" ? "count " + value : "", value + " ");
      button.type = "button";
      button.dataset.facet = facet;
      button.dataset.value = value;
      button.append(make("span", "n", ""));
      button.addEventListener("click", () => press(button));
      buttons.append(button);
    }
    tools.append(row);
  }

  function addKeys(tools) {
    const line = make("p", "keys", "");
    for (const [key, what] of [["j", "next"], ["k", "previous"], ["w", "why"], ["f", "filter"], ["Esc", "clear"]]) {
      const pair = make("span", "", ` ${what}`);
      pair.prepend(make("kbd", "", key));
      line.append(pair);
    }
    line.title = "next and previous follow the list, the most important first; what is filtered out or folded is passed over";
    tools.append(line);
  }

  function addTools() {
    if (cards.length === 0) return;
    // Below what is said of the one article, or, for they filter all of them, of the file.
    const above = document.querySelector(all(".document").length === 1 ? ".about" : ".top");
    const sum = new Map();
    cards.forEach((card) => sum.set(card.dataset.category, (sum.get(card.dataset.category) || 0) + size(card)));
    const categories = Array.from(sum.keys()).sort((a, b) => sum.get(b) - sum.get(a) || (a < b ? -1 : 1));
    const tools = make("div", "tools", "");
    addFacet(tools, "severity", ["critical", "major", "minor", "neutral"].filter((one) => cards.some((card) => card.dataset.severity === one)));
    addFacet(tools, "category", categories);
    const line = make("div", "line", "");
    status = make("span", "status", "");
    status.setAttribute("role", "status");
    reset = make("button", "reset", "show all");
    reset.type = "button";
    reset.addEventListener("click", () => {
      clearFilters();
      toFilter(); // the button that had the focus is gone
    });
    line.append(status, reset);
    addKeys(line);
    tools.append(line);
    above.append(tools);
    document.body.classList.add("filtered");
    marks.forEach((mark) => (mark.dataset.title = mark.querySelector("a").title));
    items.forEach((item) => item.querySelector("a") || (item.tabIndex = -1));
    apply();
  }

  // ---- the overview

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
      Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
        if (head.classList.contains("fixed")) return;
        const button = make("button", "", "");
        button.type = "button";
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => sortBy(table, column, head));
      });
  }

  // Paper cannot be unfolded.
  const folds = all("details.more");
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = folds.filter((fold) => !fold.open);
    closed.forEach((fold) => (fold.open = true));
  });
  addEventListener("afterprint", () => closed.forEach((fold) => (fold.open = false)));

  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  addTools();
  addSorting();
  const opened = location.hash.slice(2);
  if (items.has(opened)) show(opened, location.hash[1] === "f" ? "article" : "list");
})();
