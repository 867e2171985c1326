/**
 * What is found out about an object is kept with the object: it is never asked for twice, and goes when the object
 * goes. Only for objects that never change.
 */

import { keptWith } from "./kept-with.ts";

/** The same answer for the same object; an empty map or list as the answer is where more is kept by that object. */
export function foundOnce<Key extends object, Value extends NonNullable<unknown> | null>(
  find: (key: Key) => Value,
): (key: Key) => Value {
  const known = keptWith<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = find(key);
      known.set(key, value);
    }
    return value;
  };
}

/**
 * The same answer for a list of the same objects in the same order. Kept with the list's last object, and of all lists
 * that end with it only for the latest, which bounds the memory.
 */
export function foundOnceForList<Item extends object, Value>(
  find: (items: readonly Item[]) => Value,
): (items: readonly Item[]) => Value {
  const latest = keptWith<Item, { readonly items: readonly Item[]; readonly value: Value }>();
  return (items) => {
    const last = items.at(-1);
    if (!last) return find(items);
    let found = latest.get(last);
    if (!found || !isSameList(found.items, items)) {
      found = { items, value: find(items) };
      latest.set(last, found);
    }
    return found.value;
  };
}

/**
 * The same answer for an object as long as it is asked for beside the same others: the very same objects, equal texts
 * and numbers. Of each object only the latest answer is kept, which bounds the memory.
 */
export function foundOnceBeside<Key extends object, Others extends readonly unknown[], Value>(
  find: (key: Key, ...others: Others) => Value,
): (key: Key, ...others: Others) => Value {
  const latest = keptWith<Key, { readonly others: Others; readonly value: Value }>();
  return (key, ...others) => {
    let found = latest.get(key);
    if (!found || !isSameList(found.others, others)) {
      found = { others, value: find(key, ...others) };
      latest.set(key, found);
    }
    return found.value;
  };
}

/** Whether two lists hold the same in the same order; objects are the same by what they are, not by what they hold. */
export function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}
