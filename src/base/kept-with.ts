/**
 * Values that are kept with an object, and go when it goes.
 *
 * A `WeakMap` does that too, but V8's young-generation collector takes the map's values for roots: a value from which
 * its key can be reached holds both until the next full collection. In a print run that is nearly everything that a
 * row was made of: it was copied twice and then traced over and over, a sixth of all work. A private field of the
 * key's own is an ordinary reference, and what was for one row goes with the row.
 */

export interface KeptWith<Key extends object, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
}

/** Gives back what it is given: a class that extends it adds its private field to that. */
class Same {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: that is the whole of it
    return object;
  }
}

/** Keys are seen unchanged by everybody else: by spread, comparison, copies and `JSON`. */
export function keptWith<Key extends object, Value>(): KeptWith<Key, Value> {
  /** Of objects that take no more fields, which the language is about to ask of private ones too. */
  const ofFrozen = new WeakMap<object, Value>();
  class Keeper extends Same {
    #value: Value;

    constructor(key: object, value: Value) {
      super(key);
      this.#value = value;
    }

    static get(key: object): Value | undefined {
      if (#value in key) return key.#value;
      return Object.isExtensible(key) ? undefined : ofFrozen.get(key);
    }

    static set(key: object, value: Value): void {
      if (#value in key) key.#value = value;
      else if (Object.isExtensible(key)) new Keeper(key, value);
      else ofFrozen.set(key, value);
    }
  }
  return Keeper;
}
