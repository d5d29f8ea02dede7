/* Everything works without this file. With it a file can be dropped anywhere on its box, a cell is saved as it is left,
   and the sheet stays where it was scrolled to. */
"use strict";

(() => {
  const drop = document.querySelector("[data-drop]");
  if (drop) {
    const file = drop.querySelector("input[type=file]");
    const send = () => {
      if (!file.files.length) return;
      if (file.files[0].size > Number(drop.dataset.most)) {
        drop.querySelector("[data-said]").textContent = drop.dataset.large;
        file.value = "";
        return;
      }
      drop.querySelector("[data-said]").textContent = drop.dataset.busy;
      drop.submit();
    };
    file.addEventListener("change", send);
    for (const name of ["dragenter", "dragover"]) {
      drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
    }
    drop.addEventListener("dragleave", (event) => {
      if (!drop.contains(event.relatedTarget)) drop.classList.remove("over");
    });
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      if (event.dataTransfer.files.length) { file.files = event.dataTransfer.files; send(); }
    });
  }

  let asked = 0;  // the latest answer counts
  let waiting = null;  // a field that was left, until it is known what was done instead

  const inputs = () => [...document.querySelectorAll("#sheet input:not([type=hidden]), .ask input:not([type=hidden])")];

  /* The fields above the one that was mended: what is open comes after them, or was not there before. */
  const above = (held) => {
    const own = held?.closest?.(".remark") || held;
    const all = [...inputs(), ...document.querySelectorAll(".mend button[id]")];
    return new Set(all.filter((input) => own && own.compareDocumentPosition(input) & Node.DOCUMENT_POSITION_PRECEDING).map((input) => input.id));
  };

  const toMend = (level, passed) => {
    const places = [...document.querySelectorAll(`.remark.${level} .mend`)];
    const open = places.map((mend) => mend.querySelector("input:not([type=hidden])") || mend.querySelector("button[id]")).filter(Boolean);
    return open.find((input) => !passed.has(input.id)) || open[0];
  };

  /* Where the focus goes once the page is anew: the field it was in; else, where an answer was sent, to what is still asked;
     else to the next error, a question, the next thing to look at; where nothing is open, to the way on. */
  const focusAgain = (id, passed, answering) => {
    const same = id && document.getElementById(id);
    const asked = document.querySelector(".ask h2");
    const open = (answering && asked) || toMend("error", passed) || asked || toMend("warning", passed);
    const next = same || open || document.getElementById("to-sign") || document.getElementById("status");
    const shown = next && (next.closest("details:not([open])")?.querySelector("summary") || next);
    if (shown) shown.focus({ preventScroll: next === same });
  };

  const show = (text, address, id, passed, moved, answering) => {
    const anew = new DOMParser().parseFromString(text, "text/html");
    const content = anew.getElementById("content");
    if (!content) { location.assign(address); return; }
    const [left, top] = [document.querySelector(".scroll")?.scrollLeft ?? 0, window.scrollY];
    const typed = Object.fromEntries(inputs().filter((input) => input.id && input.value !== input.defaultValue && input.id !== moved).map((input) => [input.id, input.value]));
    const chosen = [...document.querySelectorAll(".ask input:checked, .ask select")].map((each) => [each.name, each.value]);
    document.getElementById("content").replaceWith(document.adoptNode(content));
    document.title = anew.title;
    for (const [name, value] of Object.entries(typed)) {
      const input = document.getElementById(name);
      if (input && input.type !== "radio") input.value = value;
    }
    for (const [name, value] of chosen) {
      for (const each of document.getElementsByName(name)) {
        if (each.matches("select")) each.value = value;
        else if (each.value === value) each.checked = true;
      }
    }
    const sheet = document.querySelector(".scroll");
    if (sheet) sheet.scrollLeft = left;
    window.scrollTo(0, top);
    if (id !== null) focusAgain(id, passed, answering);
  };

  /* Nothing came through: what was typed stays where it is. */
  const away = () => {
    const status = document.getElementById("status");
    const said = document.getElementById("away") || status.insertAdjacentElement("afterend", document.createElement("p"));
    Object.assign(said, { id: "away", className: "trouble", role: "alert", textContent: status.dataset.away });
    said.scrollIntoView({ block: "nearest" });
  };

  const send = async (form, button, target) => {
    const data = new FormData(form, button && button.name ? button : undefined);
    const mine = ++asked;
    const held = target || document.activeElement;
    const passed = above(held);
    document.getElementById("content").setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(data), credentials: "same-origin" });
      const text = await answer.text();
      if (mine !== asked) return;
      const now = document.activeElement;
      show(text, answer.url, now && now.id ? now.id : held && held.id ? held.id : "", passed, form.dataset.sent, form.matches(".ask form, .answered, #columns"));
      if (answer.redirected) history.replaceState(null, "", answer.url.split("#")[0]);
    } catch {
      away();
    } finally {
      document.getElementById("content").removeAttribute("aria-busy");
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-live]")) return;
    event.preventDefault();
    clearTimeout(waiting);
    send(form, event.submitter, document.activeElement);
  });

  /* A cell is saved as it is left; what was pressed meanwhile comes first. */
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!input.matches(".remark input[name^='to:']")) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (input.isConnected) send(input.form, null, document.activeElement); }, 250);
  });

  /* A cell that is chosen opens its row, the cursor in it. */
  document.addEventListener("click", (event) => {
    const cell = event.target.closest("td[data-cell]");
    if (!cell || String(getSelection())) return;
    const there = document.getElementById(`to-${cell.dataset.cell}`);
    if (there) { there.focus(); there.select(); return; }
    const link = cell.parentElement.querySelector("th a");
    fetch(link.href, { credentials: "same-origin" }).then((answer) => answer.text()).then((text) => {
      show(text, link.href, `e-${cell.dataset.cell}`, new Set(), "", false);
    }).catch(() => location.assign(link.href));
  });
})();
