"use strict";
// Opens what a link leads to, and all cells of the matrix at once. The page reads without it.
(() => {
  const all = (query) => [...document.querySelectorAll(query)];
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    target.scrollIntoView({ block: "start" });
  };
  addEventListener("hashchange", reveal);
  reveal();

  for (const button of all("button.all")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const cells = all(".matrix details");
      const open = !cells.every((cell) => cell.open);
      for (const cell of cells) cell.open = open;
      button.textContent = open ? button.dataset.close : button.dataset.open;
    });
  }

  // Paper has no clicks: all words are printed, and shut again afterwards.
  let shut = [];
  addEventListener("beforeprint", () => {
    shut = all("details:not([open])");
    for (const box of shut) box.open = true;
  });
  addEventListener("afterprint", () => {
    for (const box of shut) box.open = false;
  });
})();
