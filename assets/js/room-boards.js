// Moving cards on a board by dragging. A drag fills in the menu that every card has anyway and sends that, so a card moves in one way
// only, and whoever uses no mouse has the same.

/** A drag shorter than this was a tap. */
const SLACK = 6;

const room = document.querySelector("kring-room");

const formOf = (card) => card.querySelector('form[id^="form-move-"]');
const cellAt = (x, y) => document.elementFromPoint(x, y)?.closest("[data-column]");

/** A handle on every card that may go to another place. */
function equip() {
  for (const card of room.querySelectorAll(".board [data-column] .room-card")) {
    if (card.querySelector(".board-grip") || !formOf(card)) continue;
    const grip = document.createElement("span");
    grip.className = "board-grip";
    grip.setAttribute("aria-hidden", "true");
    card.prepend(grip);
  }
}

function put(card, cell) {
  const form = formOf(card);
  const set = (name, value) => {
    const field = form.elements[name];
    if (field && value !== undefined) field.value = value;
  };
  set("column", cell.dataset.column);
  set("row", cell.dataset.row);
  form.requestSubmit();
}

function tell(card, where) {
  const board = card.closest("[data-board]");
  const announce = room.querySelector("[data-announce]");
  if (board && announce) announce.textContent = `${board.dataset.moved} ${where}`;
}

class Drag {
  constructor(card, event) {
    this.card = card;
    this.board = card.closest("[data-board]");
    this.from = [event.pageX, event.pageY];
    this.home = card.closest("[data-column]");
  }

  move(event) {
    const [x, y] = [event.pageX - this.from[0], event.pageY - this.from[1]];
    if (!this.isOn && Math.hypot(x, y) < SLACK) return;
    this.isOn = true;
    this.card.dataset.dragged = "";
    this.card.style.translate = `${x}px ${y}px`;
    const cell = cellAt(event.clientX, event.clientY);
    const over = cell && this.board.contains(cell) && cell !== this.home && this.mayLieIn(cell) ? cell : null;
    if (over === this.over) return;
    this.over?.removeAttribute("data-over");
    over?.setAttribute("data-over", "");
    this.over = over;
  }

  /** A step may fix the column; then only the row is free. */
  mayLieIn(cell) {
    const column = formOf(this.card).elements.column;
    return column?.type !== "hidden" || column.value === cell.dataset.column;
  }

  end(isDropped) {
    this.over?.removeAttribute("data-over");
    delete this.card.dataset.dragged;
    this.card.style.translate = "";
    if (isDropped && this.over) put(this.card, this.over);
  }
}

if (room) {
  let drag = null;
  equip();
  room.addEventListener("kring-parts", equip);
  room.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest?.(".board-grip");
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    drag = new Drag(grip.closest(".room-card"), event);
  });
  room.addEventListener("pointermove", (event) => drag?.move(event));
  for (const [name, isDropped] of [["pointerup", true], ["pointercancel", false]]) {
    room.addEventListener(name, () => {
      drag?.end(isDropped);
      drag = null;
    });
  }
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drag) return;
    drag.end(false);
    drag = null;
  });
  room.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.id.startsWith("form-move-")) return;
    const card = form.closest(".room-card");
    const choice = form.elements.column;
    const column = choice?.selectedOptions?.[0]?.textContent ?? form.elements.position?.value ?? "";
    const row = form.elements.row?.value;
    tell(card, row ? `${row}, ${column}` : column);
  });
}
