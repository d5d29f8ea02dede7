/* Everything works without this file; with it a page that waits for something looks again by itself. */
"use strict";

// A form that is sent once: a second click has nothing to say (and would be told so by the server).
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", () => {
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
    form.addEventListener("submit", (again) => again.preventDefault());
  });
}

// A page about something under way is loaded again when that has ended.
const waiting = document.querySelector("[data-look-again]");
if (waiting) {
  const look = async () => {
    try {
      const answer = await fetch(waiting.dataset.lookAgain, { headers: { accept: "application/json" } });
      if (answer.ok && !(await answer.json()).waiting) return location.reload();
    } catch { /* the server is away for a moment */ }
    setTimeout(look, 1500);
  };
  setTimeout(look, 1000);
}

// What stands there can be copied with a button.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
  });
}
