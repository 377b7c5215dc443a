"use strict";
// Keys, judging, selecting words, sliders and the brush. Every page does its work without it, by links and forms.
(() => {
  const one = (query, root = document) => root.querySelector(query);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const keys = one("#keys");
  if (!keys) return;

  // Which key does what is the reader's own choice, and kept in this browser.
  const kept = (() => {
    try { return JSON.parse(localStorage.getItem("wederhoor-keys")) ?? {}; } catch { return {}; }
  })();
  const store = () => {
    try { localStorage.setItem("wederhoor-keys", JSON.stringify(kept)); } catch { /* a browser that keeps nothing */ }
  };
  window.wederhoorKey = (key) => {
    const named = Object.keys(kept).find((name) => kept[name] === key);
    if (named) return named;
    return kept[key] ? "" : key; // a key that was given away does nothing any more
  };
  for (const input of all(".remap")) {
    input.value = kept[input.dataset.key] ?? input.dataset.key;
    input.addEventListener("change", () => {
      if (input.value.length !== 1) input.value = input.dataset.key;
      if (input.value === input.dataset.key) delete kept[input.dataset.key];
      else kept[input.dataset.key] = input.value;
      store();
      label();
    });
  }
  function label() {
    for (const mark of all("[data-press] > kbd")) {
      const key = mark.parentElement.dataset.press;
      mark.textContent = kept[key] ?? key;
    }
  }
  one("#reset-keys").addEventListener("click", () => {
    for (const key of Object.keys(kept)) delete kept[key];
    for (const input of all(".remap")) input.value = input.dataset.key;
    store();
    label();
  });
  const switched = one("#keys-on");
  switched.checked = kept.off !== "off";
  switched.addEventListener("change", () => {
    if (switched.checked) delete kept.off;
    else kept.off = "off";
    store();
  });
  const show = one("#show-keys");
  show.hidden = false;
  show.addEventListener("click", () => keys.showModal());
  one("#close-keys").addEventListener("click", () => keys.close());
  label();

  // Rows are walked through by focus, so that a screen reader follows.
  const rows = () => all("[data-row]");
  const row = () => document.activeElement?.closest("[data-row]");
  function walk(by) {
    const found = rows();
    if (found.length === 0) return;
    const at = found.indexOf(row());
    const next = at < 0 ? (by > 0 ? 0 : found.length - 1) : Math.min(found.length - 1, Math.max(0, at + by));
    found[next].focus({ preventScroll: true });
    found[next].scrollIntoView({ block: "nearest" });
  }
  function press(key) {
    const [article, judge] = [one("#text"), one("#judge")];
    if (article && judge && key !== "u") return judgeChosen(judge, key);
    const own = row() && one(`[data-press="${key}"]`, row());
    const button = own ?? (key === "u" ? last : null) ?? (key === "u" ? one('[data-press="u"]') : null);
    if (button?.isConnected) button.click();
    else if (!row()) walk(1);
  }
  let last = null;
  function judgeChosen(form, key) {
    const item = one("li.statement:has([aria-current])")?.dataset.id;
    if (!item) return;
    form.action = `${form.dataset.base}/${encodeURIComponent(item)}/judge`;
    form.elements.verdict.value = key === "y" ? "same" : "different";
    if (key === "y") form.elements.back.value = `${location.pathname}#at-${encodeURIComponent(item)}`;
    form.submit();
  }
  const reading = one("#text") !== null;
  const actions = {
    "/": () => one("#find").focus(),
    y: () => press("y"), n: () => press("n"), u: () => press("u"),
    ...(reading ? {} : { j: () => walk(1), k: () => walk(-1), "?": () => keys.showModal() }),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open || one("#dialog").open) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (!switched.checked) return;
    const action = actions[window.wederhoorKey(event.key)];
    if (!action) return;
    event.preventDefault();
    action();
  });

  // A part of the page that was judged keeps its place and the focus.
  document.addEventListener("htmx:afterSwap", (event) => {
    const fresh = event.detail.target.id && document.getElementById(event.detail.target.id);
    if (fresh?.matches("[data-row]")) {
      fresh.focus({ preventScroll: true });
      last = one('[data-press="u"]', fresh);
      one("#said").textContent = one(".verdict-word", fresh)?.textContent ?? "";
    }
    label();
  });

  // Forms of their own page open in a dialog.
  const dialog = one("#dialog");
  async function open(address) {
    await htmx.ajax("GET", address, { target: "#dialog-body", swap: "innerHTML" });
    if (!dialog.open) dialog.showModal();
    one("input:not([type=hidden]), select, button", dialog)?.focus();
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-dialog]");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      open(link.getAttribute("href"));
    }
    if (event.target.closest("#dialog .close-dialog")) {
      event.preventDefault();
      dialog.close();
    }
  });

  // Words that are selected can become a statement. Offsets count code points, as everywhere.
  const [text, add] = [one("#text"), one("#add")];
  if (text && add) {
    const before = (node, offset) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      range.setEnd(node, offset);
      return [...range.toString()].length;
    };
    document.addEventListener("selectionchange", () => {
      const chosen = getSelection();
      const inside = !chosen.isCollapsed && text.contains(chosen.anchorNode) && text.contains(chosen.focusNode);
      add.hidden = !inside;
      if (!inside) return;
      const range = chosen.getRangeAt(0);
      const start = before(range.startContainer, range.startOffset);
      const words = [...range.toString()];
      const lead = words.findIndex((sign) => sign.trim());
      const tail = words.findLastIndex((sign) => sign.trim());
      add.hidden = lead < 0;
      add.dataset.start = start + lead;
      add.dataset.end = start + tail + 1;
    });
    add.addEventListener("click", () => {
      open(`${add.dataset.base}?start=${add.dataset.start}&end=${add.dataset.end}`);
    });
  }

  // Sliders ask for the result as soon as they rest, and write the question into the address.
  const pressing = one("#press");
  if (pressing) {
    const words = one("#pushes").dataset.words.split("|");
    const sliders = all("input[type=range]", pressing);
    const question = () => {
      const asked = new URLSearchParams();
      for (const slider of sliders) {
        if (slider.value === "1") asked.append("up", slider.dataset.variable);
        if (slider.value === "-1") asked.append("down", slider.dataset.variable);
      }
      const against = pressing.elements.against.value;
      if (against) asked.append("against", against);
      return `${pressing.dataset.base}?${asked}`;
    };
    let waiting = 0;
    const ask = () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        const address = question();
        one("#cancel").hidden = false;
        await htmx.ajax("GET", address, { target: "#results", swap: "innerHTML", source: "#results" });
        one("#cancel").hidden = true;
        history.replaceState(null, "", address);
      }, 250);
    };
    for (const slider of sliders) {
      slider.addEventListener("input", () => {
        const word = words[Number(slider.value) + 1];
        slider.setAttribute("aria-valuetext", word);
        slider.nextElementSibling.textContent = word;
        ask();
      });
    }
    pressing.elements.against.addEventListener("change", () => location.assign(question()));
    pressing.addEventListener("submit", (event) => {
      event.preventDefault();
      location.assign(question());
    });
    pressing.addEventListener("reset", () => location.assign(pressing.dataset.base));
    one("#cancel").addEventListener("submit", (event) => {
      event.preventDefault();
      fetch("/runs/cancel", { method: "POST", headers: { "x-csrf-token": one('meta[name="csrf"]').content } });
    });
  }

  // The brush fills the two days of the filter in, and sends it.
  const brush = one("#brush");
  if (brush) {
    const bars = all("rect[data-month]", brush);
    const chosen = one(".chosen", brush);
    let from = null;
    const at = (event) => {
      const box = brush.getBoundingClientRect();
      return Math.min(bars.length - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * bars.length)));
    };
    const draw = (a, b) => {
      chosen.setAttribute("x", Math.min(a, b));
      chosen.setAttribute("width", Math.abs(a - b) + 1);
    };
    brush.addEventListener("pointerdown", (event) => {
      from = at(event);
      brush.setPointerCapture(event.pointerId);
      draw(from, from);
    });
    brush.addEventListener("pointermove", (event) => {
      if (from !== null) draw(from, at(event));
    });
    brush.addEventListener("pointerup", (event) => {
      if (from === null) return;
      const [a, b] = [from, at(event)].sort((x, y) => x - y);
      from = null;
      const [first, last_] = [bars[a].dataset.month, bars[b].dataset.month];
      const [year, month] = last_.split("-").map(Number);
      const form = one("#period");
      form.elements.from.value = `${first}-01`;
      form.elements.until.value = `${last_}-${String(new Date(year, month, 0).getDate()).padStart(2, "0")}`;
      form.requestSubmit();
    });
  }
})();
