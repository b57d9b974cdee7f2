// Marks in a field while somebody types: what could give somebody away, why, and what could stand there instead.
//
// A moment after the last key the text of that one field is sent and looked at; it is not kept. A field cannot show marks itself, so
// a copy of its text lies behind it, of which only the underlines are seen. What stands between two looks moves along with the text.

const PAUSE = 350;

/** The same spots after a change: those before it stay, those behind it move, those that were touched go. */
function moved(marks, before, after) {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const by = after.length - before.length;
  const shifted = (part) => part && { ...part, start: part.start + by, end: part.end + by };
  return marks.flatMap((mark) => {
    const start = Math.min(mark.start, mark.patch?.start ?? mark.start);
    const end = Math.max(mark.end, mark.patch?.end ?? mark.end);
    if (end <= head) return [mark];
    if (start >= before.length - tail) return [{ ...shifted(mark), patch: shifted(mark.patch) }];
    return [];
  });
}

/** A field, the copy behind it, and the line under it that says what can be done. */
class Watched {
  constructor(field, words) {
    this.field = field;
    this.words = words;
    this.marks = [];
    // What its writer said is all right, on this page only.
    this.fine = new Set();
    this.text = field.value;
    this.build();
    field.addEventListener("input", () => this.typed());
    field.addEventListener("scroll", () => this.follow());
    field.addEventListener("keydown", (event) => this.key(event));
    for (const moment of ["keyup", "click", "focus"]) field.addEventListener(moment, () => this.tell());
    new ResizeObserver(() => this.follow()).observe(field);
    if (this.text.trim()) this.look();
  }

  build() {
    this.behind = document.createElement("div");
    this.behind.className = this.field.localName === "input" ? "marks-behind one-line" : "marks-behind";
    this.behind.setAttribute("aria-hidden", "true");
    const frame = document.createElement("div");
    frame.className = "marks-frame";
    this.field.replaceWith(frame);
    frame.append(this.behind, this.field);
    this.line = document.createElement("div");
    this.line.className = "marks-line";
    this.line.hidden = true;
    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    frame.after(this.line, this.status);
  }

  typed() {
    this.marks = moved(this.marks, this.text, this.field.value);
    this.text = this.field.value;
    this.draw();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.look(), PAUSE);
  }

  /** Without an answer nothing is marked; the guard looks again when the form is sent. */
  async look() {
    const text = this.field.value;
    const answer = await fetch("/privacy/findings", { method: "POST", body: new URLSearchParams({ text }), redirect: "error" })
      .catch(() => undefined);
    if (!answer?.ok || text !== this.field.value) return;
    const { saw, marks } = await answer.json();
    this.marks = marks;
    const count = this.open().length;
    if (count > (this.told ?? 0)) this.status.textContent = `${saw}. ${this.words.key}: ${this.open()[0].does}`;
    this.told = count;
    this.draw();
  }

  open() {
    return this.marks.filter((mark) => !this.fine.has(this.shown(mark)));
  }

  shown(mark) {
    return this.field.value.slice(mark.start, mark.end);
  }

  draw() {
    const text = this.field.value;
    const parts = [];
    let at = 0;
    for (const mark of this.open()) {
      const piece = document.createElement("mark");
      piece.textContent = this.shown(mark);
      parts.push(text.slice(at, mark.start), piece);
      at = mark.end;
    }
    // A last empty line would not be as high as the one in the field.
    const copy = document.createElement("span");
    copy.append(...parts, `${text.slice(at)}\u200b`);
    this.behind.replaceChildren(copy);
    this.follow();
    this.tell();
  }

  /** Lies exactly behind the text of the field, whatever its border and scrollbar take. */
  follow() {
    const { field, behind } = this;
    const sizes = { left: field.clientLeft, top: field.clientTop, width: field.clientWidth, height: field.clientHeight };
    for (const [name, size] of Object.entries(sizes)) behind.style[name] = `${size}px`;
    behind.scrollTop = field.scrollTop;
    behind.scrollLeft = field.scrollLeft;
  }

  /** The spot at the cursor, else the last one before it, else the first. */
  current() {
    const at = this.field.selectionStart;
    const open = this.open();
    return open.findLast((mark) => mark.start <= at) ?? open[0];
  }

  tell() {
    const mark = this.current();
    this.line.hidden = !mark;
    if (!mark) return this.line.replaceChildren();
    const name = `${mark.start}-${mark.end}-${this.shown(mark)}-${this.open().length}`;
    // Written anew it would take a button from under a finger.
    if (this.line.dataset.of === name) return;
    this.line.dataset.of = name;
    const said = document.createElement("span");
    const piece = document.createElement("mark");
    piece.lang = "nl";
    piece.textContent = this.shown(mark);
    said.append(piece, ` ${mark.why}${this.rest()}`);
    this.line.replaceChildren(said, ...this.buttons(mark));
  }

  rest() {
    const open = this.open();
    return open.length > 1 ? ` (${open.indexOf(this.current()) + 1}/${open.length})` : "";
  }

  buttons(mark) {
    const button = (text, does) => {
      const one = document.createElement("button");
      one.type = "button";
      one.className = "button quiet small";
      one.textContent = text;
      one.addEventListener("click", does);
      return one;
    };
    const fine = button(this.words.fine, () => this.accept(mark));
    if (!mark.patch) {
      const self = document.createElement("span");
      self.className = "small";
      self.textContent = mark.does;
      return [self, fine];
    }
    const key = document.createElement("kbd");
    key.textContent = this.words.key;
    return [button(mark.does, () => this.replace(mark)), fine, key];
  }

  accept(mark) {
    this.fine.add(this.shown(mark));
    this.draw();
    this.field.focus();
  }

  key(event) {
    if (!event.altKey || event.key !== "Enter") return;
    const mark = this.current();
    if (!mark) return;
    event.preventDefault();
    if (mark.patch) this.replace(mark);
    else this.field.setSelectionRange(mark.start, mark.end);
  }

  replace(mark) {
    const { start, end, text } = mark.patch;
    this.field.focus();
    this.field.setSelectionRange(start, end);
    // The old command is the only way in which undo still knows of it.
    const done = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
    if (done) return;
    this.field.setRangeText(text, start, end, "end");
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

customElements.define("privacy-marks", class extends HTMLElement {
  connectedCallback() {
    for (const field of this.querySelectorAll("textarea, input[type=text]")) new Watched(field, this.dataset);
  }
});
