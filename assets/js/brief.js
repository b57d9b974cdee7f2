// A case that keeps itself while somebody writes. Without this script the buttons keep it, and nothing else changes.
//
// A moment after the last key the form is sent as it stands; the answer says which version is kept now. One request at a time, so
// that an older text never comes after a newer one.

// When something is kept, the page asks what others shared that reads alike, and shows it under the form.

const PAUSE = 1500;
const policy = globalThis.trustedTypes?.createPolicy("kring-patch", { createHTML: (html) => html })
  ?? { createHTML: (html) => html };

customElements.define("brief-form", class extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.status = this.querySelector("[data-status]");
    this.form.addEventListener("input", () => this.wait());
    // A page that goes away sends what it has; the server knows each form and each version once.
    addEventListener("pagehide", () => this.waiting && navigator.sendBeacon(this.form.action, this.body()));
    this.form.addEventListener("submit", () => this.stop());
  }

  wait() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.keep(), PAUSE);
  }

  stop() {
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }

  body() {
    const fields = new URLSearchParams(new FormData(this.form));
    fields.set("do", "auto");
    return fields;
  }

  async keep() {
    if (this.busy) return this.wait();
    this.stop();
    this.busy = true;
    try {
      const answer = await fetch(this.form.action, { method: "POST", body: this.body() });
      if (answer.ok) await this.kept(await answer.text());
      else if (answer.status === 409) this.say(this.dataset.stale);
    } catch {
      this.say(this.dataset.waiting);
      this.wait();
    } finally {
      this.busy = false;
    }
  }

  /** The first time, the case gets an address of its own: from then on this page is the page of that case. */
  async kept(text) {
    const [id, version] = text.split(" ");
    this.form.elements.version.value = version;
    const here = this.dataset.here ?? `/cases/${id}/text`;
    if (!this.form.action.endsWith(here)) {
      this.form.action = here;
      history.replaceState(null, "", here);
    }
    this.say(this.dataset.saved);
    await this.alike();
  }

  /** What is open there stays open as long as nothing else was found. */
  async alike() {
    const place = this.querySelector("[data-near]");
    if (!place) return;
    const answer = await fetch(place.dataset.near, { method: "POST", body: this.body() });
    if (!answer.ok) return;
    const found = await answer.text();
    if (found !== this.found) place.innerHTML = policy.createHTML(found);
    this.found = found;
  }

  say(text) {
    this.status.textContent = text;
  }
});
