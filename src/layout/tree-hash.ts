/** A hash of plain data that takes numbers as they are: writing them in decimals is most of what hashing JSON costs. */

import { hash } from "node:crypto";
import { sha256 } from "../base/hash.ts";
import { keptWith } from "../base/kept-with.ts";

/**
 * SHA-256 of plain data, lower-case hex. It depends on the order in which keys were written, so it is for what is
 * always built alike. What JSON leaves out counts as `null`.
 */
export function treeHash(value: unknown): string {
  count = 0;
  text = "";
  add(value);
  return hashFrom(0, 0);
}

/** Of the numbers and characters from these places on. */
function hashFrom(number: number, character: number): string {
  const tail = text.slice(character);
  const start = count * Float64Array.BYTES_PER_ELEMENT;
  const end = start + 3 * tail.length;
  if (bytes.length < end) grow(end);
  const first = number * Float64Array.BYTES_PER_ELEMENT;
  return hash("sha256", bytes.subarray(first, start + bytes.write(tail, start)));
}

// A value is a kind and what belongs to it: a number; the length of a text, whose characters follow after all
// numbers; the length of a list and its values; an object's keys and values up to an end; a drawing's hash, as a text of
// one length. So no two are written alike.
const [NUMBER, TEXT, LIST, OBJECT, END, NOTHING, TRUE, FALSE, HASH] = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

let bytes = Buffer.alloc(0);
let numbers = new Float64Array(0);
let count = 0;
let text = "";
grow(64 * 1024);

function grow(least: number): void {
  const larger = new ArrayBuffer(Math.max(bytes.length * 2, Math.ceil(least / 8) * 8));
  const before = bytes;
  bytes = Buffer.from(larger);
  numbers = new Float64Array(larger);
  before.copy(bytes);
}

function put(number: number): void {
  if (count === numbers.length) grow(0);
  numbers[count++] = number;
}

function add(value: unknown): void {
  if (typeof value === "number") {
    put(NUMBER);
    put(value);
  } else if (typeof value === "string") {
    put(TEXT);
    put(value.length);
    text += value;
  } else if (Array.isArray(value)) {
    put(LIST);
    put(value.length);
    for (const each of value) add(each);
  } else if (typeof value === "object" && value !== null) {
    if ("type" in value && value.type === "svg") addHashOf(value);
    else addObject(value);
  } else {
    put(value === true ? TRUE : value === false ? FALSE : NOTHING);
  }
}

function addObject(value: object): void {
  put(OBJECT);
  // V8 from 13 on would optimise what a `for … in` reads for a single key, again and again.
  for (const key of Object.keys(value)) {
    put(KEY + numberOf(key));
    add((value as Readonly<Record<string, unknown>>)[key]);
  }
  put(END);
}

const hashes = keptWith<object, string>();

/** A drawing has a hash of its own: icons come again as the same objects, and are read once. */
function addHashOf(value: object): void {
  let known = hashes.get(value);
  if (known === undefined) {
    const [number, character] = [count, text.length];
    addObject(value);
    known = hashFrom(number, character);
    count = number;
    text = text.slice(0, character);
    hashes.set(value, known);
  }
  put(HASH);
  text += known;
}

/** Numbers of keys begin above every kind. */
const KEY = 16;
/** Hexadecimal digits that a number holds exactly. */
const DIGITS = 12;

/** Keys are the few names that templates write: each is hashed once. */
const known = new Map<string, number>();
const MOST_KNOWN = 2000;

function numberOf(key: string): number {
  let number = known.get(key);
  if (number === undefined) {
    number = Number.parseInt(sha256(key).slice(0, DIGITS), 16);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, number);
  }
  return number;
}
