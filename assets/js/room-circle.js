// Seats that move: when people change places, they are seen to walk there. Only the picture moves; nothing waits for it.

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const WALK = 900;

/** Where everybody sits in a picture, by the name of their seat. */
function places(picture) {
  const seats = picture?.querySelectorAll("g[data-seat]") ?? [];
  return new Map([...seats].map((seat) => [seat.dataset.seat, seat.getAttribute("transform")]));
}

const css = (transform) => transform.replace(/(-?[\d.]+) (-?[\d.]+)/u, "$1px, $2px");

function walk(picture, before) {
  for (const seat of picture.querySelectorAll("g[data-seat]")) {
    const [from, to] = [before.get(seat.dataset.seat), seat.getAttribute("transform")];
    if (from === undefined || from === to) continue;
    seat.animate([{ transform: css(from) }, { transform: css(to) }], { duration: WALK, easing: "ease-in-out" });
  }
  for (const line of picture.querySelectorAll(".link")) {
    line.animate([{ opacity: 0 }, { opacity: 0, offset: 0.7 }, { opacity: 1 }], { duration: WALK });
  }
}

for (const room of document.querySelectorAll("kring-room")) {
  const find = () => room.querySelector("#room-circle svg.circle");
  let known = places(find());
  room.addEventListener("kring-parts", () => {
    const picture = find();
    const now = places(picture);
    const has = (other) => [...now].some(([seat, place]) => other.has(seat) && other.get(seat) !== place);
    if (picture && !calm.matches && has(known)) walk(picture, known);
    known = now;
  });
}
