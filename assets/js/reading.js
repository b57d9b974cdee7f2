// A thread that was in sight has been read. Without this script there is a button for it.

const form = document.querySelector(".read-mark");

/** Sends the form once, when the page has been in sight for a moment. */
function note() {
  if (document.visibilityState !== "visible") return;
  document.removeEventListener("visibilitychange", note);
  setTimeout(async () => {
    const body = new URLSearchParams(new FormData(form));
    const reply = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    if (reply.ok || reply.type === "opaqueredirect") form.hidden = true;
  }, 1500);
}

if (form) {
  document.addEventListener("visibilitychange", note);
  note();
}
