/** Patterns of equal square cells, such as the modules of a code. */

import { noteCells } from "./lattice.ts";
import type { Outline } from "./scene.ts";

/** Cells that one number tells of. */
const WORD = 32;

/**
 * Cells of a square grid, filled or not, as the `d` of a `<path>`; one unit is one cell. They pass through as cells,
 * for drawings are compared and hashed: layout makes the outline, and who asks for text is given path data.
 */
export class Mosaic {
  readonly columns: number;
  /** Row by row, 32 cells a number, the lowest bit on the left; every row begins a number. */
  readonly words: readonly number[];

  constructor(columns: number, words: readonly number[]) {
    this.columns = columns;
    this.words = words;
  }

  toString(): string {
    const { verbs, coords } = mosaicOutline(this);
    let path = "";
    let next = 0;
    for (const verb of verbs) path += verb === "Z" ? verb : `${verb}${coords[next++]} ${coords[next++]}`;
    return path;
  }
}

/** @param rows of equal length, filled cells true */
export function mosaicOf(rows: readonly (readonly boolean[])[]): Mosaic {
  const columns = rows[0]?.length ?? 0;
  const words: number[] = [];
  for (const row of rows) {
    for (let x = 0; x < columns; ) {
      let word = 0;
      for (const end = Math.min(x + WORD, columns); x < end; x++) word |= (row[x] ? 1 : 0) << x;
      words.push(word);
    }
  }
  return new Mosaic(columns, words);
}

/**
 * The filled cells as one outline, so that no hairline shows between neighbours: closed loops with filled cells on their
 * right hand, which both fill rules fill alike.
 */
export function mosaicOutline(mosaic: Mosaic): Outline {
  const across = mosaic.columns + 1;
  const cells = cellsOf(mosaic);
  const edges = boundaryEdges(cells, across);
  let verbs = "";
  let length = 0;
  for (let corner = 0; corner < edges.length; ) {
    if (edges[corner] === 0) {
      corner++;
      continue;
    }
    const end = takeLoop(edges, corner, across, length);
    verbs += verbsOf((end - length) / 2);
    length = end;
  }
  const outline = { verbs, coords: room.slice(0, length) };
  noteCells(outline, cells.subarray(across), across);
  return outline;
}

const RIGHT = 1;
const DOWN = 2;
const LEFT = 4;
const UP = 8;

/**
 * Ways in which edges leave a corner with a filled cell on their right hand, by which of the four cells around it are
 * filled: 1 and 2 for those above it, left and right, 4 and 8 for those below it.
 */
const WAYS = Uint8Array.from({ length: 16 }, (_, filled) => {
  const [aboveLeft, aboveRight, belowLeft, belowRight] = [1, 2, 4, 8].map((cell) => (filled & cell) !== 0);
  const right = belowRight && !aboveRight ? RIGHT : 0;
  const down = belowLeft && !belowRight ? DOWN : 0;
  const left = aboveLeft && !belowLeft ? LEFT : 0;
  const up = aboveRight && !aboveLeft ? UP : 0;
  return right | down | left | up;
});

/**
 * Row by row from one above the grid to one below it, 1 for a filled cell. One at the end of every row is empty and
 * parts it from the next row.
 */
function cellsOf({ columns, words }: Mosaic): Uint8Array {
  const across = columns + 1;
  const wordsAcross = Math.ceil(columns / WORD);
  const rows = words.length / (wordsAcross || 1);
  const cells = new Uint8Array(across * (rows + 2));
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++)
      cells[(y + 1) * across + x] = (words[y * wordsAcross + (x >> 5)]! >>> x) & 1;
  }
  return cells;
}

/**
 * For each corner of the grid, row by row from one row above it, the ways in which edges leave it. A cell has its top
 * left corner's place.
 */
function boundaryEdges(cells: Uint8Array, across: number): Uint8Array {
  const edges = new Uint8Array(cells.length);
  let filled = 0;
  for (let corner = across; corner < edges.length; corner++) {
    // Cells on the right of a corner are on the left of the next.
    filled = ((filled >> 1) & 0b0101) | (cells[corner - across]! << 1) | (cells[corner]! << 3);
    edges[corner] = WAYS[filled]!;
  }
  return edges;
}

/** Corners of the outline that is being made: a list of its own would be copied again and again as it grows. */
const room: number[] = [];

/**
 * Follows the boundary from its first corner back to it, takes its edges away and puts its corners into the room from
 * `length` on; straight runs become one segment.
 * @returns how long what the room holds is then
 */
function takeLoop(edges: Uint8Array, start: number, across: number, length: number): number {
  let last = 0;
  let corner = start;
  do {
    const ways = edges[corner]!;
    // Where four cells meet crosswise either way round is right.
    const way = ways & -ways;
    edges[corner] = ways - way;
    if (way !== last) {
      const row = Math.floor(corner / across);
      room[length++] = corner - row * across;
      room[length++] = row - 1;
      last = way;
    }
    corner += way === RIGHT ? 1 : way === DOWN ? across : way === LEFT ? -1 : -across;
  } while (corner !== start);
  return length;
}

/** Of a loop. */
const verbsOf = (corners: number): string => `M${"L".repeat(corners - 1)}Z`;
