// The form of a programme. Without this script every question stands there with its condition in words, and the server judges.
//
// With it, questions come and go with the answers before them, and what is typed stays in this tab until it has arrived. What is
// hidden keeps what was typed in it; the server knows which questions count.

customElements.define("enrolment-form", class extends HTMLElement {
  connectedCallback() {
    if ("done" in this.dataset) {
      this.store((kept) => kept.removeItem(this.dataset.draft));
      return;
    }
    this.form = this.querySelector("form");
    // What the server sent back is newer than the draft.
    if (!("sent" in this.dataset)) this.restore();
    this.show();
    this.form.addEventListener("input", () => {
      this.show();
      this.keep();
    });
  }

  /** Questions in their order, because one that is hidden may hide the next. */
  show() {
    for (const question of this.querySelectorAll("[data-when]")) {
      const pairs = JSON.parse(question.dataset.when);
      question.hidden = !pairs.some(([field, value]) => this.has(field, value));
    }
  }

  has(field, value) {
    const inputs = [...this.form.elements].filter((input) => input.name === field || input.name.startsWith(`${field}-`));
    return inputs.some((input) => input.checked && input.value === value && !input.closest("[hidden]"));
  }

  /** The fields that somebody fills in; the key of the form belongs to this page alone. */
  fields() {
    return [...this.form.elements].filter((input) => input.name && input.type !== "hidden" && input.type !== "submit");
  }

  keep() {
    const draft = this.fields().map((input) => [input.name, input.value, input.checked]);
    this.store((kept) => kept.setItem(this.dataset.draft, JSON.stringify(draft)));
  }

  restore() {
    const text = this.store((kept) => kept.getItem(this.dataset.draft));
    if (!text) return;
    for (const [name, value, checked] of JSON.parse(text)) {
      for (const input of this.form.elements) {
        if (input.name !== name) continue;
        if (["radio", "checkbox"].includes(input.type)) {
          if (input.value === value) input.checked = checked;
        } else {
          input.value = value;
        }
      }
    }
  }

  store(use) {
    if (!this.dataset.draft) return null;
    try {
      return use(sessionStorage);
    } catch {
      // A forbidden store: the form works as it does without script.
      return null;
    }
  }
});
