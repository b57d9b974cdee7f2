// Makes a room live. Without this script the page works with plain forms and a link that refreshes it.
//
// What a person typed is kept on the device until the server has said that it is stored. What the server sends never touches
// a field somebody is typing in. The page says in words whether it is connected, and never looks connected when it is not.

const policy = globalThis.trustedTypes?.createPolicy("kring-patch", { createHTML: (html) => html })
  ?? { createHTML: (html) => html };

/** Without a sign of life for this long the line counts as lost; the server gives one every 15 seconds. */
const SILENCE = 40_000;
/** A stream that brings nothing for this long after it was opened is held back by something on the way. */
const FIRST_SIGN = 10_000;
/** After so many streams in a row that brought nothing the page asks now and then, this often. */
const FAILURES = 3;
const POLL = 3_000;
/** So often it asks before it tries a stream again. */
const POLLS = 20;
/** So often the clock is looked at. */
const TICK = 250;
/** Times from the server that differ by less than this are told by the same clock. */
const ALIKE = 2_000;
/** When the two clocks of the device have moved apart by this much, it slept or was set. */
const SLEPT = 200;
const SHORTEST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

const fields = (root) => [...root.querySelectorAll("[data-keep]")];
const isTyped = (field) => {
  if (field.type === "radio") return field.checked !== field.defaultChecked;
  return field instanceof HTMLSelectElement ? field.value !== "" : field.value !== field.defaultValue;
};
const isAsSent = (field, value) =>
  field.type === "radio" ? field.checked === (field.value === value) : field.value === (value ?? "");
const holdsText = (root) => fields(root).some(isTyped);
const isBusy = (root) => holdsText(root) || fields(root).includes(document.activeElement);
const keyOf = (element) => element.id || element.querySelector?.("[id]")?.id;

