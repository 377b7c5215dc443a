"use strict";
// Keys, judging, selecting words, presses and the brush. Every page does its work without it, by links and forms.
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
      const letter = input.value;
      const taken = all(".remap").some((other) => other !== input && (kept[other.dataset.key] ?? other.dataset.key) === letter);
      one("#key-taken").hidden = !taken;
      if (letter.length !== 1 || taken) {
        input.value = kept[input.dataset.key] ?? input.dataset.key;
        return;
      }
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
  const showKeys = () => {
    keys.showModal();
    one("#keys-title").focus(); // a field that has the focus would move its key by the next letter
  };
  show.addEventListener("click", showKeys);
  one("#close-keys").addEventListener("click", () => keys.close());
  label();

  // Rows are walked through by focus, so that a screen reader follows.
  const rows = () => all("[data-row]", one("#dialog[open]") ?? document);
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
    const own = row() && one(`[data-press="${key}"]`, row());
    if (one("#dialog").open) return void own?.click(); // what is below it is not seen
    const [article, judge] = [one("#text"), one("#judge")];
    if (article && judge && key !== "u") return judgeChosen(judge, key);
    const button = own ?? (key === "u" ? last : null) ?? (key === "u" ? one('[data-press="u"]') : null);
    if (button?.isConnected) button.click();
    else if (!row()) walk(1);
  }
  let last = null;
  // What the reader saw of the chosen statement goes along, so that nothing else is corrected.
  function seen(form) {
    const { seen: state, quote } = chosen().dataset;
    [form.elements.seen.value, form.elements.quote.value] = [state, quote];
  }
  const chosen = () => window.wederhoorChosen?.() ?? null;
  const chosenItem = () => chosen()?.dataset.id;
  const placeOf = (item) => `${location.pathname}${chosen().dataset.part ? `?part=${chosen().dataset.part}` : ""}#at-${encodeURIComponent(item)}`;
  function judgeChosen(form, key) {
    const item = chosenItem();
    if (!item) return;
    form.action = `${form.dataset.base}/${encodeURIComponent(item)}/judge`;
    form.elements.verdict.value = key === "y" ? "same" : "different";
    seen(form);
    form.elements.back.value = placeOf(item);
    form.requestSubmit();
  }
  const reading = one("#text") !== null;
  const actions = {
    "/": () => one("#find").focus(),
    y: () => press("y"), n: () => press("n"), u: () => press("u"), x: () => press("x"),
    ...(reading ? {} : { j: () => walk(1), k: () => walk(-1), "?": showKeys }),
  };
  const judges = new Set([actions.y, actions.n, actions.u, actions.j, actions.k].filter(Boolean)); // in a dialog that has rows, too
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (!switched.checked) return;
    const action = actions[window.wederhoorKey(event.key)];
    if (!action || (one("#dialog").open && !(judges.has(action) && one("#dialog [data-row]")))) return;
    event.preventDefault();
    action();
  });

  // Before anything is sent the server is asked whether it is there: where it is gone the page stays as it is, with all that was
  // typed; where it was started again the forms get what they have to carry now.
  const banner = one("#gone");
  function tell(said, ...more) {
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = banner.dataset.again;
    again.addEventListener("click", alive);
    const words = document.createElement("span");
    words.textContent = said;
    banner.replaceChildren(words, " ", ...(more.length ? more : [again]));
    const running = one("#cancel");
    if (running) running.hidden = true;
    const shown = one("dialog[open]"); // above all else, and the only thing that can be reached then
    (shown ?? one("#main")).prepend(banner);
    banner.hidden = false;
  }
  async function alive() {
    try {
      const answer = await fetch("/alive.json", { cache: "no-store", signal: AbortSignal.timeout(10000) });
      const said = await answer.json();
      if (!answer.ok) throw new Error(said.error.message);
      for (const input of all('input[name="csrf"]')) input.value = said.csrf;
      one('meta[name="csrf"]').content = said.csrf;
      banner.hidden = true;
      return true;
    } catch (error) {
      const own = error.name === "Error" ? error.message : null;
      tell(own ?? (error.name === "TimeoutError" ? banner.dataset.late : banner.dataset.gone));
      return false;
    }
  }
  window.wederhoorAlive = alive;
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.hasAttribute("hx-post")) { // sent before htmx had taken it over, by somebody quick
      if (form.dataset.live) return;
      event.preventDefault();
      form.dataset.live = "live";
      htmx.process(form);
      return form.requestSubmit(event.submitter);
    }
    if (form.dataset.sent) return void delete form.dataset.sent;
    event.preventDefault();
    if (!(await alive())) return;
    form.dataset.sent = "sent";
    form.requestSubmit(event.submitter);
  });
  document.addEventListener("htmx:confirm", (event) => {
    if (event.detail.verb !== "post") return;
    event.preventDefault();
    alive().then((there) => there && event.detail.issueRequest(true));
  });
  // Refused, and what it is now: in place of what is not so any more, with what the reader chose.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.getResponseHeader("wederhoor-now")) [event.detail.shouldSwap, event.detail.isError] = [true, false];
  });
  document.addEventListener("htmx:sendError", () => tell(banner.dataset.gone));
  document.addEventListener("htmx:timeout", () => tell(banner.dataset.late));
  document.addEventListener("htmx:responseError", (event) => {
    const said = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
    const link = document.createElement("a");
    link.href = location.href.split("#")[0];
    link.textContent = banner.dataset.load;
    tell(one(".warning", said)?.textContent.trim() || banner.dataset.gone, link);
  });

  // A part of the page that was judged keeps its place and the focus. Not before its own buttons work: a key pressed sooner would
  // send its form as a page of its own.
  document.addEventListener("htmx:afterSettle", (event) => {
    const fresh = document.getElementById(event.detail.target.id); // none where the target has no name
    if (fresh?.matches("[data-row]")) {
      const found = rows();
      // In a dialog it stays: what the next key undoes is the row that has it.
      const next = fresh.matches("[data-done]:not(#dialog *)") ? found.slice(found.indexOf(fresh) + 1).find((one) => !one.matches("[data-done]")) : fresh;
      (next ?? fresh).focus({ preventScroll: true });
      if (next && next !== fresh) next.scrollIntoView({ block: "nearest" });
      last = one('[data-press="u"]', fresh);
      one("#said").textContent = one(".verdict-word", fresh)?.textContent ?? "";
      const waiting = one("#waiting"); // less those that were judged on this page
      const left = Number(waiting?.dataset.of) - all("[data-done]").length;
      if (waiting) waiting.textContent = left.toLocaleString(document.documentElement.lang);
    }
    label();
  });

  // Forms of their own page open in a dialog.
  const dialog = one("#dialog");
  let named; // what it is called where what is in it has no name
  async function open(address, from = null) {
    one("#dialog-body").replaceChildren();
    try { await htmx.ajax("GET", address, { target: "#dialog-body", swap: "innerHTML" }); } catch { /* was told */ }
    if (!one("#dialog-body").firstElementChild) return;
    if (from?.matches("section[data-row]") && location.pathname === "/review") { // what is corrected leaves the list
      const [here, found] = [from, rows()];
      const next = found.slice(found.indexOf(here) + 1).find((one) => !one.matches("[data-done]"));
      for (const back of all("input[name=back]", dialog)) {
        back.value = back.value.split("#")[0] + (next ? `#${next.id}` : "");
      }
    }
    named ??= dialog.getAttribute("aria-label");
    dialog.setAttribute("aria-label", one(".help h2", dialog)?.textContent ?? named);
    if (!dialog.open) dialog.showModal();
    (one("[data-row]", dialog) ?? one("input:not([type=hidden]), select, button", dialog))?.focus();
  }
  // All findings of the page are chosen at once, and none.
  const ofAll = one("#all-of-them");
  if (ofAll) {
    ofAll.hidden = false;
    ofAll.addEventListener("change", () => {
      for (const box of all('[form="several"]')) box.checked = ofAll.checked;
    });
  }
  // What was judged in it keeps the focus at once: a key that is pressed before htmx has settled finds its row.
  document.addEventListener("htmx:afterSwap", (event) => {
    const fresh = document.getElementById(event.detail.target.id); // none where the target has no name
    if (fresh?.matches("#dialog [data-row]")) fresh.focus({ preventScroll: true });
  });
  // What was judged in it may change the page below.
  let judgedThere = false;
  document.addEventListener("htmx:afterSettle", (event) => {
    const fresh = document.getElementById(event.detail.target.id); // none where the target has no name
    if (event.detail.requestConfig?.verb === "post" && fresh?.closest("#dialog")) judgedThere = true;
  });
  dialog.addEventListener("close", () => { if (judgedThere) location.reload(); });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-dialog]");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      open(link.getAttribute("href"), link.closest("[data-row]"));
    }
    if (event.target.closest("#dialog .close-dialog")) {
      event.preventDefault();
      dialog.close();
    }
  });

  // Words that are selected can become a statement, or those of the statement that is chosen. Offsets count code points.
  const [text, selected] = [one("#text"), one("#selected")];
  if (text && selected) {
    const [add, instead, move] = [one("#add"), one("#instead"), one("#move")];
    let span = [0, 0];
    // Of a long text, each part knows where it begins; the signs of one are counted once.
    const counted = new WeakMap();
    const partOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("#text .part:not(.waits), #text:not([data-parts])");
    const signsOf = (part) => {
      if (!counted.has(part)) counted.set(part, [...part.textContent]);
      return counted.get(part);
    };
    const begins = (part) => Number(part.dataset.start ?? 0);
    const within = (part, node, offset) => {
      const range = document.createRange();
      range.selectNodeContents(part);
      range.setEnd(node, offset);
      return [...range.toString()].length;
    };
    // From the beginning of the word in which a selection begins to the end of that in which it ends.
    const inWord = (signs, at) => /[\p{L}\p{N}\p{M}]/u.test(signs[at] ?? "") && /[\p{L}\p{N}\p{M}]/u.test(signs[at - 1] ?? "");
    const startOf = (part, at) => {
      const signs = signsOf(part);
      let start = at;
      while (start < signs.length && !signs[start].trim()) start += 1;
      while (inWord(signs, start)) start -= 1;
      return begins(part) + start;
    };
    const endOf = (part, at) => {
      const signs = signsOf(part);
      let end = at;
      while (end > 0 && !signs[end - 1].trim()) end -= 1;
      const before = part.previousElementSibling; // where nothing of this part is chosen
      if (end === 0 && before?.matches(".part:not(.waits)")) return endOf(before, signsOf(before).length);
      while (inWord(signs, end)) end += 1;
      return begins(part) + end;
    };
    document.addEventListener("selectionchange", () => {
      const range = getSelection().rangeCount > 0 && !getSelection().isCollapsed ? getSelection().getRangeAt(0) : null;
      const [first, last] = [range && partOf(range.startContainer), range && partOf(range.endContainer)];
      selected.hidden = !(first && last && range.toString().trim());
      if (selected.hidden) return;
      span = [startOf(first, within(first, range.startContainer, range.startOffset)), endOf(last, within(last, range.endContainer, range.endOffset))];
      selected.hidden = span[0] >= span[1];
      instead.hidden = !chosenItem();
    });
    add.addEventListener("click", () => open(`${add.dataset.base}?start=${span[0]}&end=${span[1]}&seen=${add.dataset.seen}`));
    instead.addEventListener("click", () => {
      const item = encodeURIComponent(chosenItem());
      move.action = `${move.dataset.base}/${item}/words`;
      move.elements.back.value = placeOf(chosenItem());
      [move.elements.start.value, move.elements.end.value] = span;
      seen(move);
      move.requestSubmit();
    });
  }

  // Names of actors and texts are offered while one types.
  const [find, offered] = [one("#find"), one("#found-names")];
  let typing = 0;
  find.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(async () => {
      const asked = find.value;
      try {
        const answer = await fetch(`/suggest.json?q=${encodeURIComponent(asked)}`);
        const found = await answer.json();
        if (find.value !== asked) return;
        offered.replaceChildren(...(found.names ?? []).map((name) => Object.assign(document.createElement("option"), { value: name })));
      } catch { /* nothing is offered */ }
    }, 200);
  });

  // A drawing is saved as the browser paints it, twice as fine where a canvas holds that.
  async function draw_out(button) {
    const image = new Image();
    image.src = button.dataset.png;
    await image.decode();
    const scale = Math.min(2, 16000 / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth * scale, image.naturalHeight * scale];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = `${button.dataset.name}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    });
  }

  // A citation is copied, a page is printed. Where the browser keeps the clipboard shut, the words are chosen by themselves.
  function show_copying(root = document) {
    for (const button of all("[data-copy], [data-print], [data-png]", root)) button.hidden = false;
  }
  show_copying();
  document.addEventListener("htmx:load", (event) => show_copying(event.detail.elt.parentElement ?? document));
  document.addEventListener("click", async (event) => {
    if (event.target.closest("[data-print]")) return window.print();
    const drawing = event.target.closest("[data-png]");
    if (drawing) return void draw_out(drawing);
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const [field, told] = [document.getElementById(button.dataset.copy), one("[data-copied]", button.parentElement)];
    field.focus();
    field.select();
    let copied = false;
    try {
      if (navigator.clipboard) {
        await navigator.clipboard.writeText(field.value);
        copied = true;
      } else copied = document.execCommand("copy");
    } catch { copied = document.execCommand("copy"); }
    told.textContent = copied ? told.dataset.copied : told.dataset.notCopied;
  });

  // Files and folders that are dropped on the form are sent with those that are chosen; of a folder by their paths in it.
  const drop = one("#drop");
  if (drop) {
    const [list, told] = [one("#dropped"), one("#dropped-told")];
    let dropped = [];
    const show = () => {
      list.hidden = !dropped.length;
      told.textContent = dropped.length ? `${dropped.length} ${told.dataset[dropped.length === 1 ? "one" : "more"]}` : "";
      one("#dropped-names").replaceChildren(...dropped.map(([place]) => {
        const [item, name] = [document.createElement("li"), document.createElement("bdi")];
        name.textContent = place;
        item.append(name);
        return item;
      }));
    };
    const inside = async (entry, into = "") => {
      if (entry.isFile) return [[into + entry.name, await new Promise((done, failed) => entry.file(done, failed))]];
      const [reader, found] = [entry.createReader(), []];
      for (;;) {
        const some = await new Promise((done, failed) => reader.readEntries(done, failed));
        if (!some.length) break; // a reader gives a hundred at a time
        for (const each of some) found.push(...(await inside(each, `${into}${entry.name}/`)));
      }
      return found;
    };
    one("#not-dropped").addEventListener("click", () => { dropped = []; show(); one("#files").focus(); });
    one("#intake").addEventListener("formdata", (event) => {
      for (const [place, file] of dropped) event.formData.append("files", file, place);
    });
    for (const over of ["dragenter", "dragover"]) {
      drop.addEventListener(over, (event) => { event.preventDefault(); drop.classList.add("over"); });
    }
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()); // gone once this function ends
      const files = [...event.dataTransfer.files].map((file) => [file.name, file]);
      const read = entries.some(Boolean) ? Promise.all(entries.filter(Boolean).map((entry) => inside(entry))) : [files];
      Promise.resolve(read).then((found) => {
        const places = new Map([...dropped, ...found.flat()].filter(([place]) => !place.split("/").some((part) => part.startsWith("."))));
        dropped = [...places];
        show();
      }, () => { told.textContent = told.dataset.failed; list.hidden = false; });
    });
  }

  // What is pushed is asked for as soon as the choice rests, and written into the address.
  const pressing = one("#press");
  if (pressing) {
    const against = pressing.elements.against;
    const question = () => {
      const asked = new URLSearchParams();
      for (const step of all(".push :checked", pressing)) {
        if (step.value !== "0") asked.append(step.value === "1" ? "up" : "down", step.dataset.variable);
      }
      if (against?.value) asked.append("against", against.value);
      return `${pressing.dataset.base}?${asked}`;
    };
    let waiting = 0;
    const ask = () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        const address = question();
        one("#cancel").hidden = false;
        try {
          await htmx.ajax("GET", address, { target: "#results", swap: "innerHTML", source: "#results" });
        } catch { /* was told */ }
        one("#cancel").hidden = true;
        one("#said").textContent = all("#results > .outcome, #results > .warning").map((line) => line.textContent.trim()).join(" ");
        history.replaceState(null, "", address);
      }, 250);
    };
    one(".pushes", pressing).addEventListener("change", ask);
    against?.addEventListener("change", () => location.assign(question()));
    // Somebody quick has chosen before this ran.
    if ([...(against?.options ?? [])].some((one) => one.selected !== one.defaultSelected && one.value)) {
      location.assign(question());
    }
    pressing.addEventListener("submit", (event) => {
      event.preventDefault();
      location.assign(question());
    });
    pressing.addEventListener("reset", () => location.assign(pressing.dataset.base));
    one("#cancel").addEventListener("submit", (event) => {
      event.preventDefault();
      alive().then((there) => {
        if (there) fetch("/runs/cancel", { method: "POST", headers: { "x-csrf-token": one('meta[name="csrf"]').content } });
      });
    });
  }

  // Whoever drags over the bars, or moves an end of the period by key or finger, fills in the two days of the filter.
  const brush = one("#brush");
  if (brush) {
    const bars = all("rect[data-from]", brush);
    const form = one("#period");
    const [first, last_] = all("#ends input");
    const fields = [form.elements.from, form.elements.until];
    const dayOf = [(bar) => bar.dataset.from, (bar) => bar.dataset.until];
    const named = (bar) => `${bar.dataset.name}: ${bar.dataset.events}`;
    const show = () => {
      const [a, b] = [Number(first.value), Number(last_.value)];
      const chosen = one(".chosen", brush);
      chosen.setAttribute("x", a);
      chosen.setAttribute("width", b - a + 1 === bars.length ? 0 : b - a + 1); // all of it is no choice
      for (const end of [first, last_]) end.setAttribute("aria-valuetext", named(bars[end.value]));
      one("#chosen-period").textContent = `${bars[a].dataset.name} – ${bars[b].dataset.name}`;
    };
    const choose = (a, b) => {
      [first.value, last_.value] = [Math.min(a, b), Math.max(a, b)];
      fields.forEach((field, at) => { field.value = dayOf[at](bars[[first, last_][at].value]); });
      show();
    };
    const at = (day, other) => (day === "" ? other : Math.max(0, bars.findLastIndex((bar) => bar.dataset.from <= day)));
    [first.value, last_.value] = [at(fields[0].value, 0), at(fields[1].value, bars.length - 1)];
    one("#ends").hidden = false;
    show();
    for (const end of [first, last_]) {
      end.addEventListener("input", () => {
        const crossed = Number(first.value) > Number(last_.value);
        if (crossed) end.value = end === first ? last_.value : first.value; // an end stops at the other one
        choose(Number(first.value), Number(last_.value));
      });
      end.addEventListener("keydown", (event) => {
        if (event.key === "Enter") form.requestSubmit();
      });
    }
    let from = null;
    const under = (event) => {
      const box = brush.getBoundingClientRect();
      return Math.min(bars.length - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * bars.length)));
    };
    brush.addEventListener("pointerdown", (event) => {
      from = under(event);
      brush.setPointerCapture(event.pointerId);
      choose(from, from);
    });
    brush.addEventListener("pointermove", (event) => {
      if (from !== null) choose(from, under(event));
    });
    brush.addEventListener("pointercancel", () => { from = null; });
    brush.addEventListener("pointerup", (event) => {
      if (from === null) return;
      choose(from, under(event));
      from = null;
      form.requestSubmit();
    });
  }
})();
