"use strict";
// Draws the graphs, shows a chosen loop in them, and opens the words of a chosen edge. The page reads without it.
(() => {
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const graphs = new Map();
  const coarse = matchMedia("(pointer: coarse)").matches;
  const LETTERS = 13; // pixels, at a zoom of 1
  const LEGIBLE = 11 / LETTERS;
  const STEP = 1.25;
  const MOVE = 60; // pixels a key
  const EDGE = 15; // pixels around a drawing
  const TALLEST = 960;
  const BETWEEN = [10, 30]; // pixels between two names beside and below each other, where a narrow frame moves them

  // Colours come from the page's style, so that light, dark and forced colours hold here too.
  function look() {
    const css = getComputedStyle(document.documentElement);
    const colour = (name) => css.getPropertyValue(name).trim();
    const arrow = { "target-arrow-shape": "triangle", "line-style": "solid" };
    return [
      { selector: "node", style: {
        label: "data(name)", "font-size": LETTERS, "text-wrap": "wrap", "text-max-width": 110, "text-valign": "center",
        color: colour("--ink"), "background-color": colour("--panel"), "border-width": 1, "border-color": colour("--soft"),
        shape: "round-rectangle", width: "data(width)", height: "data(height)", padding: 8 } },
      { selector: "edge", style: {
        width: 2, "curve-style": "bezier", label: "data(mark)", "font-size": 16, "font-weight": "bold",
        "text-background-color": colour("--page"), "text-background-opacity": 1, "text-background-padding": 2,
        "arrow-scale": 1.2, "loop-direction": "-45deg", ...arrow } },
      { selector: "edge[sign = 'plus']", style: {
        "line-color": colour("--c1"), "target-arrow-color": colour("--c1"), color: colour("--c1") } },
      { selector: "edge[sign = 'minus']", style: {
        "line-color": colour("--c2"), "target-arrow-color": colour("--c2"), color: colour("--c2"),
        "line-style": "dashed", "target-arrow-shape": "tee" } },
      { selector: "edge[sign = 'unknown']", style: {
        "line-color": colour("--c0"), "target-arrow-color": colour("--c0"), color: colour("--c0"), "line-style": "dotted" } },
      { selector: "edge[?both]", style: { "target-arrow-shape": "none" } },
      { selector: "edge[?optional]", style: { width: 1 } },
      { selector: "edge[sign = 'unheld']", style: {
        width: 1, "line-color": colour("--soft"), "target-arrow-color": colour("--soft"), color: colour("--soft"),
        "line-style": "dotted", "target-arrow-shape": "circle", "target-arrow-fill": "hollow", "font-size": 12,
        "font-weight": "normal", "curve-style": "unbundled-bezier" } },
      { selector: "node[way = 'up']", style: { "border-width": 3, "border-color": colour("--c1"), "background-color": colour("--t1") } },
      { selector: "node[way = 'down']", style: {
        "border-width": 3, "border-color": colour("--c2"), "background-color": colour("--t2"), "border-style": "dashed" } },
      { selector: ".faint", style: { opacity: 0.2 } },
      { selector: "edge.chosen", style: { width: 4 } },
      { selector: "node.chosen", style: { "border-width": 3, "border-color": colour("--ink") } },
    ];
  }

  // Cytoscape wraps a label but does not size its node by it.
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = "13px Helvetica Neue, Helvetica, sans-serif";
  function sized(node) {
    const width = pen.measureText(node.name).width;
    const longest = Math.max(...node.name.split(/\s+/).map((word) => pen.measureText(word).width));
    return { ...node, width: Math.max(Math.min(width, 110), longest), height: 17 * Math.ceil(width / 95) };
  }

  function draw(box) {
    const number = box.id.replace("graph-", "");
    const data = JSON.parse(document.getElementById(`data-${number}`).textContent);
    const nodes = data.nodes.map(({ x, y, ...node }) => ({ data: sized(node), position: { x, y } }));
    const marks = { plus: "+", minus: "\u2212", unknown: "?" };
    const edges = data.edges.map((edge) => ({ data: { ...edge, optional: edge.optional, mark: edge.mark ?? marks[edge.sign] ?? `\u2715 ${edge.stance}` } }));
    const graph = cytoscape({
      container: box,
      elements: { nodes, edges },
      style: look(),
      layout: { name: "preset" },
      maxZoom: 3,
      minZoom: 0.1,
      userZoomingEnabled: false, // by a wheel alone the page scrolls
      boxSelectionEnabled: false,
      autoungrabify: coarse,
    });
    graph.on("tap", "edge", (event) => open(number, event.target.id()));
    graphs.set(number, graph);
    graph.nodes().forEach((node) => { node.scratch("own", { ...node.position() }); });
    makeRoom(graph);
    settle(graph);
    box.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(graph, event.deltaY < 0 ? STEP : 1 / STEP, event);
    }, { passive: false });
    const keys = {
      "+": () => zoom(graph, STEP), "=": () => zoom(graph, STEP), "-": () => zoom(graph, 1 / STEP), "0": () => settle(graph),
      ArrowLeft: () => graph.panBy({ x: MOVE, y: 0 }), ArrowRight: () => graph.panBy({ x: -MOVE, y: 0 }),
      ArrowUp: () => graph.panBy({ x: 0, y: MOVE }), ArrowDown: () => graph.panBy({ x: 0, y: -MOVE }),
    };
    box.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
      event.preventDefault();
      event.stopPropagation();
      keys[event.key]();
    });
  }

  // In a frame that is too narrow for the drawing it is pressed together to its width, and whoever would cover another goes
  // below that one: a phone shows all of it, with names that can be read.
  function arrange(graph) {
    graph.nodes().forEach((node) => { node.position(node.scratch("own")); });
    const room = (graph.container().clientWidth - 2 * EDGE) / LEGIBLE;
    const nodes = graph.nodes().sort((a, b) => a.position("y") - b.position("y") || a.position("x") - b.position("x")).toArray();
    const widest = Math.max(...nodes.map((node) => node.outerWidth()));
    if (graph.elements().boundingBox().w <= room || widest > room) return;
    const across = nodes.map((node) => node.position("x"));
    const [from, span] = [Math.min(...across), Math.max(...across) - Math.min(...across)];
    const placed = [];
    for (const [number, node] of nodes.entries()) {
      const x = span ? ((across[number] - from) / span) * (room - widest) : 0;
      let y = node.position("y");
      for (const other of placed) {
        const beside = (node.outerWidth() + other.node.outerWidth()) / 2 + BETWEEN[0];
        const below = (node.outerHeight() + other.node.outerHeight()) / 2 + BETWEEN[1];
        if (Math.abs(x - other.x) < beside && Math.abs(y - other.y) < below) y = other.y + below;
      }
      placed.push({ node, x, y });
      placed.sort((a, b) => a.y - b.y); // so that who goes down meets those further below as well
    }
    for (const { node, x, y } of placed) node.position({ x, y });
  }

  // A drawing that is as wide as its frame at most gets the height that it needs for names that can be read.
  function makeRoom(graph) {
    arrange(graph);
    const [box, all_] = [graph.container(), graph.elements().boundingBox()];
    box.style.minHeight = "";
    const tall = Math.ceil(all_.h * LEGIBLE) + 2 * EDGE;
    const fits = all_.w * LEGIBLE + 2 * EDGE <= box.clientWidth;
    if (fits && tall > box.clientHeight && tall <= TALLEST) box.style.minHeight = `${tall + 2}px`;
    graph.resize();
  }

  // All of it, as long as its names can be read; else what stands around the one with most lines, at the least size for that.
  function settle(graph, chosen) {
    graph.fit(chosen, EDGE);
    if (graph.zoom() >= LEGIBLE) return void (graph.zoom() > 1.2 && graph.zoom(1.2) && graph.center(chosen));
    graph.zoom(LEGIBLE);
    graph.center((chosen ?? graph.elements()).nodes().max((node) => node.degree()).ele);
    const [drawn, frame] = [(chosen ?? graph.elements()).renderedBoundingBox(), graph.container()];
    graph.panBy({ x: moved(drawn.x1, drawn.x2, frame.clientWidth), y: moved(drawn.y1, drawn.y2, frame.clientHeight) });
  }
  // How far a drawing has to move so that no part of it is cut off while there is room on the other side.
  function moved(from, to, size) {
    if (to - from <= size - 2 * EDGE) return (size - from - to) / 2;
    return Math.min(0, EDGE - from) + Math.max(0, size - EDGE - to);
  }
  function zoom(graph, by, event) {
    const frame = graph.container().getBoundingClientRect();
    const at = event ? { x: event.clientX - frame.left, y: event.clientY - frame.top } : { x: frame.width / 2, y: frame.height / 2 };
    graph.zoom({ level: graph.zoom() * by, renderedPosition: at });
  }
  // What a press does, on the variables themselves.
  function tint() {
    const ways = new Map(all("tr[data-way]").map((row) => [row.dataset.variable, row.dataset.way]));
    graphs.get("0")?.nodes().forEach((node) => { node.data("way", ways.get(node.data("shown")) ?? ""); });
  }

  function open(number, edge) {
    const list = edge.startsWith("u") ? "unheld" : "edge";
    const words = document.getElementById(`${list}-${number}-${edge.slice(1)}`);
    words.open = true;
    words.querySelector("summary").focus({ preventScroll: true });
    words.scrollIntoView({ block: "center" });
  }

  function choose(item) {
    for (const other of all(".loop.current")) {
      other.classList.remove("current");
      other.querySelector(".show").setAttribute("aria-pressed", "false");
    }
    for (const graph of graphs.values()) graph.elements().removeClass("faint chosen");
    if (!item) return void graphs.forEach((graph) => settle(graph));
    item.classList.add("current");
    item.querySelector(".show").setAttribute("aria-pressed", "true");
    const graph = graphs.get(item.dataset.graph);
    const edges = graph.collection(item.dataset.edges.split(" ").filter(Boolean).map((at) => graph.getElementById(`e${at}`)));
    const inside = edges.union(edges.connectedNodes());
    graph.elements().not(inside).addClass("faint");
    inside.addClass("chosen");
    settle(graph, inside);
    const frame = graph.container().getBoundingClientRect();
    if (frame.bottom < 0 || frame.top > innerHeight) graph.container().scrollIntoView({ block: "nearest" });
  }

  const panel = document.querySelector(".graphs");
  if (all(".graph").length === 0) return;
  panel.hidden = false;
  for (const box of all(".graph")) draw(box);
  for (const item of all(".loop[data-edges]")) {
    const clear = document.querySelector(`.clear[data-graph="${CSS.escape(item.dataset.graph)}"]`);
    if (!clear) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "show";
    button.textContent = clear.dataset.show;
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => choose(item.classList.contains("current") ? null : item));
    item.append(button);
  }
  for (const button of all(".clear")) button.addEventListener("click", () => choose(null));
  for (const button of all("[data-zoom]")) {
    const graph = graphs.get(button.dataset.graph);
    const box = graph.container();
    const turn = {
      in: () => zoom(graph, STEP), out: () => zoom(graph, 1 / STEP),
      picture: () => {
        const link = document.createElement("a");
        link.href = graph.png({ full: true, scale: 2, bg: getComputedStyle(box).backgroundColor });
        link.download = `${button.dataset.name}.png`;
        link.click();
      },
      full: () => (document.fullscreenElement ? document.exitFullscreen() : box.closest("figure").requestFullscreen()),
    };
    button.hidden = button.dataset.zoom === "full" && !document.fullscreenEnabled;
    button.addEventListener("click", turn[button.dataset.zoom]);
  }
  tint();
  document.addEventListener("htmx:afterSwap", tint);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose(null);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    for (const graph of graphs.values()) graph.style(look());
  });
  addEventListener("resize", () => {
    for (const graph of graphs.values()) {
      makeRoom(graph);
      settle(graph);
    }
  });
})();
