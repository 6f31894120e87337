// In which order boxes were ticked: the first one counts most, as with disciplines.

export function rank(box, boxes) {
  box.dataset.rank = 1 + Math.max(0, ...boxes.map((other) => Number(other.dataset.rank ?? 0)));
}

export function ticked(boxes) {
  const found = boxes.filter((box) => box.checked);
  return found.sort((one, other) => (one.dataset.rank ?? 0) - (other.dataset.rank ?? 0));
}
