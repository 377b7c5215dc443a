"use strict";
// Draws the graphs, shows a chosen loop in them, and opens the words of a chosen edge. The page reads without it.
(() => {
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const graphs = new Map();
  const coarse = matchMedia("(pointer: coarse)").matches;

  // Colours come from the page's style, so that light, dark and forced colours hold here too.
  function look() {
    const css = getComputedStyle(document.documentElement);
    const colour = (name) => css.getPropertyValue(name).trim();
    const arrow = { "target-arrow-shape": "triangle", "line-style": "solid" };
    return [
      { selector: "node", style: {
        label: "data(name)", "font-size": 13, "text-wrap": "wrap", "text-max-width": 110, "text-valign": "center",
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
      { selector: "edge[?optional]", style: { width: 1 } },
      { selector: "edge[sign = 'unheld']", style: {
        width: 1, "line-color": colour("--soft"), "target-arrow-color": colour("--soft"), color: colour("--soft"),
        "line-style": "dotted", "target-arrow-shape": "circle", "target-arrow-fill": "hollow", "font-size": 12,
        "font-weight": "normal", "curve-style": "unbundled-bezier" } },
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
    const edges = data.edges.map((edge) => ({ data: { ...edge, optional: edge.optional, mark: marks[edge.sign] ?? `\u2715 ${edge.stance}` } }));
    const graph = cytoscape({
      container: box,
      elements: { nodes, edges },
      style: look(),
      layout: { name: "preset", fit: true, padding: 15 },
      maxZoom: 1.5,
      userZoomingEnabled: false,
      userPanningEnabled: !coarse,
      boxSelectionEnabled: false,
      autoungrabify: coarse,
    });
    graph.on("tap", "edge", (event) => open(number, event.target.id()));
    graphs.set(number, graph);
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
    if (!item) return;
    item.classList.add("current");
    item.querySelector(".show").setAttribute("aria-pressed", "true");
    const graph = graphs.get(item.dataset.graph);
    const edges = graph.collection(item.dataset.edges.split(" ").filter(Boolean).map((at) => graph.getElementById(`e${at}`)));
    const inside = edges.union(edges.connectedNodes());
    graph.elements().not(inside).addClass("faint");
    inside.addClass("chosen");
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
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose(null);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    for (const graph of graphs.values()) graph.style(look());
  });
  addEventListener("resize", () => {
    for (const graph of graphs.values()) graph.resize().fit(undefined, 15);
  });
})();
