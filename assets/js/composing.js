// Groups side by side with a live score. Without this script the menus and the button do the same.
//
// A change of a menu sends the form a moment later, and the answer renews what stands in elements with `data-live`; menus and
// fields are never replaced, so nothing that somebody is in loses the focus. Dragging a card does nothing but choose in its menu.

/** Answers come from Kring itself, where what people wrote is text; nothing else may make elements of a string. */
const policy = globalThis.trustedTypes?.createPolicy("kring-patch", { createHTML: (html) => html })
  ?? { createHTML: (html) => html };

const PAUSE = 250;
/** A drag shorter than this was a tap. */
const SLACK = 6;
/** So near to the edge of the window a drag scrolls, so many pixels at a time. */
const EDGE = 72;
const STEP = 14;

const MENUS = 'select[name^="seat-"], select[name^="leads-"]';

/** Whether the last thing somebody did was with a pointer: then a card may leave from under the focus. */
let points = false;
addEventListener("pointerdown", () => { points = true; }, true);
addEventListener("keydown", () => { points = false; }, true);

customElements.define("placing-board", class extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.say = this.querySelector("[data-announce]");
    this.addEventListener("change", (event) => {
      if (event.target.matches(MENUS)) this.changed(event.target);
    });
    this.addEventListener("focusout", (event) => {
      const row = event.target.closest?.("[data-person]");
      if (row && !row.contains(event.relatedTarget)) setTimeout(() => this.settle(row));
    });
    for (const row of this.querySelectorAll("[data-person]")) this.equip(row);
    this.addEventListener("pointerdown", (event) => this.take(event));
  }

  changed(menu) {
    const row = menu.closest("[data-person]");
    if (row) {
      this.last = `${row.querySelector("strong").textContent}|${menu.selectedOptions[0].textContent}`;
      if (points || !row.contains(document.activeElement)) this.settle(row);
    }
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.score(), PAUSE);
  }

  /** Puts a card into the group that its menu says. Whoever chooses by keyboard stays where they are until they go on. */
  settle(row) {
    const list = this.querySelector(`ul[data-seats="${CSS.escape(row.querySelector("select").value)}"]`);
    if (!list || row.parentElement === list) return;
    const had = row.contains(document.activeElement) ? document.activeElement : null;
    if (list.moveBefore) list.moveBefore(row, null);
    else list.append(row);
    if (had && had !== document.activeElement) had.focus({ preventScroll: true });
    row.dataset.arrived = "";
    row.addEventListener("animationend", () => delete row.dataset.arrived, { once: true });
  }

  /** One request at a time counts: an older answer never comes after a newer one. */
  async score() {
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    try {
      const body = new URLSearchParams(new FormData(this.form));
      const answer = await fetch(this.dataset.score, { method: "POST", body, signal: asking.signal });
      if (answer.ok) this.renew(await answer.text());
      else this.trouble(answer.status === 409 ? this.dataset.stale : this.dataset.failed);
    } catch (problem) {
      if (problem.name !== "AbortError") this.trouble(this.dataset.failed);
    }
  }

  renew(text) {
    const box = document.createElement("template");
    box.innerHTML = policy.createHTML(text);
    const answer = box.content;
    for (const part of answer.querySelectorAll("[data-live]")) {
      const here = this.querySelector(`[data-live="${CSS.escape(part.dataset.live)}"]`);
      if (here && here.innerHTML !== part.innerHTML) here.replaceChildren(...part.childNodes);
    }
    delete this.dataset.trouble;
    const [name, group] = (this.last ?? "|").split("|");
    this.last = undefined;
    const moved = name ? this.dataset.moved.replace("{name}", name).replace("{group}", group) : "";
    this.say.textContent = `${moved} ${answer.querySelector("[data-announce]").textContent}`.trim();
  }

  /** The button that counts comes back, and the words say so. */
  trouble(words) {
    this.dataset.trouble = "";
    this.say.textContent = words;
  }

  /** A handle for pointers; who uses none has the menu. */
  equip(row) {
    const grip = document.createElement("span");
    grip.className = "placing-grip";
    grip.setAttribute("aria-hidden", "true");
    row.prepend(grip);
  }

  take(event) {
    const grip = event.target.closest(".placing-grip");
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    const drag = new Drag(this, grip.closest("[data-person]"), event);
    const stop = new AbortController();
    const during = { signal: stop.signal };
    const end = (isDropped) => {
      stop.abort();
      drag.end(isDropped);
    };
    grip.addEventListener("pointermove", (move) => drag.move(move), during);
    grip.addEventListener("pointerup", () => end(true), during);
    grip.addEventListener("pointercancel", () => end(false), during);
    addEventListener("keydown", (key) => key.key === "Escape" && end(false), during);
  }
});

class Drag {
  constructor(board, row, event) {
    this.board = board;
    this.row = row;
    this.from = [event.pageX, event.pageY];
  }

  move(event) {
    this.at = [event.clientX, event.clientY];
    this.follow();
    if (this.isOn) this.scroll();
  }

  follow() {
    const [x, y] = [this.at[0] + scrollX - this.from[0], this.at[1] + scrollY - this.from[1]];
    if (!this.isOn && Math.hypot(x, y) < SLACK) return;
    this.isOn = true;
    this.row.dataset.dragged = "";
    this.row.style.translate = `${x}px ${y}px`;
    const circle = document.elementFromPoint(...this.at)?.closest("[data-circle]");
    const over = circle && this.board.contains(circle) && !circle.contains(this.row) ? circle : null;
    if (over === this.over) return;
    this.over?.removeAttribute("data-over");
    over?.setAttribute("data-over", "");
    this.over = over;
  }

  /** A group further down is reached by holding the card near the edge. */
  scroll() {
    cancelAnimationFrame(this.frame);
    const y = this.at[1];
    const by = y < EDGE ? -STEP : y > innerHeight - EDGE ? STEP : 0;
    if (!by) return;
    this.frame = requestAnimationFrame(() => {
      scrollBy(0, by);
      this.follow();
      this.scroll();
    });
  }

  end(isDropped) {
    cancelAnimationFrame(this.frame);
    this.over?.removeAttribute("data-over");
    delete this.row.dataset.dragged;
    this.row.style.translate = "";
    if (!isDropped || !this.over) return;
    const menu = this.row.querySelector("select");
    menu.value = this.over.dataset.circle;
    menu.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
