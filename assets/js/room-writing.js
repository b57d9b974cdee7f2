// What helps somebody who writes in a room: how much is written, a sentence that is begun for them, the time said aloud now and
// then, and a half-typed text that is sent in when the time is up. Sending and keeping is the work of room.js, which tells with events
// what happens: `kring-time` (the clock), `kring-parts` (something new stands on the page), `kring-over` (the step of a form is over).

/** Shortened words that end in a full stop and no sentence with it; as the server counts. */
const SHORTENED = new Set([
  "bijv", "bv", "ca", "dhr", "dr", "drs", "enz", "etc", "evt", "excl", "incl", "mevr", "mr", "mrs", "mw", "nr", "prof", "resp",
]);

const words = (text) => text.split(/\s+/u).filter((word) => word !== "");

function sentences(text) {
  const all = words(text);
  const ends = (word, next) => {
    if (/[?!]$/u.test(word)) return true;
    const bare = word.replace(/\.+$/u, "");
    if (bare === word || !/^\p{Lu}/u.test(next)) return false;
    return !bare.includes(".") && !SHORTENED.has(bare.toLowerCase());
  };
  return all.slice(1).filter((next, at) => ends(all[at], next)).length + (all.length > 0 ? 1 : 0);
}

/** Shows how much stands in a field, and says it once when that becomes too much. */
function count(field) {
  const box = field.closest(".field");
  const limits = [
    ["words", words(field.value).length, Number(field.dataset.mostWords ?? Infinity)],
    ["sentences", sentences(field.value), Number(field.dataset.mostSentences ?? Infinity)],
  ];
  for (const [what, has] of limits) {
    const number = box?.querySelector(`[data-count="${what}"] strong:not([hidden])`);
    if (number) number.textContent = has;
  }
  const isTooLong = limits.some(([, has, most]) => has > most);
  field.toggleAttribute("aria-invalid", isTooLong);
  const say = box?.querySelector("[data-too-long]");
  if (say && (say.textContent !== "") !== isTooLong) say.textContent = isTooLong ? say.dataset.tooLong : "";
}

/** Whether somebody added something to what the field began with. */
const isMore = (field) => field.value.trim() !== "" && field.value.trim() !== (field.dataset.begins ?? "").trim();

/** On first sight of a begun sentence the cursor stands where it goes on. */
function goOn(field) {
  if (field.dataset.begins === undefined || field.value !== field.defaultValue) return;
  const gap = field.value.indexOf("…");
  if (gap < 0) field.setSelectionRange(field.value.length, field.value.length);
  else field.setSelectionRange(gap, gap + 1);
}

/** Sends in what is half typed, marked as such, where the step asks for that. Answers whether there was something. */
function sendUnfinished(room, form) {
  const field = form.querySelector("textarea[data-at-end]");
  if (!field || !isMore(field)) return false;
  room.queue(form.id, form.action, [...new FormData(form), ["unfinished", "yes"]]);
  return true;
}

/** Somebody who is typing when the time is up is not cut off in the middle of a word. */
const PAUSE = 2_500;

/** Says the time aloud at half, a minute before the end and at zero, once for each clock. */
class Bell {
  typed = 0;

  constructor(room) {
    this.room = room;
  }

  hear({ endsAt, left, planned }) {
    if (this.isUp && Date.now() - this.typed > PAUSE) this.collect();
    const before = this.left;
    const isOther = this.endsAt !== endsAt;
    [this.endsAt, this.left] = [endsAt, left];
    // A page that has just come, or a clock that was set, says nothing about moments that are past.
    if (isOther) this.isUp = false;
    if (isOther || before === undefined) return;
    const passes = (moment) => before > moment && left <= moment;
    const words = this.room.dataset;
    if (passes(0)) this.zero();
    else if (passes(60_000) && planned > 90_000) this.say(words.minute);
    else if (passes(planned / 2) && planned > 150_000) this.say(words.half);
  }

  say(text) {
    this.room.querySelector("[data-announce]").textContent = text;
  }

  zero() {
    this.say(this.room.dataset.zero);
    this.isUp = true;
  }

  collect() {
    this.isUp = false;
    for (const form of this.room.querySelectorAll("form[data-form]:not([data-over])")) sendUnfinished(this.room, form);
  }
}

for (const room of document.querySelectorAll("kring-room")) {
  const bell = new Bell(room);
  room.addEventListener("kring-time", (event) => bell.hear(event.detail));
  room.addEventListener("kring-parts", () => room.querySelectorAll("textarea[data-keep]").forEach(count));
  room.addEventListener("input", (event) => {
    bell.typed = Date.now();
    if (event.target.matches("textarea[data-keep]")) count(event.target);
  });
  // The group goes on while somebody writes.
  room.addEventListener("kring-over", (event) => sendUnfinished(room, event.target) && event.preventDefault());
  room.addEventListener("focusin", (event) => event.target.matches("textarea[data-keep]") && goOn(event.target));
  room.querySelectorAll("textarea[data-keep]").forEach(count);
}