function freshKey() {
  // `randomUUID` exists only over https; a practice may try Kring on its own network first.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Texts and commands on this device that the server has not stored yet. */
class Kept {
  constructor(name) {
    this.name = name;
  }

  get(kind) {
    try {
      return JSON.parse(localStorage.getItem(`${this.name}/${kind}`)) ?? {};
    } catch {
      return {};
    }
  }

  set(kind, values) {
    try {
      if (Object.keys(values).length === 0) localStorage.removeItem(`${this.name}/${kind}`);
      else localStorage.setItem(`${this.name}/${kind}`, JSON.stringify(values));
    } catch {
      // A full or forbidden store: the text still stands in its field and on its way.
    }
  }

  put(kind, id, value) {
    this.set(kind, { ...this.get(kind), [id]: value });
  }

  drop(kind, id) {
    const { [id]: _, ...rest } = this.get(kind);
    this.set(kind, rest);
  }
}

customElements.define("kring-room", class extends HTMLElement {
  connectedCallback() {
    this.line = this.querySelector("[data-line]");
    this.kept = new Kept(this.dataset.keeps ?? "kring/screen");
    this.wait = SHORTEST_WAIT;
    this.samples = [];
    this.unsent = new Map(Object.entries(this.kept.get("unsent")));
    this.hearTime(Number(this.dataset.now));
    this.restore();
    this.addEventListener("submit", (event) => this.submit(event));
    this.addEventListener("input", (event) => this.remember(event.target));
    addEventListener("online", () => this.connect());
    addEventListener("offline", () => this.lost());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.wake());
    addEventListener("pagehide", () => this.source?.close());
    addEventListener("pageshow", (event) => event.persisted && this.connect());
    this.keepTime();
    this.connect();
    this.flush();
  }

  // The line.

  connect() {
    clearTimeout(this.again);
    this.source?.close();
    const address = new URL(this.dataset.events, location.href);
    if (this.last) address.searchParams.set("after", this.last);
    const source = new EventSource(address);
    this.source = source;
    this.listenUntil = Date.now() + FIRST_SIGN;
    source.addEventListener("parts", (event) => {
      this.alive();
      this.last = event.lastEventId;
      this.apply(event.data);
    });
    source.addEventListener("beat", (event) => {
      this.alive();
      this.hearTime(Number(event.data));
    });
    source.addEventListener("error", () => source === this.source && this.lost());
  }

  alive() {
    this.listenUntil = Date.now() + SILENCE;
    this.wait = SHORTEST_WAIT;
    this.failures = 0;
    if (this.isLive && !this.isPolling) return;
    this.isLive = true;
    this.isPolling = false;
    this.showLine();
    this.flush();
  }

  lost() {
    this.source?.close();
    this.isLive = false;
    this.isPolling = false;
    this.failures = (this.failures ?? 0) + 1;
    this.listenUntil = Infinity;
    this.showLine();
    clearTimeout(this.again);
    const next = () => (this.failures < FAILURES ? this.connect() : this.poll(POLLS));
    this.again = setTimeout(next, this.wait * (0.75 + Math.random() / 2));
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  /** Without a stream: asks for what it would have brought, and says so. */
  async poll(times) {
    const address = new URL(this.dataset.events.replace("/events", "/parts"), location.href);
    if (this.last) address.searchParams.set("after", this.last);
    let text;
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
      if (response.status !== 200 || response.redirected) throw new Error("no answer");
      text = await response.text();
    } catch {
      this.lost();
      return;
    }
    this.isLive = true;
    this.isPolling = true;
    this.wait = SHORTEST_WAIT;
    this.read(text);
    this.showLine();
    this.flush();
    clearTimeout(this.again);
    this.again = setTimeout(() => (times > 1 ? this.poll(times - 1) : this.connect()), POLL);
  }

  /** Events as they stand in a stream. */
  read(text) {
    for (const event of text.split("\n\n")) {
      const lines = event.split("\n");
      const value = (name) => lines.filter((line) => line.startsWith(`${name}: `))
        .map((line) => line.slice(name.length + 2)).join("\n");
      if (value("event") === "beat") this.hearTime(Number(value("data")));
      if (value("event") === "parts") {
        this.last = value("id");
        this.apply(value("data"));
      }
    }
  }

  /** After sleep nothing is known: the line is asked at once instead of being believed. */
  wake() {
    if (!this.isLive || Date.now() > this.listenUntil - SILENCE + 16_000) this.connect();
  }

  showLine() {
    const words = this.dataset;
    const waits = this.unsent.size > 0;
    const [text, state] = this.isSending ? [words.sending, "sending"]
      : waits ? [words.kept, "waiting"]
      : !this.isLive ? [words.waiting, "waiting"]
      : this.justSaved ? [words.saved, "live"]
      : this.isPolling ? [words.polling, "live"]
      : [words.live, "live"];
    this.line.hidden = false;
    this.line.dataset.state = state;
    if (this.line.textContent !== text) this.line.textContent = text;
  }

  // What the server sends.

  apply(html) {
    // Who looks back hears where the group goes, not what stands still before them.
    const what = this.dataset.lookBack === undefined ? "h1" : "#room-elsewhere";
    const heading = () => this.querySelector(what)?.textContent ?? "";
    const before = heading();
    const box = document.createElement("template");
    box.innerHTML = policy.createHTML(html);
    for (const fresh of [...box.content.children]) {
      const old = document.getElementById(fresh.id);
      if (fresh.dataset.into !== undefined || fresh.dataset.gone !== undefined) this.place(old, fresh);
      else if (old) this.patch(old, fresh);
    }
    // What stood in them is offered to be copied.
    if (this.isClosed) for (const left of this.querySelectorAll("[data-over]")) left.remove();
    this.restore();
    this.tick();
    this.dispatchEvent(new CustomEvent("kring-parts"));
    if (heading() !== before) this.announce(heading());
  }

  /** Puts a single card where it belongs: behind the others of its input, or in the place of its former self. */
  place(old, fresh) {
    const before = old?.closest("section");
    const section = document.getElementById(fresh.dataset.into);
    if (old && section === before) {
      this.patch(old, fresh);
    } else {
      old?.remove();
      const list = section?.querySelector("ul");
      const next = list && [...list.children].find((other) => Number(other.dataset.input) > Number(fresh.dataset.input));
      list?.insertBefore(fresh, next ?? null);
    }
    for (const part of [before, section]) if (part) part.hidden = part.querySelector("li") === null;
  }

  announce(heading) {
    const lines = this.dataset.lookBack === undefined ? this.querySelectorAll(".room-may li, .room-task") : [];
    const said = [heading, ...[...lines].map((line) => line.textContent)].map((line) => line.trim().replace(/[^.?!]$/u, "$&."));
    this.querySelector("[data-announce]").textContent = said.join(" ");
  }

  patch(old, fresh) {
    if (old.isEqualNode(fresh)) return;
    if (!isBusy(old)) {
      this.replace(old, fresh);
    } else if (!old.matches("form")) {
      this.merge(old, fresh);
    }
  }

  replace(old, fresh) {
    for (const details of old.querySelectorAll("details[open]")) {
      const key = keyOf(details);
      const same = [...fresh.querySelectorAll("details")].find((other) => key && keyOf(other) === key);
      if (same) same.open = true;
    }
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const way = focused && [focused.closest("[id]")?.id, focused.tagName];
    old.replaceWith(fresh);
    if (way) (document.getElementById(way[0])?.querySelector(way[1]) ?? document.getElementById(way[0]))?.focus();
  }

  /** Puts the fresh children around those in which somebody is typing, which stay where they are. */
  merge(old, fresh) {
    const busy = new Map();
    for (const child of [...old.childNodes]) {
      if (child instanceof Element && isBusy(child)) busy.set(keyOf(child), child);
      else child.remove();
    }
    // A text of a step that is over stays above what comes next.
    const known = new Set([...fresh.children].map(keyOf));
    const over = [...busy].filter(([key]) => !known.has(key)).map(([, child]) => child);
    let next = over.length > 0 ? over.at(-1).nextSibling : old.firstChild;
    for (const child of [...fresh.childNodes]) {
      const same = child instanceof Element && busy.get(keyOf(child));
      if (same) {
        busy.delete(keyOf(child));
        next = same.nextSibling;
        this.patch(same, child);
      } else {
        old.insertBefore(child, next);
      }
    }
    for (const left of busy.values()) this.leave(old, left);
  }

  /** The step of a form is over: a text in it can still be sent; an empty form makes place for the next one. */
  leave(part, form) {
    form.dataset.over = "";
    if (this.unsent.has(form.id)) return;
    // Somebody may want to do something with it first; see room-writing.js.
    if (!form.dispatchEvent(new CustomEvent("kring-over", { bubbles: true, cancelable: true }))) return;
    if (!holdsText(form)) {
      const had = form.contains(document.activeElement);
      form.remove();
      if (had) part.querySelector("[data-keep]")?.focus();
    } else if (!form.querySelector("[data-late]")) {
      const note = document.createElement("p");
      note.dataset.late = "";
      note.className = "room-late";
      note.textContent = this.dataset.late;
      form.prepend(note);
    }
  }

  // What people type and send.

  remember(field) {
    const form = field.closest?.("form[data-form]");
    if (!form || !field.matches("[data-keep]")) return;
    const values = Object.fromEntries(fields(form).filter(isTyped).map((one) => [one.name, one.value]));
    if (Object.keys(values).length === 0) this.kept.drop("drafts", form.id);
    else this.kept.put("drafts", form.id, { action: form.action, values, all: [...new FormData(form)] });
  }

  /** Puts kept texts back into their fields; a text whose form is gone is offered above the page. */
  restore() {
    // What belongs to the step of the group is of no use on a page that looks back.
    if (this.dataset.lookBack !== undefined) return;
    for (const [id, draft] of Object.entries(this.kept.get("drafts"))) {
      const form = document.getElementById(id);
      if (!form) {
        this.offer(id, draft);
        continue;
      }
      for (const field of fields(form)) {
        if (!isTyped(field) && field !== document.activeElement && draft.values[field.name]) {
          if (field.type === "radio") field.checked = field.value === draft.values[field.name];
          else field.value = draft.values[field.name];
        }
      }
    }
  }

  /** Whether the meeting takes no text any more. */
  get isClosed() {
    return this.querySelector("[data-takes-nothing]") !== null;
  }

  /** Shows a text whose form is gone: to be sent after all, or, when nothing can be sent any more, to be copied and thrown away. */
  offer(id, draft) {
    const told = this.querySelector("[data-told]");
    const closed = this.isClosed;
    const shown = told.querySelector(`[data-draft="${CSS.escape(id)}"]`);
    if (this.unsent.has(id) || (shown && shown.hasAttribute("data-closed") === closed)) return;
    shown?.remove();
    const note = this.note(closed ? this.dataset.closed : this.dataset.late, Object.values(draft.values));
    note.dataset.draft = id;
    note.toggleAttribute("data-closed", closed);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet";
    button.textContent = closed ? this.dataset.drop : this.dataset.send;
    button.addEventListener("click", () => {
      note.remove();
      if (closed) this.kept.drop("drafts", id);
      else this.queue(id, draft.action, draft.all);
    });
    note.append(button);
    told.append(note);
  }

  note(text, quotes) {
    const note = document.createElement("div");
    note.className = "notice warning";
    note.setAttribute("role", "alert");
    const box = document.createElement("div");
    const say = document.createElement("p");
    say.textContent = text;
    box.append(say);
    for (const quote of quotes) {
      const block = document.createElement("blockquote");
      block.textContent = quote;
      box.append(block);
    }
    note.append(box);
    return note;
  }

  submit(event) {
    const form = event.target.closest("form[data-form]");
    if (!form || form.elements.do?.value === "leave") return;
    event.preventDefault();
    this.remember(form.querySelector("[data-keep]") ?? form);
    this.queue(form.id, form.action, [...new FormData(form, event.submitter)]);
  }

  /** A command gets its key here and keeps it, however often it has to be sent. */
  queue(id, action, values) {
    const body = values.filter(([name]) => name !== "key");
    const waiting = this.unsent.get(id);
    if (waiting && JSON.stringify(waiting.body) === JSON.stringify(body)) return;
    this.unsent.set(id, { key: freshKey(), action, body });
    this.kept.set("unsent", Object.fromEntries(this.unsent));
    this.flush();
  }

  async flush() {
    if (this.isSending || this.unsent.size === 0) return;
    this.isSending = true;
    this.showLine();
    for (const [id, command] of [...this.unsent]) {
      if (!(await this.send(id, command))) break;
    }
    this.isSending = false;
    this.showLine();
    if (this.unsent.size > 0) setTimeout(() => this.flush(), this.wait);
  }

  /** Whether the server has answered, one way or the other. */
  async send(id, command) {
    let response;
    try {
      response = await fetch(command.action, {
        method: "POST",
        body: new URLSearchParams([...command.body, ["key", command.key]]),
        headers: { "x-kring-room": "1" },
        signal: AbortSignal.timeout(10_000),
      });
    } catch {
      return false;
    }
    if (response.status >= 500 || response.status === 429) return false;
    if (response.redirected || ![200, 422].includes(response.status)) {
      // Signed out, or not in the room any more: the page itself says so. The text stays on this device.
      this.forget(id, command);
      location.reload();
      return true;
    }
    const answer = await response.json();
    this.forget(id, command);
    if (answer.outcome === "saved") this.saved(id, command);
    else this.refused(id, answer.message);
    return true;
  }

  forget(id, command) {
    // Something newer may be waiting under the same form.
    if (this.unsent.get(id) === command) this.unsent.delete(id);
    this.kept.set("unsent", Object.fromEntries(this.unsent));
  }

  saved(id, command) {
    const sent = new Map(command.body);
    const form = document.getElementById(id);
    const inForm = form ? fields(form) : [];
    // Whoever typed on meanwhile keeps what they typed.
    if (inForm.every((field) => isAsSent(field, sent.get(field.name)))) {
      this.kept.drop("drafts", id);
      form?.reset();
      if (form?.dataset.over === "") this.leave(form.parentElement, form);
    }
    this.querySelector("[data-told]").replaceChildren();
    for (const refusal of this.querySelectorAll("[data-refusal]")) refusal.remove();
    this.justSaved = true;
    clearTimeout(this.savedFor);
    this.savedFor = setTimeout(() => {
      this.justSaved = false;
      this.showLine();
    }, 3_000);
  }

  refused(id, message) {
    const form = document.getElementById(id);
    if (form?.dataset.over === "") this.leave(form.parentElement, form);
    // Beside the button that was pressed, while it still stands there.
    const place = form?.isConnected && form.closest(".lead-board");
    const told = place ? form.nextElementSibling?.matches("[data-refusal]") ? form.nextElementSibling : document.createElement("div")
      : this.querySelector("[data-told]");
    if (place) {
      told.dataset.refusal = "";
      form.after(told);
    }
    told.replaceChildren(this.note(message, []));
    told.scrollIntoView({ block: "nearest" });
  }

  // The clock.

  /**
   * A time from the server is never too late by less than the way took, so the largest difference is the best one. It is measured
   * against the clock that runs since the page was opened: nobody can set it, and when it stands still during sleep the first
   * time heard afterwards is the largest. What comes much too late, because the page was frozen, changes nothing; only when two
   * in a row say the same has the time of the server itself been another one since.
   */
  hearTime(micros) {
    const difference = micros / 1_000 - performance.now();
    const alike = (sample) => Math.abs(sample - difference) < ALIKE;
    const isSure = this.samples.length > 0 && alike(this.samples.at(-1));
    const samples = [...this.samples.slice(-7), difference];
    this.samples = isSure ? samples.filter(alike) : samples;
  }

  /** The time of the server, in milliseconds. */
  time() {
    return performance.now() + Math.max(...this.samples);
  }

  /** Looks at the clock again and again, at the same moments on all devices. */
  keepTime() {
    setTimeout(() => this.keepTime(), TICK - (this.time() % TICK));
    this.tick();
  }

  /** Moments that something on the page waits for: counted down to, shown from, hidden from. */
  moments() {
    const now = this.time() * 1_000;
    for (const element of this.querySelectorAll("[data-until]")) {
      const left = Number(element.dataset.until) - now;
      const seconds = left < 0 ? Math.floor(-left / 1_000_000) : Math.ceil(left / 1_000_000);
      const text = `${left < 0 ? "+" : ""}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      if (element.textContent !== text) element.textContent = text;
    }
    for (const element of this.querySelectorAll("[data-shows-at]")) element.hidden = now < Number(element.dataset.showsAt);
    for (const element of this.querySelectorAll("[data-hides-at]")) element.hidden = now >= Number(element.dataset.hidesAt);
  }

  tick() {
    const apart = Date.now() - performance.now();
    const slept = Math.abs(apart - (this.apart ?? apart)) > SLEPT;
    this.apart = apart;
    if (slept) this.connect();
    else if (Date.now() > this.listenUntil) this.lost();
    this.moments();
    const clock = this.querySelector("#room-clock");
    const { endsAt, planned, over, small } = { over: this.dataset.over, ...clock?.dataset };
    if (!endsAt) return;
    const left = Number(endsAt) / 1_000 - this.time();
    const seconds = left < 0 ? Math.floor(-left / 1_000) : Math.ceil(left / 1_000);
    const text = `${left < 0 ? "+" : ""}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    const show = (selector, value) => {
      const element = clock.querySelector(selector);
      if (element && element.textContent !== value) element.textContent = value;
    };
    show("[data-digits]", text);
    show(".middle", text);
    show("[data-small-text]", left < 0 ? over : small);
    show(".middle-small", left < 0 ? over : small);
    clock.toggleAttribute("data-is-over", left < 0);
    this.dispatchEvent(new CustomEvent("kring-time", { detail: { endsAt, left, planned: Number(planned) / 1_000 } }));
    this.ring(clock, Math.min(Math.max(left / (Number(planned) / 1_000), 0), 1));
  }

  ring(clock, share) {
    let ring = clock.querySelector("circle.time[pathLength]");
    if (!ring) {
      const track = clock.querySelector(".track");
      if (!track) return;
      clock.querySelector(".time")?.remove();
      ring = track.cloneNode();
      ring.setAttribute("class", "time");
      ring.setAttribute("pathLength", "1");
      // From the top, against the clock: the lit part ends at the top as the server draws it.
      ring.setAttribute("transform", "rotate(-90) scale(1 -1)");
      track.after(ring);
    }
    clock.dataset.share = share.toFixed(3);
    ring.setAttribute("stroke-dasharray", `${share.toFixed(4)} 2`);
    ring.toggleAttribute("hidden", share === 0);
  }
});
