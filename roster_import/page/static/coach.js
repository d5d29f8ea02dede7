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

  /* The proof lies in the page as long as it is, so that there is one thing to scroll; it holds no script. */
  const proof = document.querySelector("iframe.proof");
  const whole = () => {
    const shown = proof.contentDocument?.documentElement;
    if (shown?.querySelector("body > *")) proof.style.height = `${shown.offsetHeight + 2}px`;
  };
  if (proof) {
    proof.addEventListener("load", whole);
    addEventListener("resize", whole);
    whole();
  }

  let left = null;  // a field that was left, until it is known what was done instead
  let waiting = null;  // for what is done instead

  const inputs = () => [...document.querySelectorAll("#sheet input:not([type=hidden]), .ask input:not([type=hidden])")];

  /* What is open, as it stands on the page: all suggestions at once, questions, and what is said of cells. */
  const open = () => [...document.querySelectorAll("#take-all, .ask h2, .remark .mend")]
    .map((each) => each.matches(".mend") ? each.querySelector("input:not([type=hidden])") || each.querySelector("button[id]") : each)
    .filter(Boolean);

  /* What is open above the field that was mended: one goes on below it, or to what was not there before. */
  const above = (held) => {
    const own = held?.closest?.(".remark") || held;
    return new Set(open().filter((each) => own && own.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING).map((each) => each.id));
  };

  /* Where the focus goes once the page is anew: the field it was in; else, where an answer was sent, to what is still asked;
     else to what is open next as one reads, from the top again; where nothing is open, to the way on. */
  const focusAgain = (id, passed, answering) => {
    const same = id && document.getElementById(id);
    const asked = answering && document.querySelector(".ask h2");
    const next = same || asked || open().find((each) => !passed.has(each.id)) || open()[0] || document.getElementById("to-sign") || document.getElementById("status");
    const shown = next && (next.closest("details:not([open])")?.querySelector("summary") || next);
    if (shown) shown.focus({ preventScroll: next === same });
  };

  /* What was read further down stays where it is, whatever goes or comes above it. */
  const below = (held) => {
    const own = held?.closest?.(".remark, tr") || held;
    const after = (each) => own?.isConnected && own.compareDocumentPosition(each) === Node.DOCUMENT_POSITION_FOLLOWING;
    return [...document.querySelectorAll(".remark[id], .sheet tbody tr[id]")].filter(after).map((each) => [each.id, each.getBoundingClientRect().top]);
  };

  const stay = (places, top) => {
    const [id, was] = places.find(([id]) => document.getElementById(id)) || [];
    const moved = id ? document.getElementById(id).getBoundingClientRect().top + window.scrollY - was : top;
    window.scrollTo(0, moved);
  };

  const keepTyped = (typed, chosen) => {
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
  };

  const show = (anew, asked) => {
    const [left, top, places] = [document.querySelector(".scroll")?.scrollLeft ?? 0, window.scrollY, below(asked.held)];
    const typed = Object.fromEntries(inputs().filter((input) => input.id && input.value !== input.defaultValue).map((input) => [input.id, input.value]));
    const chosen = [...document.querySelectorAll(".ask input:checked, .ask select")].map((each) => [each.name, each.value]);
    const now = document.activeElement;
    const caret = now !== asked.held && now?.matches("#sheet input") ? [now.selectionStart, now.selectionEnd] : null;
    stood = spots();
    document.getElementById("content").replaceWith(document.adoptNode(anew.getElementById("content")));
    document.title = anew.title;
    keepTyped(typed, chosen);
    const sheet = document.querySelector(".scroll");
    if (sheet) sheet.scrollLeft = left;
    stay(places, top);
    focusAgain(asked.focus || now?.id || asked.held?.id || "", asked.passed, asked.answering);
    if (caret && document.activeElement.id === now.id) document.activeElement.setSelectionRange(...caret);
    markUnread();
  };

  /* Nothing came through: what was typed stays where it is. */
  const away = () => {
    const status = document.getElementById("status");
    const said = document.getElementById("away") || status.insertAdjacentElement("afterend", document.createElement("p"));
    Object.assign(said, { id: "away", className: "trouble", role: "alert", textContent: status.dataset.away });
    said.scrollIntoView({ block: "nearest" });
  };

  /* ---------------------------------------------------------------------------------------- one thing after another
     What is pressed while an answer is under way is carried out after it, and shown with it. */

  const queue = [];
  let busy = false;
  let onward = "";  // where a link leads that was followed meanwhile

  const ask = (asked) => {
    queue.push({ passed: new Set(), answering: false, ...asked });
    if (!busy) work();
  };

  const send = (form, button, held) => {
    if (button?.matches(".sent")) return;  // pressed twice
    button?.classList.add("sent");
    const body = new URLSearchParams(new FormData(form, button?.name ? button : undefined));
    const answering = form.matches(".ask form, .answered form, .before, #columns");
    ask({ address: form.action, body, held, passed: above(answering ? null : held), answering });
  };

  /* What the next answer would pass over: that something could not be done. */
  const troubles = (anew) => [...anew.querySelectorAll("#content .trouble[role=alert]")];

  const work = async () => {
    busy = true;
    document.getElementById("content").setAttribute("aria-busy", "true");
    const said = [];
    try {
      while (queue.length) {
        const asked = queue.shift();
        const answer = await fetch(asked.address, { method: asked.body ? "POST" : "GET", body: asked.body, credentials: "same-origin" });
        const anew = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (!anew.getElementById("content")) { location.assign(answer.url); return; }
        await lifted();
        if (queue.length) { said.push(...troubles(anew)); continue; }
        anew.getElementById("status")?.after(...said.splice(0));
        show(anew, asked);
        if (answer.redirected) history.replaceState(null, "", answer.url.split("#")[0]);
      }
    } catch {
      queue.length = 0;
      onward = "";
      for (const button of document.querySelectorAll(".sent")) button.classList.remove("sent");
      away();
    } finally {
      busy = false;
      document.getElementById("content").removeAttribute("aria-busy");
    }
    if (onward) location.assign(onward);
    onward = "";
  };

  /* -------------------------------------------------------------------------------------------------- under the finger
     Nothing is shown anew between the touch of a finger and its click; and a finger that comes down before anybody can
     have read what is shown anew means what stood there before. */

  const UNREAD = 350;  // milliseconds
  const CLICK = 300;  // milliseconds from a finger that is lifted to its click
  const LONG = 2000;  // milliseconds of a press that is none: of a bar that scrolls nobody hears that it was let go
  const PRESSED = "button, a[href], summary, select, label, input:not([type=hidden]), td[data-cell]";
  let stood = [];  // what could be pressed before the page was shown anew, each with its place
  let meant = null;  // what a finger means that came down before that was read, where it means anything
  let pressing = 0;
  let unshown = [];

  const lifted = () => new Promise((go) => { if (pressing) unshown.push(go); else go(); });

  const hold = (milliseconds) => {
    clearTimeout(pressing);
    pressing = setTimeout(() => {
      pressing = 0;
      for (const go of unshown.splice(0)) go();
    }, milliseconds);
  };

  const spots = () => [...document.querySelectorAll("#content *")].filter((each) => each.matches(PRESSED))
    .map((each) => ({ each, box: each.getBoundingClientRect() }))
    .filter(({ box }) => box.width && box.bottom > 0 && box.top < innerHeight);

  const spotAt = (x, y) => stood.find(({ box }) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom)?.each;

  const isSame = (each, other) => each.tagName === other.tagName
    && ["id", "for", "name", "value", "href", "data-cell"].every((name) => each.getAttribute(name) === other.getAttribute(name));

  /* Until it can have been read nothing of it can be hit. */
  const markUnread = () => {
    const content = document.getElementById("content");
    content.classList.add("unread");
    setTimeout(() => content.classList.remove("unread"), UNREAD);
  };

  const press = (spot) => {
    const same = [...document.querySelectorAll(PRESSED)].find((each) => isSame(each, spot));
    if (same) {
      same.focus({ preventScroll: true });
      same.click();
    } else if (spot.matches("button:not([form])") && spot.form.matches("[data-live]")) {
      send(spot.form, spot, document.activeElement);
    }
  };

  addEventListener("pointerdown", (event) => {
    hold(LONG);
    const unread = document.querySelector("#content.unread");
    meant = unread && event.target.contains(unread) ? { spot: spotAt(event.clientX, event.clientY) } : null;
  }, true);
  addEventListener("pointerup", () => hold(CLICK), true);
  addEventListener("pointercancel", () => hold(0), true);
  addEventListener("click", (event) => {
    if (pressing) hold(0);
    if (!meant || !event.detail) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { spot } = meant;
    meant = null;
    if (spot) press(spot);
  }, true);

  /* A field that was left is saved before what was done instead, where that does not save it along. */
  const saveLeft = (form) => {
    clearTimeout(waiting);
    if (left?.isConnected && left.form !== form) send(left.form, null, document.activeElement);
    left = null;
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-live]")) return;
    event.preventDefault();
    saveLeft(form);
    send(form, event.submitter, document.activeElement);
  });

  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!input.matches(".remark input[name^='to:']")) return;
    clearTimeout(waiting);
    left = input;
    waiting = setTimeout(saveLeft, 250);
  });

  /* A link is followed once all is saved. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("#content a[href]");
    if (!link || link.getAttribute("href").startsWith("#") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    saveLeft();
    if (!busy) return;
    event.preventDefault();
    onward = link.href;
  });

  /* What is typed replaces the text of a cell: it is selected as its field is entered, unless something was typed there.
     A finger or a mouse puts the cursor into it only then, which selects nothing. */
  let entered = null;
  const select = (field) => {
    const untouched = field?.matches?.("#sheet input[name^='to:'], .remark input[name^='to:']") && field.value === field.defaultValue;
    if (untouched && field.selectionStart === field.selectionEnd) field.select();
  };
  document.addEventListener("pointerdown", (event) => { entered = event.target === document.activeElement ? null : event.target; });
  document.addEventListener("focusin", (event) => select(event.target));
  document.addEventListener("click", (event) => {
    if (event.target === entered) select(entered);
    entered = null;
  });

  /* A cell that is chosen opens its row, the cursor in it. */
  document.addEventListener("click", (event) => {
    const cell = event.target.closest("td[data-cell]");
    if (!cell || String(getSelection())) return;
    const there = document.getElementById(`to-${cell.dataset.cell}`);
    if (there) { there.focus(); return; }
    ask({ address: cell.parentElement.querySelector("th a").href, focus: `e-${cell.dataset.cell}` });
  });
})();
