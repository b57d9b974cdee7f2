// Keeps the page of a bottleneck up to date, and sends a cause without leaving it. Without this script a form and a link do the same.
//
// The page asks whether there is anything newer than it shows; the answer comes when there is. What comes replaces the lists and the
// drawing, and never a field that somebody can type in.

const policy = globalThis.trustedTypes?.createPolicy("kring-patch", { createHTML: (html) => html })
  ?? { createHTML: (html) => html };

const SHORTEST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

const read = (text) => new DOMParser().parseFromString(policy.createHTML(text), "text/html");

function freshKey() {
  // `randomUUID` exists only over https; a practice may try Kring on its own network first.
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

customElements.define("kring-board", class extends HTMLElement {
  connectedCallback() {
    this.wait = SHORTEST_WAIT;
    this.status = this.querySelector("[data-status]");
    this.querySelector("[data-reload]").hidden = true;
    this.addEventListener("submit", (event) => event.target.closest("[data-adding]") && this.send(event));
    this.addEventListener("click", (event) => this.choose(event));
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.ask());
    addEventListener("pagehide", () => this.asking?.abort());
    addEventListener("pageshow", (event) => event.persisted && this.ask());
    this.ask();
  }

  say(text) {
    this.status.textContent = text;
  }

  get field() {
    return this.querySelector("[data-adding] [name=text]");
  }

  // What others do.

  async ask() {
    clearTimeout(this.again);
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    try {
      const answer = await fetch(`${this.dataset.here}/parts?after=${this.dataset.version}`, { signal: asking.signal });
      if (answer.redirected || (answer.status !== 200 && answer.status !== 204)) throw new Error("no answer");
      if (answer.status === 200) this.show(read(await answer.text()));
      this.wait = SHORTEST_WAIT;
      this.later(document.visibilityState === "visible" ? 0 : LONGEST_WAIT);
    } catch {
      if (asking.signal.aborted) return;
      this.later(this.wait * (0.75 + Math.random() / 2));
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    }
  }

  later(wait) {
    clearTimeout(this.again);
    this.again = setTimeout(() => this.ask(), wait);
  }

  show(fresh) {
    const { version, state } = fresh.querySelector("[data-version]").dataset;
    this.dataset.version = version;
    if (state !== this.dataset.state) {
      this.turned(state);
      return;
    }
    const focus = document.activeElement?.id;
    const scrolled = this.querySelector("#bone-frame").scrollLeft;
    const before = this.querySelectorAll(".bone-causes li").length;
    for (const part of fresh.querySelectorAll("[data-part]")) {
      this.querySelector(`[data-part="${part.dataset.part}"]`).replaceWith(part);
    }
    this.querySelector("#bone-frame").scrollLeft = scrolled;
    for (const voters of this.querySelectorAll("[data-voters]")) {
      voters.textContent = fresh.querySelector("[data-voters]").textContent;
    }
    this.showPlaces(fresh.querySelector("[data-places]"));
    if (focus && document.activeElement?.id !== focus) document.getElementById(focus)?.focus({ preventScroll: true });
    if (this.querySelectorAll(".bone-causes li").length > before && !this.sent) this.say(this.dataset.news);
    this.sent = false;
  }

  /** The places where something can be added; the chosen one stays chosen. */
  showPlaces(fresh) {
    const places = this.querySelector("[data-adding] select");
    if (!fresh || !places) return;
    const chosen = places.value;
    places.replaceChildren(...fresh.children);
    if ([...places.options].some((option) => option.value === chosen)) places.value = chosen;
  }

  /** Another step means other forms. A page on which somebody is in the middle of something waits for them. */
  turned(state) {
    const boxes = [...this.querySelectorAll("#vote input")];
    const isBusy = this.field?.value || boxes.some((box) => box.checked !== box.defaultChecked);
    if (!isBusy) {
      location.assign(this.dataset.here);
      return;
    }
    this.dataset.state = state;
    this.querySelector("[data-reload]").hidden = false;
    this.say(this.dataset.turned);
  }

  // What one does oneself.

  /** "Why?" beside a cause chooses it in the form, and goes there. */
  choose(event) {
    const link = event.target.closest("a[data-under]");
    const places = this.querySelector("[data-adding] select");
    if (!link || !places || event.ctrlKey || event.metaKey || event.shiftKey) return;
    places.value = link.dataset.under;
    event.preventDefault();
    this.field.focus();
  }

  async send(event) {
    event.preventDefault();
    const form = event.target;
    if (this.sending) return;
    this.sending = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (answer.ok && answer.redirected) this.stored(form);
      else this.refused(read(await answer.text()));
    } catch {
      this.say(this.dataset.unsent);
    } finally {
      this.sending = false;
    }
  }

  stored(form) {
    const text = form.elements.text;
    text.value = "";
    text.removeAttribute("aria-invalid");
    for (const problem of form.querySelectorAll(".field-problem")) problem.remove();
    form.elements.key.value = freshKey();
    this.sent = true;
    this.say("");
    text.focus();
  }

  /** The page that came instead has the form with its problem, or says why there is none any more. */
  refused(page) {
    const fresh = page.querySelector("[data-adding]");
    if (fresh) {
      this.querySelector("[data-adding]").replaceWith(fresh);
      fresh.querySelector("[aria-invalid]")?.focus();
    } else {
      const why = page.querySelector(".notice.problem") ?? page.querySelector("main");
      this.say(why?.textContent.trim() || this.dataset.unsent);
    }
  }
});
