/** A list with one item changed in some of its fields. */
export function changed<Item>(list: readonly Item[], at: number, part: Partial<Item>): Item[] {
  return list.map((item, index) => (index === at ? { ...item, ...part } : item));
}

/** A list without one item. */
export function without<Item>(list: readonly Item[], at: number): Item[] {
  return list.filter((_, index) => index !== at);
}

/** A name that none of these is: the base, or the base and a number. */
export function freeName(base: string, taken: readonly string[]): string {
  let name = base;
  for (let number = 2; taken.includes(name); number++) name = `${base}-${number}`;
  return name;
}

/** A list with or without a value, in the order of all values. */
export function toggled(list: readonly string[], value: string, on: boolean, order: readonly string[]): string[] {
  const kept = new Set(on ? [...list, value] : list.filter((each) => each !== value));
  return [...order.filter((each) => kept.has(each)), ...list.filter((each) => kept.has(each) && !order.includes(each))];
}
