"use strict";
// Of a long text the page has one part; the others are fetched when their reader comes near, or goes there by a link, a key or an
// address. Without it the parts are pages of their own.
(() => {
  const one = (query, root = document) => root.querySelector(query);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const [nav, text, reading] = [one("nav.parts"), one("#text"), window.wederhoorReading];
  if (!nav || !reading) return;
  const { more, sheets } = reading;
  const number = (element) => Number(element.dataset.part);
  const outline = all("#parts a").map((link) => ({
    number: number(link), link, length: Number(link.dataset.length), first: Number(link.dataset.first),
    count: Number(link.dataset.count), lists: link.dataset.lists.split(" "),
  }));
  const filled = (pattern, n) => pattern.replace("{n}", n).replace("{total}", outline.length);
  const elementOf = (n) => document.getElementById(`part-${n}`);
  const isThere = (n) => sheets.has(n);
  const said = one("#said");

  // Where a part is not there yet stands as much room as it will take, with a link to it.
  const own = one(".part", text);
  const height = own.offsetHeight / Math.max(1, outline[number(own) - 1].length);
  function waiting({ number: n, length }) {
    const place = document.createElement("div");
    const link = document.createElement("a");
    link.href = `?part=${n}#part-${n}`;
    link.textContent = filled(nav.dataset.told, n);
    const hint = document.createElement("span");
    hint.textContent = ` ${filled(nav.dataset.waits, n)}`;
    place.append(link, hint);
    Object.assign(place, { id: `part-${n}`, className: "part waits hint" });
    place.dataset.part = n;
    place.style.minHeight = `${Math.round(height * length)}px`;
    return place;
  }
  function fail(n, pattern, href, words) {
    const link = document.createElement("a");
    [link.href, link.textContent] = [href, words];
    elementOf(n).replaceChildren(`${filled(pattern, n)} `, link);
  }

  const asked = new Map();
  function reach(n) {
    if (isThere(n)) return Promise.resolve(true);
    if (!outline[n - 1]) return Promise.resolve(false);
    if (!asked.has(n)) asked.set(n, fetchPart(`part=${n}`, n).finally(() => asked.delete(n)));
    return asked.get(n);
  }
  async function page(query) {
    const answer = await fetch(`${nav.dataset.base}?${query}`, { signal: AbortSignal.timeout(30000) });
    if (!answer.ok) return null;
    return one("#fetched", new DOMParser().parseFromString(await answer.text(), "text/html"));
  }
  async function fetchPart(query, n) {
    try {
      const found = await page(query);
      if (!found) throw new Error(query);
      if (found.dataset.seen !== nav.dataset.seen) {
        fail(n, nav.dataset.changed, location.pathname, nav.dataset.load);
        return false;
      }
      if (!isThere(number(found))) take(found);
      return true;
    } catch {
      if (n && elementOf(n)) fail(n, nav.dataset.failed, `?part=${n}#part-${n}`, filled(nav.dataset.told, n));
      window.wederhoorAlive?.();
      return false;
    }
  }
  // What is read stays where it is: the place of what stood above the window is kept by its end.
  function take(found) {
    const n = number(found);
    const [old, part] = [elementOf(n), document.adoptNode(one(".part", found))];
    const before = old.getBoundingClientRect();
    old.replaceWith(part);
    watch.unobserve(old);
    near.delete(n);
    const moved = part.getBoundingClientRect().height - before.height;
    if (before.top < 0 && moved !== 0) scrollBy({ top: moved, behavior: "instant" });
    sheets.set(n, reading.register(n, part, document.adoptNode(one(".sheet", found))));
    if (reading.state().chosen.size > 0) reading.paint();
    const rules = one("#conditions");
    for (const rule of all(".conditions-of > li", found)) {
      const behind = all("li", rules).find((other) => number(other) > n);
      rules.insertBefore(document.adoptNode(rule), behind ?? null);
    }
    const told = one("#conditions-told");
    if (told) told.textContent = told.dataset.told.replace("{n}", all("li", rules).length);
    said.textContent = filled(nav.dataset.loaded, n);
  }

  // One part at a time, what is nearest to the window first, and nothing that was only passed.
  const near = new Set();
  let busy = false;
  let rest = 0;
  const watch = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (isIntersecting) near.add(number(target));
      else near.delete(number(target));
    }
    clearTimeout(rest);
    rest = setTimeout(pump, 120);
  }, { rootMargin: "100% 0px" });
  function pump() {
    if (busy || near.size === 0) return;
    const distance = (n) => {
      const { top, bottom } = elementOf(n).getBoundingClientRect();
      return Math.max(0, top - innerHeight, -bottom);
    };
    const next = [...near].sort((a, b) => distance(a) - distance(b))[0];
    busy = true;
    reach(next).then((there) => {
      busy = false;
      near.delete(next); // one that failed is tried again by its link, or when its reader comes back
      if (there) pump();
    });
  }

  for (const entry of outline) {
    if (entry.number === number(own)) continue;
    const place = waiting(entry);
    if (entry.number < number(own)) own.before(place);
    else text.append(place);
  }
  history.scrollRestoration = "manual"; // the browser knows nothing of what is not there yet

  // The part that is read, whose lists stand beside it.
  let turning = 0;
  function follow() {
    turning = 0;
    const middle = innerHeight / 2;
    const at = all(".part", text).find((part) => part.getBoundingClientRect().bottom > middle);
    if (!at) return;
    const n = number(at);
    for (const { link, number: other } of outline) {
      if (other === n) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    one("#part-told").textContent = filled(nav.dataset.told, n);
    const { current, here } = reading.state();
    const chosen = current?.carriers.some((mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    if (n === here || chosen || !isThere(n)) return;
    reading.showSheet(n);
    if (current === null) history.replaceState(null, "", `?part=${n}#part-${n}`);
  }
  addEventListener("scroll", () => { turning ||= requestAnimationFrame(follow); }, { passive: true });

  async function go(n) {
    if (!(await reach(n))) return;
    const part = elementOf(n);
    part.focus({ preventScroll: true });
    const reveal = () => part.scrollIntoView({ block: "start", behavior: "instant" });
    reveal();
    requestAnimationFrame(reveal);
    history.replaceState(null, "", `?part=${n}#part-${n}`);
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='?part=']");
    const n = link && /^\?part=(\d+)#part-\d+$/.exec(link.getAttribute("href"))?.[1];
    if (!n || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const list = link.closest("nav.parts details");
    if (list) list.open = false;
    go(Number(n));
  });

  nav.addEventListener("keydown", (event) => {
    const list = one("details[open]", nav);
    if (event.key !== "Escape" || !list) return;
    event.stopPropagation();
    list.open = false;
    one("summary", list).focus();
  });

  // By keys from statement to statement, and from entry to entry, over the ends of parts.
  more.reach = reach;
  more.walk = (by) => {
    const { open, current, here, chosen } = reading.state();
    if (open === "statements" && chosen.size > 0) {
      const ahead = current ? null : reading.itemsOf(open).find((one) => one.part >= here);
      if (ahead && by > 0) reading.select(ahead);
      return Boolean(ahead) && by > 0;
    }
    if (open === "statements") {
      const total = Number(text.dataset.total);
      const from = current?.number ?? outline[here - 1].first - (by > 0 ? 1 : 0);
      const wanted = (from - 1 + by + total) % total + 1;
      const home = outline.find(({ first, count }) => first <= wanted && wanted < first + count);
      if (home) reach(home.number).then((there) => there && reading.select(reading.numbered(wanted)));
      return true;
    }
    const items = reading.itemsOf(open);
    const at = items.indexOf(current);
    if (at >= 0 ? items[at + by] : items.length > 0) return false;
    const order = by > 0 ? [...outline.slice(here), ...outline.slice(0, here)] : [...outline.slice(0, here - 1).reverse(), ...outline.slice(here - 1).reverse()];
    const next = order.find(({ lists }) => lists.includes(open));
    if (next) {
      reach(next.number).then((there) => {
        if (!there) return;
        reading.showSheet(next.number);
        reading.select(reading.itemsOf(open).at(by > 0 ? 0 : -1));
      });
    }
    return true;
  };

  // All that the chosen speakers say, wherever.
  const spoken = new Map();
  async function voice(n) {
    if (spoken.has(n)) return spoken.get(n);
    const found = await page(`voice=${n}`).catch(() => null);
    if (!found) return void window.wederhoorAlive?.();
    const list = document.adoptNode(one(".sheet > .panel", found));
    reading.register(number(found), document.createElement("div"), list);
    spoken.set(n, { head: [...list.children].filter((child) => !child.matches(".group")), group: one(".group", list) });
    return spoken.get(n);
  }
  let turn = 0;
  more.filter = async (chosen) => {
    turn += 1;
    const mine = turn;
    const found = await Promise.all([...chosen].map(Number).sort((a, b) => a - b).map(voice));
    if (mine !== turn || !found.every(Boolean)) return;
    more.spoken = null;
    if (found.length > 0) {
      more.spoken = document.createElement("div");
      Object.assign(more.spoken, { id: "statements", className: "panel", tabIndex: -1 });
      more.spoken.append(...found[0].head, ...found.map(({ group }) => group));
    }
    reading.showSheet(reading.state().here);
    reading.paint();
    reading.tellShown();
  };

  (async () => {
    document.documentElement.classList.add("parted");
    const filter = one("#of-voice");
    const named = decodeURIComponent(location.hash.slice(1));
    const hash = named === filter?.id ? "" : named;
    if (filter) {
      filter.remove();
      const sheet = sheets.get(number(own));
      sheet.nodes = sheet.nodes.filter((node) => node !== filter);
      one(`#legend button[data-voice="${filter.dataset.voice}"]`)?.click();
    }
    if (hash === "" ? number(own) > 1 : elementOf(number(own)).contains(document.getElementById(hash)) || hash === own.id) {
      const target = document.getElementById(hash) ?? own;
      requestAnimationFrame(() => target.scrollIntoView({ block: target === own ? "start" : "center", behavior: "instant" }));
    }
    if (!reading.begin() && hash && !document.getElementById(hash)) {
      await fetchPart(`anchor=${encodeURIComponent(hash)}`, 0);
      const home = document.getElementById(hash)?.closest(".part");
      if (home) {
        reading.showSheet(number(home));
        reading.begin();
      }
    }
    for (const place of all(".waits", text)) watch.observe(place);
  })();
})();
