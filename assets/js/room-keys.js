// Keys for whoever leads, and the clock beside the main button. Without this script every button works as it stands.
//
// A key presses the button that carries it, so it can do nothing the page does not offer. Keys never work while somebody is
// typing or choosing, and whoever is disturbed by them switches them off on this device.

const OFF = "kring/keys-off";
const room = document.querySelector("kring-room");
const dialog = document.getElementById("room-keys");
const opener = document.querySelector("[data-keys-open]");

const isOff = () => {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
};

function switchKeys() {
  try {
    if (isOff()) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "");
  } catch {
    // A forbidden store: keys stay as they are, and the dialog says so.
  }
  showSwitch();
}

function showSwitch() {
  const button = dialog.querySelector("[data-keys-switch]");
  const state = dialog.querySelector("[data-keys-state]");
  button.textContent = isOff() ? button.dataset.on : button.dataset.off;
  state.textContent = isOff() ? state.dataset.off : state.dataset.on;
}

const carrier = (key) => [...room.querySelectorAll("[data-key]")]
  .find((button) => button.dataset.key === key && button.checkVisibility());

function openList() {
  showSwitch();
  dialog.showModal();
}

/** The key as buttons name it: no matter whether shifted, and plus without shift as well. */
const nameOf = (event) => (event.key === "=" ? "+" : event.key === "_" ? "-" : event.key.toLowerCase());

function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
  if (isOff() || dialog.open || !(event.target instanceof Element)) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const key = nameOf(event);
  // On a button, a link or a fold the space bar belongs to what has the focus.
  if (key === " " && event.target.closest("button, a, summary")) return;
  if (key === "?" && carrierExists()) {
    event.preventDefault();
    openList();
    return;
  }
  const button = carrier(key);
  if (!button) return;
  event.preventDefault();
  button.click();
  const say = room.querySelector("[data-announce]");
  if (say) say.textContent = dialog.dataset.pressed.replace("…", button.textContent.trim());
}

const carrierExists = () => room.querySelector("[data-key]") !== null;

/** The time in the middle of the circle stands beside the main button as well. */
function mirror() {
  opener.hidden = !carrierExists();
  const glass = room.querySelector("[data-mirror]");
  if (!glass) return;
  const digits = room.querySelector("#room-clock [data-digits]")?.textContent ?? "";
  if (glass.textContent !== digits) glass.textContent = digits;
  const clock = room.querySelector("#room-clock");
  const share = Number(clock?.dataset.share ?? 1);
  const tone = clock?.hasAttribute("data-is-over") ? "over" : share <= 0.05 ? "last" : share <= 0.2 ? "low" : "";
  if (glass.dataset.tone !== tone) glass.dataset.tone = tone;
}

if (room && dialog && opener) {
  document.addEventListener("keydown", press);
  opener.addEventListener("click", openList);
  dialog.querySelector("[data-keys-switch]").addEventListener("click", switchKeys);
  dialog.querySelector("[data-keys-close]").addEventListener("click", () => dialog.close());
  new MutationObserver(mirror).observe(room, { childList: true, subtree: true, characterData: true });
  mirror();
}
