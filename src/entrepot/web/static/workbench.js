// The keys of the reading view, and progress of long work. Every page works without this.
"use strict";

(() => {
  const cards = () => [...document.querySelectorAll("[data-card]")];
  const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

  const current = () => document.activeElement?.closest?.("[data-card]") ?? null;

  const move = (step) => {
    const all = cards();
    if (all.length === 0) return;
    const at = all.indexOf(current());
    const next = all[at === -1 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center", behavior: "instant" });
  };

  const press = (verdict) => {
    const card = current() ?? cards()[0];
    const button = card?.querySelector(`button.verdict-${verdict}`);
    if (!button) return;
    const who = card.querySelector("input[name=by]");
    if (who && who.value.trim() === "") {
      who.closest("details")?.setAttribute("open", "");
      who.focus();
      return;
    }
    button.click();
  };

  const edit = () => {
    const fold = (current() ?? cards()[0])?.querySelector("details.edit");
    if (!fold) return;
    fold.open = !fold.open;
    fold.querySelector("select, input:not([type=hidden])")?.focus();
  };

  const keys = {
    n: () => move(1),
    p: () => move(-1),
    a: () => press("accepted"),
    r: () => press("rejected"),
    u: () => press("undo"),
    e: edit,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const act = keys[event.key];
    if (act && cards().length > 0) {
      event.preventDefault();
      act();
    }
  });

  // A card that the address names is where the reader was: the keys go on from there. The browser itself takes the focus
  // away when it goes to the place in the address, which it does once all is loaded.
  const here = location.hash && document.getElementById(location.hash.slice(1))?.closest("[data-card]");
  const goThere = () => {
    here.focus({ preventScroll: true });
    here.scrollIntoView({ block: "center", behavior: "instant" });
  };
  if (here) window.addEventListener("load", () => setTimeout(goThere, 0));

  // Long work: its line is asked for again until it has ended.
  const work = document.querySelector("[data-jobs]");
  const refresh = async () => {
    try {
      const answer = await fetch(location.pathname, { headers: { accept: "text/html", "x-part": "jobs" } });
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.querySelector("[data-jobs]");
        if (fresh) work.replaceChildren(...fresh.childNodes);
        work.dataset.jobs = fresh ? fresh.dataset.jobs : "";
      }
    } catch {
      // The server may be starting anew; the next try tells.
    }
    if (work.dataset.jobs === "running") setTimeout(refresh, 1500);
  };
  if (work && work.dataset.jobs === "running") setTimeout(refresh, 1500);
})();
