// Everything works without this file. It only makes it nicer: filters answer when changed, a form is sent once, errors get focus.
document.addEventListener("DOMContentLoaded", () => {
  document.querySelector("#feil")?.focus();
  for (const form of document.querySelectorAll("form.filters, form.inline")) {
    form.addEventListener("change", (event) => { if (event.target.matches("select")) form.requestSubmit(); });
  }
  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
      setTimeout(() => delete form.dataset.sent, 5000);
    });
  }
});
// On a narrow screen a timeline opens where it matters: at today.
document.addEventListener("DOMContentLoaded", () => {
  for (const box of document.querySelectorAll(".tl")) {
    const now = box.querySelector(".today");
    if (now) box.scrollLeft = now.getBoundingClientRect().left - box.getBoundingClientRect().left - box.clientWidth * 0.7;
  }
});
// A button that copies what stands in a field, where the browser can.
document.addEventListener("DOMContentLoaded", () => {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    button.hidden = false;
    button.addEventListener("click", async () => {
      field.select();
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.done;
    });
  }
});
// Planned periods on a timeline can be moved and stretched by whole months, by pointer or keys. Nothing is saved: letting go, or Enter,
// opens the page that tries the change and explains it.
document.addEventListener("DOMContentLoaded", () => {
  for (const box of document.querySelectorAll(".tl[data-try]")) movable(box);
});
function movable(box) {
  const svg = box.querySelector("svg"), bars = [...box.querySelectorAll("g[data-period]")];
  const hint = document.getElementById("flytt-hjelp"), status = document.getElementById("flytt-status");
  if (!bars.length || !hint || !status) return;
  hint.hidden = false;
  svg.setAttribute("role", "group");
  const day = (text) => new Date(text + "T00:00:00Z"), DAY = 86400000;
  const first = day(box.dataset.start), span = day(box.dataset.end) - first;
  const x = (date) => 10 + Math.min(Math.max((date - first) / span, 0), 1) * 1160;
  const later = (date, months) => {
    const to = new Date(date);
    to.setUTCDate(1);
    to.setUTCMonth(to.getUTCMonth() + months);
    const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
    to.setUTCDate(Math.min(date.getUTCDate(), last));
    return to;
  };
  const norwegian = (date) => `${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()}`;
  for (const bar of bars) {
    const from = day(bar.dataset.from), to = bar.dataset.to ? day(bar.dataset.to) : null;
    const mayMove = "movable" in bar.dataset;
    let start = 0, end = 0, ghost = null;
    const dates = () => [later(from, start), to && later(to, end)];
    const show = () => {
      const [newFrom, newTo] = dates();
      if (!ghost) {
        ghost = document.createElementNS("http://www.w3.org/2000/svg", "rect");
        ghost.setAttribute("class", "t-ghost");
        ghost.setAttribute("height", "30");
        ghost.setAttribute("y", bar.querySelector("rect").getAttribute("y"));
        bar.append(ghost);
      }
      ghost.setAttribute("x", x(newFrom));
      ghost.setAttribute("width", Math.max(2, x(newTo ?? day(box.dataset.end)) - x(newFrom)));
      const last = newTo ? "–" + norwegian(new Date(newTo - DAY)) : "";
      status.textContent = `${bar.dataset.name}: ${norwegian(newFrom)}${last}`;
    };
    const change = (newStart, newEnd) => {
      if (to && later(to, newEnd) - later(from, newStart) < 27 * DAY) return;
      [start, end] = [newStart, newEnd];
      show();
    };
    const reset = () => {
      [start, end] = [0, 0];
      ghost?.remove();
      ghost = null;
      status.textContent = "";
    };
    const open = () => {
      if (!start && !end) return;
      const [newFrom, newTo] = dates();
      const query = new URLSearchParams({ prov: "1", hva: "periode", periode: bar.dataset.period, fra: norwegian(newFrom) });
      if (newTo) query.set("til", norwegian(new Date(newTo - DAY)));
      location.assign(`${box.dataset.try}?${query}#resultat`);
    };
    bar.setAttribute("tabindex", "0");
    bar.setAttribute("role", "button");
    bar.setAttribute("aria-describedby", "flytt-hjelp");
    bar.setAttribute("aria-label", bar.dataset.label);
    bar.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step && event.shiftKey) { if (to) change(start, end + step); }
      else if (step) { if (mayMove) change(start + step, end + step); }
      else if (event.key === "Enter" || event.key === " ") open();
      else if (event.key === "Escape") reset();
      else return;
      event.preventDefault();
    });
    bar.addEventListener("blur", reset);
    bar.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      const edges = bar.querySelector("rect").getBoundingClientRect();
      const right = [...bar.querySelectorAll("rect")].at(-1).getBoundingClientRect().right;
      const grip = Math.min(12, (right - edges.left) / 4);
      const part = to && event.clientX > right - grip ? "end" : mayMove && event.clientX < edges.left + grip ? "start" : "whole";
      if (part !== "end" && !mayMove) return;
      const perMonth = (svg.getBoundingClientRect().width * 1160 / 1180) / (span / DAY / 30.4375);
      const began = event.clientX;
      bar.setPointerCapture(event.pointerId);
      const move = (event) => {
        const months = Math.round((event.clientX - began) / perMonth);
        if (months || ghost) change(part === "end" ? 0 : months, part === "start" ? 0 : months);
      };
      const done = (event) => {
        for (const name of ["pointermove", "pointerup", "pointercancel"]) bar.removeEventListener(name, { pointermove: move }[name] ?? done);
        if (event.type === "pointerup") open(); else reset();
      };
      bar.addEventListener("pointermove", move);
      bar.addEventListener("pointerup", done);
      bar.addEventListener("pointercancel", done);
    });
  }
}
// The map of municipalities is one tab stop; the arrow keys go to the nearest hexagon that way. The table below says the same.
document.addEventListener("DOMContentLoaded", () => {
  const help = document.getElementById("kart-hjelp"), chosen = document.getElementById("kart-valgt");
  const map = document.querySelector("svg.hexagons"), links = [...(map?.querySelectorAll("a") ?? [])];
  if (!help || !chosen || !links.length) return;
  const middle = (link) => { const box = link.getBBox(); return [box.x + box.width / 2, box.y + box.height / 2]; };
  const places = new Map(links.map((link) => [link, middle(link)]));
  map.querySelector("g").removeAttribute("aria-hidden");
  map.querySelector(".map-names")?.setAttribute("aria-hidden", "true");
  map.setAttribute("aria-describedby", "kart-hjelp");
  help.hidden = false;
  for (const link of links) link.setAttribute("aria-label", link.querySelector("title").textContent);
  links[0].setAttribute("tabindex", "0");
  const go = (from, dx, dy) => {
    const [x, y] = places.get(from);
    let best = null, least = Infinity;
    for (const [link, [a, b]] of places) {
      const along = (a - x) * dx + (b - y) * dy, aside = Math.abs((a - x) * dy) + Math.abs((b - y) * dx);
      // Rows lie half a hexagon apart: what is nearly straight ahead goes before what is nearer but aside.
      if (link !== from && along > 40 && along + aside * 2 < least) [best, least] = [link, along + aside * 2];
    }
    best?.focus();
  };
  map.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const link = event.target.closest("a");
    if (!step || !link) return;
    event.preventDefault();
    go(link, ...step);
  });
  map.addEventListener("focusin", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    for (const other of links) other.setAttribute("tabindex", other === link ? "0" : "-1");
    chosen.textContent = link.getAttribute("aria-label");
    chosen.hidden = false;
  });
  map.addEventListener("focusout", () => { chosen.hidden = true; });
});
