// The big screen cannot be scrolled: what lies on the table is made smaller until it fits, and what does not fit then is left to
// people's own screens, the oldest first. Without this script the column scrolls.

/** How often everything may become smaller; the style sheet says how small that is. */
const SMALLEST = 4;
/** Measuring takes time; when many write at once the screen follows this often. */
const OFTEN = 400;

const room = document.querySelector("kring-room");
const column = room?.querySelector("[data-fit]");
const more = column?.querySelector("[data-more]");
const wide = matchMedia("(min-width: 60rem)");

const overflows = () => column.scrollHeight > column.clientHeight + 1;
/** How many cards stand behind this one in its list. */
const behind = (card) => card.parentElement.children.length - [...card.parentElement.children].indexOf(card);

function shrink() {
  const whole = column.closest(".room");
  for (let size = 0; size <= SMALLEST; size += 1) {
    whole.dataset.size = String(size);
    if (!overflows()) return true;
  }
  return false;
}

/** Lays the newest of every list first, then the ones before them, as far as there is place. */
function choose(cards) {
  let away = cards.length;
  more.hidden = false;
  for (const card of cards) card.dataset.away = "";
  for (const card of [...cards].sort((one, other) => behind(one) - behind(other))) {
    delete card.dataset.away;
    if (overflows()) card.dataset.away = "";
    else away -= 1;
  }
  more.querySelector("strong").textContent = String(away);
}

function fit() {
  const cards = [...column.querySelectorAll(".room-card")];
  for (const card of cards) delete card.dataset.away;
  more.hidden = true;
  if (wide.matches && !shrink()) choose(cards);
}

if (more) {
  let waits;
  const soon = () => {
    waits ??= setTimeout(() => {
      waits = undefined;
      fit();
    }, OFTEN);
  };
  column.dataset.fit = "fits";
  fit();
  room.addEventListener("kring-parts", soon);
  addEventListener("resize", soon);
}
