"use strict";
// Walks through the lists, filters by speaker and shows what is known of an item. The page reads without it.
(() => {
  const one = (query, root = document) => root.querySelector(query);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const names = (element, key) => (element.dataset[key] ?? "").split(" ").filter(Boolean);

  const text = one("#text");
  if (!one(".panel")) return; // nothing was found in the text
  const marks = all("#text mark");
  const hints = all("#text [data-of]");
  const groups = all(".group");
  const lists = one("#lists");
  const details = one("#details");
  const body = one("#details-body");
  const status = one("#status");
  const keys = one("#keys");
  const tabs = all("#views a");

  // What can be chosen: a statement, an actor, an event or a place. Each is an item of a list (panel) and some words of
  // the text (carriers), to which its anchors lead.
  const anchorOf = (link) => decodeURIComponent(link.hash.slice(1));
  const carriersOf = (key) => {
    const index = new Map();
    for (const element of all(`#text [data-${key}]`)) {
      for (const id of names(element, key)) index.set(id, [...(index.get(id) ?? []), element]);
    }
    return (id) => index.get(id) ?? [];
  };
  const things = new Map(); // by item
  const statements = new Map(); // by id
  const staged = {}; // by layer, then by id
  const [saying, signs] = [carriersOf("ids"), carriersOf("of")];
  for (const item of all(".statement")) {
    const group = item.closest(".group");
    const { id } = item.dataset;
    const statement = { id, item, panel: "statements", anchors: [`at-${id}`], carriers: [...saying(id), ...signs(id)] };
    Object.assign(statement, group.dataset, { name: one("h3 .name", group).textContent });
    statement.number = Number(item.dataset.number);
    statements.set(id, statement);
    things.set(item, statement);
  }
  for (const panel of all(".panel[data-layer]")) {
    const { layer } = panel.dataset;
    const words = carriersOf(layer);
    staged[panel.id] = { layer, of: new Map() };
    for (const item of all(".entry", panel)) {
      const ids = names(item, "keys");
      const anchors = [...new Set(all("a:not([data-dialog])", item).map(anchorOf))];
      const thing = { item, panel: panel.id, anchors, carriers: ids.flatMap(words), slot: item.dataset.slot };
      thing.name = one(".name", item).textContent;
      for (const id of ids) staged[panel.id].of.set(id, thing);
      things.set(item, thing);
    }
  }
  const inOrder = [...statements.values()].sort((a, b) => a.number - b.number);
  const itemsOf = (panel) => {
    if (panel === "statements") return inOrder.filter(isShown);
    return all(".entry", document.getElementById(panel)).map((item) => things.get(item));
  };
  const chosen = new Set();
  let open = one(".panel").id;
  let current = null;
  let step = 0;

  const isShown = (thing) => chosen.size === 0 || thing.panel !== "statements" || chosen.has(thing.voice);
  const shown = (ids) => ids.map((id) => statements.get(id)).filter(isShown);
  const position = (thing) => {
    if (thing.number) return [thing.number, inOrder.length];
    const items = itemsOf(thing.panel);
    return [items.indexOf(thing) + 1, items.length];
  };
  const set = (element, key, value) => {
    if (value === undefined || value === "") delete element.dataset[key];
    else element.dataset[key] = value;
  };
  const say = (pattern, values) => {
    status.textContent = pattern.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  };

  // The innermost shown statement gives a piece its colour, the one around it the line below.
  function paint() {
    for (const mark of marks) {
      const layers = shown(names(mark, "ids"));
      const label = shown(names(mark, "begins")).map((statement) => statement.mark).join(" ");
      set(mark, "slot", layers.at(-1)?.slot ?? "off");
      set(mark, "outer", layers.at(-2)?.slot);
      set(mark, "label", label);
      set(mark, "size", label && String(Math.min(label.length, 6)));
    }
    for (const hint of hints) hint.classList.toggle("off", shown(names(hint, "of")).length === 0);
    for (const group of groups) group.hidden = chosen.size > 0 && !chosen.has(group.dataset.voice);
  }

  function light(thing, on, kind) {
    for (const carrier of thing.carriers) carrier.classList.toggle(kind, on);
  }

  function show(thing) {
    body.replaceChildren();
    one("#details-prompt").hidden = thing !== null;
    one("#close-details").hidden = current === null;
    details.classList.toggle("filled", thing !== null);
    one("#details-place").textContent = thing ? position(thing).join(" / ") : "";
    set(details, "slot", thing?.slot);
    if (!thing) return;
    for (const part of thing.item.children) {
      const copy = part.cloneNode(true);
      for (const marked of [copy, ...all("[aria-current]", copy)]) marked.removeAttribute("aria-current");
      body.append(copy);
    }
  }

  function select(thing, { focus = true, at = 0 } = {}) {
    if (current !== null) {
      light(current, false, "current");
      for (const element of all("[aria-current]")) element.removeAttribute("aria-current");
    }
    current = thing;
    step = at;
    show(thing);
    if (thing === null) return;
    openPanel(thing.panel);
    light(thing, true, "current");
    for (const carrier of thing.carriers) if (carrier.matches("mark")) carrier.setAttribute("aria-current", "true");
    one("a", thing.item).setAttribute("aria-current", "true");
    const [n, total] = position(thing);
    say(thing.number ? status.dataset.at : status.dataset.atItem, { n, total, speaker: thing.name, name: thing.name });
    const target = document.getElementById(thing.anchors[at]);
    if (focus) target.focus({ preventScroll: true });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const long = one(".long") !== null; // there, what is far off gets its height only when it comes near
    const reveal = (behavior) => target.scrollIntoView({ block: "center", behavior });
    reveal(calm || long ? "auto" : "smooth");
    if (long) requestAnimationFrame(() => requestAnimationFrame(() => reveal("auto")));
    revealInList(thing.item);
    const words = thing.item.dataset.quote; // by which a server finds them again when the ids have changed
    const query = words ? `?quote=${words}` : location.search.startsWith("?quote=") ? location.pathname : "";
    history.replaceState(null, "", `${query}#${encodeURIComponent(thing.anchors[at])}`);
  }

  // Only where the list scrolls by itself: on a phone this would carry the reader away from the passage.
  function revealInList(item) {
    if (lists.scrollHeight <= lists.clientHeight + 1) return;
    const [box, frame] = [item.getBoundingClientRect(), lists.getBoundingClientRect()];
    if (box.top < frame.top || box.bottom > frame.bottom) lists.scrollTop += box.top - frame.top - frame.height / 3;
  }

  function openPanel(id) {
    if (open === id && text.dataset.view) return;
    open = id;
    text.dataset.view = id;
    status.textContent = "";
    for (const panel of all(".panel")) panel.hidden = tabs.length > 0 && panel.id !== id;
    for (const tab of tabs) {
      const isOpen = anchorOf(tab) === id;
      tab.setAttribute("aria-selected", String(isOpen));
      tab.tabIndex = isOpen ? 0 : -1;
    }
    lists.scrollTop = 0;
  }

  function walk(by) {
    const items = itemsOf(open);
    if (items.length === 0) return;
    const at = items.indexOf(current);
    select(items[at < 0 ? (by > 0 ? 0 : items.length - 1) : (at + by + items.length) % items.length]);
  }

  function filter(voice) {
    if (voice === null) chosen.clear();
    else if (!chosen.delete(voice)) chosen.add(voice);
    for (const button of all("#legend button")) {
      button.setAttribute("aria-pressed", String(chosen.has(button.dataset.voice)));
    }
    if (current !== null && !isShown(current)) select(null);
    paint();
    say(status.dataset.shown, { n: inOrder.filter(isShown).length, total: inOrder.length });
  }

  function close() {
    if (current !== null) select(null);
    else if (chosen.size > 0) filter(null);
  }

  for (const chip of all("#legend .chip")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "chip";
    button.setAttribute("aria-pressed", "false");
    Object.assign(button.dataset, chip.dataset);
    button.append(...chip.childNodes);
    chip.replaceWith(button);
    button.addEventListener("click", () => {
      openPanel("statements");
      filter(button.dataset.voice);
    });
  }

  // What the open list has at a place of the text, innermost first.
  function thingsAt(place) {
    if (open === "statements") {
      const mark = place.closest("mark");
      return mark ? shown(names(mark, "ids")).reverse() : [];
    }
    const { layer, of } = staged[open];
    const word = place.closest(`[data-${layer}]`);
    return word ? [...new Set(names(word, layer).map((id) => of.get(id)))] : [];
  }

  // A click on what is chosen goes on to what lies around it, so that every layer can be reached.
  text.addEventListener("click", (event) => {
    if (!getSelection().isCollapsed) return;
    const layers = thingsAt(event.target);
    if (layers.length > 0) select(layers[(layers.indexOf(current) + 1) % layers.length], { focus: false });
  });

  if (matchMedia("(hover: hover)").matches) {
    let hovered = null;
    const hover = (thing) => {
      if (thing === hovered) return;
      if (hovered !== null) light(hovered, false, "hovered");
      hovered = thing;
      if (thing === null) return;
      light(thing, true, "hovered");
      show(thing);
    };
    // Only where the pointer really moves: a text that scrolls under a resting mouse must not undo a walk by keys.
    text.addEventListener("mousemove", (event) => {
      if (event.movementX === 0 && event.movementY === 0) return;
      hover(thingsAt(event.target)[0] ?? null);
    });
    text.addEventListener("mouseleave", () => {
      hover(null);
      show(current);
    });
  }

  // A link leads to the words that it names, or on to the next ones where it is that of the chosen item.
  one("aside").addEventListener("click", (event) => {
    const link = event.target.closest("#lists a, #details a");
    if (!link || link.matches("[data-dialog]")) return;
    event.preventDefault();
    const thing = statements.get(link.dataset.goto) ?? things.get(link.closest("li.statement, li.entry")) ?? current;
    if (!isShown(thing)) filter(null);
    const isTitle = link.closest(".title") !== null;
    const at = isTitle && thing === current ? (step + 1) % thing.anchors.length : thing.anchors.indexOf(anchorOf(link));
    select(thing, { at: Math.max(0, at) });
  });
  one("#close-details").addEventListener("click", () => select(null));
  if (!window.wederhoorKey) { // else the page around this one does it
    one("#show-keys").addEventListener("click", () => keys.showModal());
    one("#close-keys").addEventListener("click", () => keys.close());
  }

  for (const [at, tab] of tabs.entries()) {
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", anchorOf(tab));
    const panel = document.getElementById(anchorOf(tab));
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      if (current !== null) select(null);
      openPanel(anchorOf(tab));
    });
    tab.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!by) return;
      const next = tabs[(at + by + tabs.length) % tabs.length];
      next.focus();
      next.click();
    });
  }
  if (tabs.length > 0) one("#views").setAttribute("role", "tablist");

  const actions = { j: () => walk(1), k: () => walk(-1), "?": () => keys.showModal(), Escape: close };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key !== "Escape" && !one("#keys-on").checked) return;
    const action = actions[window.wederhoorKey?.(event.key) ?? event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  document.documentElement.classList.add("live");
  for (const id of ["show-keys", "details", "filter-hint"]) {
    const element = document.getElementById(id);
    if (element) element.hidden = false;
  }
  openPanel(open);
  show(null);
  const linked = all("#lists a, #views a").find((link) => link.hash && link.hash === location.hash);
  const item = linked?.closest("li.statement, li.entry");
  if (item) select(things.get(item), { focus: false, at: things.get(item).anchors.indexOf(anchorOf(linked)) });
  else if (linked) openPanel(anchorOf(linked));
})();
