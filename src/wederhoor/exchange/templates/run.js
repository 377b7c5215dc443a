"use strict";
// Draws the graphs so that they fit their frames, shows a chosen loop, link or name in them and in the lists, and opens the
// words of a chosen edge. The page reads without it.
(() => {
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const graphs = new Map();
  const coarse = matchMedia("(pointer: coarse)").matches;
  const LETTERS = 13; // pixels, at a zoom of 1
  const ROW = 17; // pixels of a row of a name
  const WRAP = 110; // pixels after which a name goes on in a next row
  const WRAP_NARROW = 60; // the same in a frame in which few names stand beside each other
  const NARROW = 520; // pixels of such a frame
  const LEGIBLE = 11 / LETTERS;
  const STEP = 1.25;
  const MOVE = 60; // pixels a key
  const EDGE = 15; // pixels around a drawing
  const LARGEST = 1.2; // the zoom of a drawing that has room to spare
  const TALLEST = 960; // pixels of a frame that grows with its drawing, where the style allows as much
  const PADDING = 9; // pixels around a name in its box, with the border
  const BETWEEN = [12, 18]; // pixels between two boxes beside and below each other
  const CROWDED = 0.35; // of a frame that boxes, with room for lines, may take before they are drawn smaller
  const LINES = [36, 44]; // pixels beside and below a box that lines take, about
  const SPARSE = 2.2; // times that a small drawing may be stretched over its frame
  const TRIES = 10; // places a turn that a box tries
  const TURNS = 120;
  const HEAT = 4;
  const PASSES = 3; // as long as a line has to go round a box
  const LAST_PASSES = 8; // as long as one has no way round
  const CALM = 150; // milliseconds after which a frame that changes is drawn anew
  const WORK = 6e6; // looks of a line at a box or another line, all tries together: a tenth of a second or so
  const BENDS = [20, -20, 40, -40, 70, -70, 100, -100, 140, -140, 190, -190]; // pixels that a line is bent by which runs through a box else

  // Colours come from the page's style, so that light, dark and forced colours hold here too.
  function look() {
    const css = getComputedStyle(document.documentElement);
    const colour = (name) => css.getPropertyValue(name).trim();
    const arrow = { "target-arrow-shape": "triangle", "line-style": "solid" };
    return [
      { selector: "node", style: {
        label: "data(name)", "text-wrap": "wrap", "text-valign": "center",
        color: colour("--ink"), "background-color": colour("--panel"), "border-width": 1, "border-color": colour("--soft"),
        shape: "round-rectangle", width: "data(width)", height: "data(height)", padding: 8 } },
      { selector: "node[letters]", style: { "font-size": "data(letters)", "text-max-width": "data(wrap)" } },
      { selector: "edge", style: {
        width: 2, "curve-style": "bezier", label: "data(mark)", "font-size": 16, "font-weight": "bold", "min-zoomed-font-size": 11,
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
        "line-style": "dotted", "target-arrow-shape": "circle", "target-arrow-fill": "hollow", "font-size": LETTERS + 1,
        "font-weight": "normal" } },
      { selector: "edge[bend]", style: {
        "curve-style": "unbundled-bezier", "control-point-distances": "data(bend)", "control-point-weights": "data(at)",
        "edge-distances": "node-position" } },
      { selector: "node[way = 'up']", style: { "border-width": 3, "border-color": colour("--c1"), "background-color": colour("--t1") } },
      { selector: "node[way = 'down']", style: {
        "border-width": 3, "border-color": colour("--c2"), "background-color": colour("--t2"), "border-style": "dashed" } },
      { selector: "node.bare", style: { label: "", shape: "ellipse", padding: 0, "background-color": colour("--soft") } },
      { selector: ".faint", style: { opacity: 0.2 } },
      { selector: "edge.chosen", style: { width: 4 } },
      { selector: "node.chosen", style: { "border-width": 3, "border-color": colour("--ink") } },
    ];
  }

  // Cytoscape wraps a label but does not size its node by it.
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = "13px Helvetica Neue, Helvetica, sans-serif";
  function sized(name, wrap) {
    const wide = (words) => pen.measureText(words).width;
    const words = name.split(/\s+/);
    const most = Math.max(wrap, ...words.map(wide));
    const rows = [words[0]];
    for (const word of words.slice(1)) {
      const longer = `${rows.at(-1)} ${word}`;
      if (wide(longer) <= most) rows[rows.length - 1] = longer;
      else rows.push(word);
    }
    return { w: Math.max(...rows.map(wide)), h: ROW * rows.length };
  }

  function draw(box) {
    const number = box.id.replace("graph-", "");
    const data = JSON.parse(document.getElementById(`data-${number}`).textContent);
    const nodes = data.nodes.map(({ x, y, ...node }) => ({ data: { ...node, width: 0, height: 0 }, position: { x, y } }));
    const marks = { plus: "+", minus: "\u2212", unknown: "?" };
    const edges = data.edges.map((edge) => ({ data: { ...edge, optional: edge.optional, mark: edge.mark ?? marks[edge.sign] ?? `\u2715 ${edge.stance}` } }));
    const graph = cytoscape({
      container: box,
      elements: { nodes, edges },
      style: look(),
      layout: { name: "preset" },
      maxZoom: 3,
      userZoomingEnabled: false, // by a wheel alone the page scrolls
      boxSelectionEnabled: false,
      autoungrabify: coarse,
    });
    graph.on("tap", "edge", (event) => open(number, event.target.id()));
    graph.on("tap", "node", (event) => markNode(number, event.target));
    graph.on("tap", (event) => { if (event.target === graph) mark(number, null, []); });
    graph.on("zoom", () => write(graph));
    graphs.set(number, graph);
    graph.nodes().forEach((node) => { node.scratch("own", { ...node.position() }); });
    let [size, waits] = ["", 0];
    const fill = () => {
      if (size === `${box.clientWidth} ${box.clientHeight}`) return; // it was the drawing that made it so
      makeRoom(graph);
      settle(graph);
      size = `${box.clientWidth} ${box.clientHeight}`;
    };
    fill();
    new ResizeObserver(() => {
      clearTimeout(waits);
      waits = setTimeout(fill, CALM);
    }).observe(box);
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

  // Pieces of a drawing: boxes by their middles, and lines between two of them.
  function pieces(graph) {
    const boxes = graph.nodes().map((node) => {
      const own = node.scratch("own");
      return { node, own, x: 0, y: 0, w: own.w / 2 + PADDING, h: own.h / 2 + PADDING, lines: [] };
    });
    const of = new Map(boxes.map((box) => [box.node.id(), box]));
    const lines = graph.edges().filter((edge) => !edge.isLoop()).map((edge) => {
      const told = edge.data("mark");
      const line = { edge, a: of.get(edge.data("source")), b: of.get(edge.data("target")), w: told ? 10 + 3.5 * told.length : 0, h: 16 };
      line.a.lines.push(line);
      line.b.lines.push(line);
      return line;
    });
    return { boxes, lines };
  }
  const covers = (a, b, [beside, below] = BETWEEN) => Math.abs(a.x - b.x) < a.w + b.w + beside && Math.abs(a.y - b.y) < a.h + b.h + below;

  // As they came, stretched to the room, and those that would cover each other moved apart inside it.
  function spread(boxes, wide, high) {
    const free = { x: wide - 2 * Math.max(...boxes.map((box) => box.w)), y: high - 2 * Math.max(...boxes.map((box) => box.h)) };
    const axes = {};
    for (const at of ["x", "y"]) {
      const all_ = boxes.map((box) => box.own[at]);
      const [from, to] = [Math.min(...all_), Math.max(...all_)];
      axes[at] = { middle: (from + to) / 2, by: Math.max(1, free[at]) / Math.max(to - from, 130) };
    }
    const loose = Math.min(1, Math.sqrt(SPARSE / (axes.x.by * axes.y.by)));
    for (const box of boxes) {
      box.x = wide / 2 + (box.own.x - axes.x.middle) * axes.x.by * loose;
      box.y = high / 2 + (box.own.y - axes.y.middle) * axes.y.by * loose;
    }
    for (let turn = 0; turn < 200; turn++) {
      let moved = false;
      for (const [number, a] of boxes.entries()) {
        for (const b of boxes.slice(number + 1)) {
          if (!covers(a, b)) continue;
          const over = { x: a.w + b.w + BETWEEN[0] - Math.abs(a.x - b.x), y: a.h + b.h + BETWEEN[1] - Math.abs(a.y - b.y) };
          const at = turn % 20 === 19 ? "x" : over.x < over.y ? "x" : "y"; // now and then the other way round
          const by = (a[at] <= b[at] ? 1 : -1) * (over[at] / 2 + 1);
          [a[at], b[at]] = [a[at] - by, b[at] + by];
          moved = true;
        }
      }
      for (const box of boxes) inside(box, wide, high);
      if (!moved) return true;
    }
    return !boxes.some((a, number) => boxes.slice(number + 1).some((b) => covers(a, b)));
  }
  function inside(box, wide, high) {
    box.x = Math.max(box.w, Math.min(wide - box.w, box.x));
    box.y = Math.max(box.h, Math.min(high - box.h, box.y));
  }

  // Whether a line runs through a box: not where it lies beside it, nor where all corners are on one side of it.
  function through(a, b, box) {
    const [w, h] = [box.w + 3, box.h + 3];
    const [ax, ay, bx, by] = [a.x - box.x, a.y - box.y, b.x - box.x, b.y - box.y];
    if ((ax > w && bx > w) || (ax < -w && bx < -w) || (ay > h && by > h) || (ay < -h && by < -h)) return false;
    return Math.abs(ax * by - ay * bx) <= w * Math.abs(by - ay) + h * Math.abs(bx - ax);
  }
  const side = (a, b, c) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
  const cross = (a, b, c, d) => side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
  // How much of a line's word a box covers, which is halfway between the two.
  const hides = (line, box) => Math.abs((line.a.x + line.b.x) / 2 - box.x) < line.w + box.w && Math.abs((line.a.y + line.b.y) / 2 - box.y) < line.h + box.h;

  const hide = (one, other) => other !== one && other.w && hides(one, { x: (other.a.x + other.b.x) / 2, y: (other.a.y + other.b.y) / 2, w: other.w, h: 0 });

  // How badly a box stands where it stands.
  function cost(box, boxes, lines) {
    let sum = 0;
    for (const other of boxes) {
      if (other !== box && covers(box, other)) sum += 100;
    }
    for (const line of lines) {
      if (line.a === box || line.b === box) {
        sum += Math.hypot(line.a.x - line.b.x, line.a.y - line.b.y) / 400;
        for (const other of boxes) {
          const end = other === line.a || other === line.b;
          sum += (!end && through(line.a, line.b, other) ? 20 : 0) + (line.w && hides(line, other) ? 4 : 0);
        }
        for (const other of lines) {
          const apart = other.a !== line.a && other.a !== line.b && other.b !== line.a && other.b !== line.b;
          sum += (apart && cross(line.a, line.b, other.a, other.b) ? 1.5 : 0) + (line.w && hide(line, other) ? 2 : 0);
        }
      } else sum += (through(line.a, line.b, box) ? 20 : 0) + (line.w && hides(line, box) ? 4 : 0);
    }
    return sum;
  }

  // Boxes try other places, and each other's, as long as lines then run through fewer boxes and cross fewer lines.
  function improve(boxes, lines, wide, high, pass) {
    let seed = 7919 * pass; // the same drawing in the same frame every time
    const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const look = 2 * lines.length * (boxes.length + lines.length) + boxes.length * lines.length; // a look at every box once
    const turns = Math.min(TURNS, Math.floor(WORK / (look * TRIES + 1)));
    for (let turn = 0; turn < turns; turn++) {
      const left = 1 - turn / turns;
      const [reach, heat] = [left ** 1.5, HEAT * left ** 3];
      for (const box of boxes) {
        let now = cost(box, boxes, lines);
        for (let at = 1; at < TRIES; at++) {
          const { x, y } = box;
          box.x += (chance() - 0.5) * wide * reach;
          box.y += (chance() - 0.5) * high * reach;
          inside(box, wide, high);
          const then = cost(box, boxes, lines);
          if (then < now - heat * Math.log(chance())) now = then;
          else Object.assign(box, { x, y });
        }
        const other = boxes[Math.floor(chance() * boxes.length)];
        const both = now + cost(other, boxes, lines);
        const [one, two] = [{ x: box.x, y: box.y }, { x: other.x, y: other.y }];
        inside(Object.assign(box, two), wide, high);
        inside(Object.assign(other, one), wide, high);
        if (cost(box, boxes, lines) + cost(other, boxes, lines) < both) continue;
        Object.assign(box, one);
        Object.assign(other, two);
      }
    }
  }

  // Where a line from the middle of a box to somewhere leaves it.
  function rim(box, to) {
    const by = Math.min(1, box.w / Math.abs(to.x - box.x), box.h / Math.abs(to.y - box.y));
    return { x: box.x + (to.x - box.x) * by, y: box.y + (to.y - box.y) * by };
  }

  const limits = (boxes) => [
    Math.min(...boxes.map((box) => box.x - box.w)), Math.max(...boxes.map((box) => box.x + box.w)),
    Math.min(...boxes.map((box) => box.y - box.h)), Math.max(...boxes.map((box) => box.y + box.h)),
  ];

  // How a line goes round the boxes that it would run through; nothing where it runs through none, null where there is no way.
  function detour({ a, b }, boxes) {
    const others = boxes.filter((box) => box !== a && box !== b);
    if (!others.some((box) => through(a, b, box))) return {};
    const long = Math.hypot(b.x - a.x, b.y - a.y);
    const [left, right, top, bottom] = limits(boxes);
    for (const [by, at] of BENDS.flatMap((one) => [[one, 0.5], [one, 0.25], [one, 0.75]])) {
      const over = { x: a.x + (b.x - a.x) * at - ((b.y - a.y) / long) * by, y: a.y + (b.y - a.y) * at + ((b.x - a.x) / long) * by };
      const [from, to] = [rim(a, over), rim(b, over)];
      const curve = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((part) => ({
        x: (1 - part) ** 2 * from.x + 2 * part * (1 - part) * over.x + part ** 2 * to.x,
        y: (1 - part) ** 2 * from.y + 2 * part * (1 - part) * over.y + part ** 2 * to.y,
      }));
      if (curve.some(({ x, y }) => x < left || x > right || y < top || y > bottom)) continue;
      if (others.some((box) => curve.slice(1).some((next, part) => through(curve[part], next, box)))) continue;
      return { bend: by, at };
    }
    return null;
  }

  // Everybody at a place in the frame where the names can be read, as large as there is room; where there is none, the frame
  // grows as far as it may, and then the drawing is larger than it.
  function arrange(graph, most) {
    const frame = graph.container();
    const { boxes, lines } = pieces(graph);
    const taken = boxes.reduce((sum, box) => sum + (2 * box.w + LINES[0]) * (2 * box.h + LINES[1]), 0);
    const free = (pixels) => pixels - 2 * EDGE - 8;
    const widest = 2 * Math.max(...boxes.map((box) => box.w));
    const tall = free(most) / LEGIBLE;
    const roomy = (free(frame.clientWidth) * free(frame.clientHeight) * CROWDED) / taken;
    const size = Math.max(LEGIBLE, Math.min(LARGEST, Math.sqrt(roomy)));
    let [wide, high] = [Math.max(widest, free(frame.clientWidth) / size), free(frame.clientHeight) / size];
    if (size === LEGIBLE) high = Math.max(high, Math.min(tall, taken / CROWDED / wide));
    while (!spread(boxes, wide, high)) [wide, high] = high * 1.05 < tall ? [wide, high * 1.05] : [wide * 1.05, high * 1.05];
    let best = null;
    for (let pass = 1; pass <= (best?.blocked ? LAST_PASSES : best?.bent ? PASSES : 1); pass++) {
      if (pass > 1) [wide, high] = [Math.max(wide, free(frame.clientWidth) / LEGIBLE), Math.max(high, Math.min(tall, high * 1.2))];
      improve(boxes, lines, wide, high, pass);
      const ways = lines.map((line) => detour(line, boxes));
      const [blocked, bent] = [ways.filter((way) => !way).length, ways.filter((way) => way?.bend).length];
      if (best && (blocked > best.blocked || (blocked === best.blocked && bent >= best.bent))) continue;
      best = { blocked, bent, ways, at: boxes.map(({ x, y }) => ({ x, y })) };
    }
    graph.edges().removeData("bend");
    graph.batch(() => {
      for (const [number, box] of boxes.entries()) box.node.position(Object.assign(box, best.at[number]));
      for (const [number, way] of best.ways.entries()) lines[number].edge.data(way ?? {});
    });
    const [, , top, bottom] = limits(boxes);
    return Math.ceil((bottom - top) * LEGIBLE);
  }

  // A frame gets the height that its drawing needs, within what the style of the page allows.
  function makeRoom(graph) {
    const box = graph.container();
    const wrap = box.clientWidth < NARROW ? WRAP_NARROW : WRAP;
    graph.nodes().forEach((node) => { Object.assign(node.scratch("own"), sized(node.data("name"), wrap)); });
    graph.removeScratch("written");
    box.style.height = `${TALLEST}px`;
    const most = box.clientHeight;
    box.style.height = "";
    const high = arrange(graph, most) + 2 * EDGE;
    if (high > box.clientHeight) box.style.height = `${Math.min(high, most) + 2}px`;
    graph.resize();
  }

  // Always all of it. No farther than that, and no smaller than names can be read if all of them can.
  function settle(graph, chosen) {
    graph.minZoom(1e-3);
    write(graph, 1);
    graph.fit(graph.nodes().union(graph.edges(":loop")), EDGE); // no line goes farther out than they
    graph.minZoom(Math.min(LEGIBLE, graph.zoom()));
    if (chosen) graph.fit(chosen, EDGE);
    if (graph.zoom() > LARGEST) {
      graph.zoom(LARGEST);
      graph.center(chosen);
    }
    write(graph);
  }

  // From a distance names keep the least size at which they can be read; of those that then would cover others, only a dot is
  // left of who has fewer lines.
  function write(graph, by = Math.max(1, LEGIBLE / graph.zoom())) {
    if (graph.scratch("written") === by) return;
    graph.scratch("written", by);
    const [placed, bare] = [[], by === 1 ? [] : graph.nodes().sort((a, b) => b.degree() - a.degree()).toArray()];
    graph.batch(() => {
      for (const node of graph.nodes()) {
        const { w, h } = node.scratch("own");
        node.removeClass("bare").data({ letters: LETTERS * by, wrap: (w + 1) * by, width: w * by, height: h * by });
      }
      for (const node of bare) {
        const box = { ...node.position(), w: node.data("width") / 2 + PADDING, h: node.data("height") / 2 + PADDING };
        if (placed.some((other) => covers(box, other, [0, 0]))) node.addClass("bare").data({ width: 10 * by, height: 10 * by });
        else placed.push(box);
      }
    });
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

  const listed = (number, edge) => document.getElementById(`${edge.startsWith("u") ? "unheld" : "edge"}-${number}-${edge.slice(1)}`);

  // What is marked in a drawing stands out there and in the list beside it.
  function mark(number, chosen, rows) {
    for (const row of all(".edge.marked")) row.classList.remove("marked");
    for (const graph of graphs.values()) graph.elements().removeClass("faint chosen");
    for (const row of rows) row.classList.add("marked");
    if (!chosen?.length) return;
    graphs.get(number).elements().not(chosen).addClass("faint");
    chosen.addClass("chosen");
  }
  function markNode(number, node) {
    const again = node.hasClass("chosen") && !node.cy().nodes(".chosen").not(node.closedNeighborhood()).length && node.scratch("marked");
    node.cy().nodes().forEach((one) => { one.removeScratch("marked"); });
    if (again) return void mark(number, null, []);
    node.scratch("marked", true);
    const rows = node.connectedEdges().map((edge) => listed(number, edge.id())).filter(Boolean);
    const key = node.data("key");
    mark(number, node.closedNeighborhood(), key ? [...rows, ...all(`.edge[data-ends~="${CSS.escape(key)}"]`)] : rows);
  }
  function markRow(row) {
    const found = /^(edge|unheld)-(\d+)-(\d+)$/.exec(row.id);
    const graph = found && graphs.get(found[2]);
    if (!graph) return;
    if (!row.open) return void (row.classList.contains("marked") && mark(found[2], null, []));
    const own = graph.getElementById(`${found[1][0]}${found[3]}`);
    const ends = (row.dataset.ends ?? "").split(" ");
    const nodes = own.length ? own.connectedNodes() : graph.nodes().filter((node) => ends.includes(node.data("key")));
    mark(found[2], own.length ? own.union(nodes) : nodes.union(nodes.edgesWith(nodes)), [row]);
  }

  function open(number, edge) {
    const words = listed(number, edge);
    words.open = true;
    markRow(words);
    words.querySelector("summary").focus({ preventScroll: true });
    words.scrollIntoView({ block: "center" });
  }

  function choose(item) {
    for (const other of all(".loop.current")) {
      other.classList.remove("current");
      other.querySelector(".show").setAttribute("aria-pressed", "false");
    }
    mark("", null, []);
    if (!item) return void graphs.forEach((graph) => settle(graph));
    item.classList.add("current");
    item.querySelector(".show").setAttribute("aria-pressed", "true");
    const graph = graphs.get(item.dataset.graph);
    const edges = graph.collection(item.dataset.edges.split(" ").filter(Boolean).map((at) => graph.getElementById(`e${at}`)));
    const chosen = edges.union(edges.connectedNodes());
    mark(item.dataset.graph, chosen, []);
    settle(graph, chosen);
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
  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.(".edge")) markRow(event.target);
  }, true);
})();
