"use strict";
// Walks through the lists, filters by speaker and shows what is known of an item. The page reads without it.
(() => {
  const one = (query, root = document) => root.querySelector(query);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const names = (element, key) => (element.dataset[key] ?? "").split(" ").filter(Boolean);

  const text = one("#text");
  if (!one(".panel")) return; // nothing was found in the text
  const lists = one("#lists");
  const details = one("#details");
  const body = one("#details-body");
  const status = one("#status");
  const keys = one("#keys");
  const tabs = all("#views a");

  // What can be chosen: a statement, an actor, an event or a place. Each is an item of a list (panel) and some words of
  // the text (carriers), to which its anchors lead. A long text is there in parts, each with lists of its own (a sheet), of which
  // those of the part that is read stand beside the text; a short one is part 0.
  const anchorOf = (link) => decodeURIComponent(link.hash.slice(1));
  const leadsHere = (link) => link.hash !== "" && link.pathname === location.pathname;
  const partOf = (link) => Number(new URLSearchParams(link.getAttribute("href").split("#")[0]).get("part"));
  const partAt = (place) => Number(place.closest(".part")?.dataset.part ?? 0);
  const things = new Map(); // by item
  const statements = new Map(); // by id
  const sheets = new Map(); // by part
  const more = {}; // what parts.js does where there are parts: reach(part), walk(by), filter(voices)
  let here = Number(one("#text .part")?.dataset.part ?? 0);

  function carriersIn(words, key) {
    const index = new Map();
    for (const element of all(`[data-${key}]`, words)) {
      for (const id of names(element, key)) index.set(id, [...(index.get(id) ?? []), element]);
    }
    return (id) => index.get(id) ?? [];
  }

  // A statement is one, also where two parts have words of it, or the list of its speaker has it as well.
  function register(part, words, root) {
    const [saying, signs] = [carriersIn(words, "ids"), carriersIn(words, "of")];
    for (const item of all(".statement", root)) {
      const { id, number, sign } = item.dataset;
      const group = item.closest(".group");
      const home = Number(item.dataset.part ?? part);
      const statement = statements.get(id) ?? {
        id, items: [], panel: "statements", anchors: [{ name: `at-${id}`, part: home }], carriers: [], part: home,
        ...group.dataset, name: one("h3 .name", group).textContent, number: Number(number), sign: sign ?? "",
      };
      statement.items.push(item);
      statement.carriers.push(...saying(id), ...signs(id));
      statements.set(id, statement);
      things.set(item, statement);
    }
    const staged = {};
    for (const panel of all(".panel[data-layer]", root)) {
      const { layer } = panel.dataset;
      const found = carriersIn(words, layer);
      staged[panel.id] = { layer, of: new Map() };
      for (const item of all(".entry", panel)) {
        const ids = names(item, "keys");
        const anchors = new Map();
        for (const link of all("a:not([data-dialog])", item).filter(leadsHere)) {
          anchors.set(anchorOf(link), { name: anchorOf(link), part: partOf(link) || part });
        }
        const thing = { items: [item], panel: panel.id, anchors: [...anchors.values()], carriers: ids.flatMap(found), part };
        thing.slot = item.dataset.slot;
        thing.name = one(".name", item).textContent;
        for (const id of ids) staged[panel.id].of.set(id, thing);
        things.set(item, thing);
      }
    }
    inOrder = [...statements.values()].sort((a, b) => a.number - b.number);
    return { nodes: [...root.children], staged };
  }
  let inOrder = [];
  sheets.set(here, register(here, text, lists));
  const total = () => Number(text.dataset.total ?? inOrder.length);
  const itemOf = (thing) => thing.items.find((item) => item.isConnected) ?? thing.items[0];
  const itemsOf = (panel) => {
    if (panel === "statements") return inOrder.filter(isShown);
    return all(".entry", document.getElementById(panel) ?? text).map((item) => things.get(item));
  };
  const chosen = new Set();
  let open = one(".panel").id;
  let current = null;
  let step = 0;

  const isShown = (thing) => chosen.size === 0 || thing.panel !== "statements" || chosen.has(thing.voice);
  const shown = (ids) => ids.map((id) => statements.get(id)).filter((one) => one && isShown(one));
  const position = (thing) => {
    if (thing.number) return [thing.number, total()];
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
    for (const mark of all("#text mark")) {
      const layers = shown(names(mark, "ids"));
      const label = shown(names(mark, "begins")).map((statement) => statement.mark + statement.sign).join(" ");
      const wide = label.split("✕").length - 1; // a sign as wide as two figures
      set(mark, "slot", layers.at(-1)?.slot ?? "off");
      set(mark, "outer", layers.at(-2)?.slot);
      set(mark, "label", label);
      set(mark, "size", label && String(Math.min(label.length + wide, 6)));
    }
    for (const hint of all("#text [data-of]")) hint.classList.toggle("off", shown(names(hint, "of")).length === 0);
    for (const group of all(".group")) group.hidden = chosen.size > 0 && !chosen.has(group.dataset.voice);
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
    for (const part of itemOf(thing).children) {
      const copy = part.cloneNode(true);
      for (const marked of [copy, ...all("[aria-current]", copy)]) marked.removeAttribute("aria-current");
      body.append(copy);
    }
  }

  function point(thing, on) { // what is chosen, for who hears it
    for (const element of [...thing.carriers.filter((one) => one.matches("mark")), ...thing.items.map((item) => one("a", item))]) {
      if (on) element.setAttribute("aria-current", "true");
      else element.removeAttribute("aria-current");
    }
  }

  let asked = 0;
  async function fetched(anchor, thing, focus) {
    asked += 1;
    const own = asked;
    if (!(await more.reach?.(anchor.part)) || own !== asked) return;
    const has = (other) => other.panel === thing.panel && other.part === anchor.part && other.anchors.some(({ name }) => name === anchor.name);
    const found = [...things.values()].find(has);
    if (found && document.getElementById(anchor.name)) {
      select(found, { focus, at: found.anchors.findIndex(({ name }) => name === anchor.name) });
    }
  }

  function select(thing, { focus = true, at = 0 } = {}) {
    const anchor = thing?.anchors[at];
    const target = anchor && document.getElementById(anchor.name);
    if (thing && !target && focus) return void fetched(anchor, thing, focus);
    asked += 1;
    if (current !== null) {
      light(current, false, "current");
      point(current, false);
    }
    current = thing;
    step = at;
    if (thing !== null && !thing.items.some((item) => item.isConnected)) showSheet(thing.part);
    show(thing);
    if (thing === null) return;
    openPanel(thing.panel);
    light(thing, true, "current");
    point(thing, true);
    const [n, all_] = position(thing);
    say(thing.number ? status.dataset.at : status.dataset.atItem, { n, total: all_, speaker: thing.name, name: thing.name });
    if (target) {
      if (focus) target.focus({ preventScroll: true });
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const long = one(".long") !== null || here > 0; // there, what is far off gets its height only when it comes near
      const reveal = (behavior) => target.scrollIntoView({ block: "center", behavior });
      reveal(calm || long ? "auto" : "smooth");
      if (long) requestAnimationFrame(() => requestAnimationFrame(() => current === thing && reveal("auto")));
    }
    revealInList(itemOf(thing));
    const words = itemOf(thing).dataset.quote; // by which a server finds them again when the ids have changed
    const plain = here > 0 ? `?part=${anchor.part}` : location.search.startsWith("?quote=") ? location.pathname : "";
    history.replaceState(null, "", `${words ? `?quote=${words}` : plain}#${encodeURIComponent(anchor.name)}`);
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
    for (const tab of tabs) {
      const isOpen = anchorOf(tab) === id;
      tab.setAttribute("aria-selected", String(isOpen));
      tab.tabIndex = isOpen ? 0 : -1;
    }
    hang();
  }

  function hang() { // of the lists that stand there, the open one is seen
    for (const panel of all(".panel")) {
      panel.hidden = tabs.length > 0 && panel.id !== open;
      if (tabs.length === 0) continue;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", `tab-${panel.id}`);
    }
    lists.scrollTop = 0;
  }

  // The lists of a part; where speakers are chosen, with all that these say anywhere.
  function showSheet(part) {
    const sheet = sheets.get(part);
    if (!sheet) return;
    here = part;
    const own = more.spoken ? [more.spoken, ...sheet.nodes.filter((node) => node.id !== "statements")] : sheet.nodes;
    lists.replaceChildren(...own);
    hang();
  }

  function walk(by) {
    if (more.walk?.(by)) return;
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
    if (more.filter) more.filter(chosen);
    else tellShown();
  }

  function tellShown() {
    say(status.dataset.shown, { n: chosen.size === 0 ? total() : inOrder.filter(isShown).length, total: total() });
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
    const { layer, of } = sheets.get(partAt(place))?.staged[open] ?? {};
    const word = layer && place.closest(`[data-${layer}]`);
    return word ? [...new Set(names(word, layer).map((id) => of.get(id)).filter(Boolean))] : [];
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
    if (!link || link.matches("[data-dialog]") || !leadsHere(link)) return;
    event.preventDefault();
    if (link.matches(".voice-off")) return filter(null);
    const thing = statements.get(link.dataset.goto) ?? things.get(link.closest("li.statement, li.entry")) ?? current;
    if (link.dataset.goto && !statements.has(link.dataset.goto)) { // in a part that is not there yet
      return void fetched({ name: anchorOf(link), part: partOf(link) }, { panel: "statements" }, true);
    }
    if (!isShown(thing)) filter(null);
    const isTitle = link.closest(".title") !== null;
    const named = thing.anchors.findIndex(({ name }) => name === anchorOf(link));
    select(thing, { at: isTitle && thing === current ? (step + 1) % thing.anchors.length : Math.max(0, named) });
  });
  one("#close-details").addEventListener("click", () => select(null));
  if (!window.wederhoorKey) { // else the page around this one does it
    one("#show-keys").addEventListener("click", () => keys.showModal());
    one("#close-keys").addEventListener("click", () => keys.close());
  }

  for (const [at, tab] of tabs.entries()) {
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", anchorOf(tab));
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
  function begin() { // with what the address names; whether it names what is there
    const links = all("#lists a, #views a").filter((link) => link.hash && link.hash === location.hash);
    const itemAt = (link) => things.get(link.closest("li.statement, li.entry"));
    const placeAt = (link) => itemAt(link)?.anchors.findIndex(({ name }) => name === anchorOf(link)) ?? -1;
    const own = links.find((link) => placeAt(link) >= 0); // others lead there from a statement in or around it
    const linked = own ?? links.find((link) => !itemAt(link));
    if (own) select(itemAt(own), { focus: false, at: placeAt(own) });
    else if (linked) openPanel(anchorOf(linked));
    return linked !== undefined;
  }
  window.wederhoorChosen = () => (current?.number ? itemOf(current) : null);
  if (here === 0) begin();
  else {
    window.wederhoorReading = {
      more, sheets, statements, register, showSheet, select, itemsOf, paint, tellShown, begin,
      state: () => ({ open, current, here, chosen }),
      numbered: (number) => inOrder.find((one) => one.number === number),
    };
  }
})();
