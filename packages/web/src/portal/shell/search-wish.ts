/** The search was asked for on a page without one: the next page begins in its field. */
let isWished = false;

export function wishForSearch(): void {
  isWished = true;
}

/** The search field when it was wished for and is there; the wish is fulfilled then. */
export function wishedField(): HTMLInputElement | null {
  const field = isWished ? document.querySelector<HTMLInputElement>("input[type=search]") : null;
  isWished = false;
  return field;
}
