"use strict";
// Walks through the statements, filters by speaker and shows what is known of one. The page reads without it.
(() => {
  const one = (query, root = document) => root.querySelector(query);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const names = (element, key) => (element.dataset[key] ?? "").split(" ").filter(Boolean);

  const marks = all("#text mark");
  const hints = all("#text [data-of]");
  const groups = all(".group");
  const details = one("#details");
  const body = one("#details-body");
  const status = one("#status");
  const keys = one("#keys");

  const statements = new Map();
  for (const item of all(".statement")) {
    const { voice, slot, mark } = item.closest(".group").dataset;
    const name = one("h3 .name", item.closest(".group")).textContent;
    const number = Number(item.dataset.number);
    statements.set(item.dataset.id, { id: item.dataset.id, item, voice, slot, mark, name, number });
  }
  const inOrder = [...statements.values()].sort((a, b) => a.number - b.number);
  const chosen = new Set();
  let current = null;

  const isShown = (id) => chosen.size === 0 || chosen.has(statements.get(id).voice);
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
      const shown = names(mark, "ids").filter(isShown).map((id) => statements.get(id));
      const label = names(mark, "begins").filter(isShown).map((id) => statements.get(id).mark).join(" ");
      set(mark, "slot", shown.at(-1)?.slot ?? "off");
      set(mark, "outer", shown.at(-2)?.slot);
      set(mark, "label", label);
      set(mark, "size", label && String(Math.min(label.length, 6)));
    }
    for (const hint of hints) hint.classList.toggle("off", !names(hint, "of").some(isShown));
    for (const group of groups) group.hidden = chosen.size > 0 && !chosen.has(group.dataset.voice);
  }

  function light(id, on, kind) {
    for (const mark of marks) if (names(mark, "ids").includes(id)) mark.classList.toggle(kind, on);
    for (const hint of hints) if (names(hint, "of").includes(id)) hint.classList.toggle(kind, on);
  }

  function show(id) {
    body.replaceChildren();
    one("#details-prompt").hidden = id !== null;
    one("#close-details").hidden = current === null;
    details.classList.toggle("filled", id !== null);
    const statement = statements.get(id);
    one("#details-place").textContent = statement ? `${statement.number} / ${inOrder.length}` : "";
    set(details, "slot", statement?.slot);
    if (!statement) return;
    for (const part of statement.item.children) {
      const copy = part.cloneNode(true);
      copy.removeAttribute("aria-current");
      body.append(copy);
    }
  }

  function select(id, { focus = true } = {}) {
    if (current !== null) {
      light(current, false, "current");
      for (const element of all("[aria-current]")) element.removeAttribute("aria-current");
    }
    current = id;
    show(id);
    if (id === null) return;
    const statement = statements.get(id);
    light(id, true, "current");
    for (const mark of marks) if (names(mark, "ids").includes(id)) mark.setAttribute("aria-current", "true");
    one("a", statement.item).setAttribute("aria-current", "true");
    say(status.dataset.at, { n: statement.number, total: inOrder.length, speaker: statement.name });
    const target = document.getElementById(`at-${id}`);
    if (focus) target.focus({ preventScroll: true });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    target.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    revealInList(statement.item);
    history.replaceState(null, "", one("a", statement.item).hash);
  }

  // Only where the list scrolls by itself: on a phone this would carry the reader away from the passage.
  function revealInList(item) {
    const list = one("#statements");
    if (list.scrollHeight <= list.clientHeight + 1) return;
    const [box, frame] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
    if (box.top < frame.top || box.bottom > frame.bottom) list.scrollTop += box.top - frame.top - frame.height / 3;
  }

  function walk(step) {
    const shown = inOrder.filter(({ id }) => isShown(id));
    if (shown.length === 0) return;
    const at = shown.findIndex(({ id }) => id === current);
    const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length;
    select(shown[next].id);
  }

  function filter(voice) {
    if (voice === null) chosen.clear();
    else if (!chosen.delete(voice)) chosen.add(voice);
    for (const button of all("#legend button")) {
      button.setAttribute("aria-pressed", String(chosen.has(button.dataset.voice)));
    }
    if (current !== null && !isShown(current)) select(null);
    paint();
    const shown = inOrder.filter(({ id }) => isShown(id)).length;
    say(status.dataset.shown, { n: shown, total: inOrder.length });
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
    button.addEventListener("click", () => filter(button.dataset.voice));
  }

  // A click on the chosen statement goes on to the one around it, so that every layer can be reached.
  one("#text").addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (!mark || !getSelection().isCollapsed) return;
    const layers = names(mark, "ids").filter(isShown).reverse();
    if (layers.length > 0) select(layers[(layers.indexOf(current) + 1) % layers.length], { focus: false });
  });

  if (matchMedia("(hover: hover)").matches) {
    let hovered = null;
    const hover = (id) => {
      if (id === hovered) return;
      if (hovered !== null) light(hovered, false, "hovered");
      hovered = id;
      if (id !== null) light(id, true, "hovered");
      if (id !== null) show(id);
    };
    // Only where the pointer really moves: a text that scrolls under a resting mouse must not undo a walk by keys.
    one("#text").addEventListener("mousemove", (event) => {
      if (event.movementX === 0 && event.movementY === 0) return;
      const mark = event.target.closest("mark");
      hover(mark ? names(mark, "ids").filter(isShown).at(-1) ?? null : null);
    });
    one("#text").addEventListener("mouseleave", () => {
      hover(null);
      show(current);
    });
  }

  one("aside").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    const item = link.closest(".statement");
    const id = link.dataset.goto ?? item?.dataset.id ?? current;
    if (!isShown(id)) filter(null);
    select(id);
  });
  one("#close-details").addEventListener("click", () => select(null));
  one("#show-keys").addEventListener("click", () => keys.showModal());
  one("#close-keys").addEventListener("click", () => keys.close());

  const actions = { j: () => walk(1), k: () => walk(-1), "?": () => keys.showModal(), Escape: close };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key !== "Escape" && !one("#keys-on").checked) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  document.documentElement.classList.add("live");
  for (const id of ["show-keys", "details", "filter-hint"]) document.getElementById(id).hidden = false;
  show(null);
  const linked = inOrder.find(({ item }) => one("a", item).hash === location.hash);
  if (linked) select(linked.id, { focus: false });
})();
