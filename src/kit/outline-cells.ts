/** The outline of the dark cells of a grid as one path, so that no hairline shows between neighbours. */

/**
 * @param cells rows of equal length
 * @returns SVG path of closed loops, to be filled even-odd; one unit is one cell
 */
export function outlineCells(cells: readonly (readonly boolean[])[]): string {
  const columns = (cells[0]?.length ?? 0) + 1;
  const edges = boundaryEdges(cells, columns);
  let path = "";
  for (let corner = 0; corner < edges.length; ) {
    if (edges[corner] === 0) corner++;
    else path += loop(edges, corner, columns);
  }
  return path;
}

const RIGHT = 1;
const DOWN = 2;
const LEFT = 4;
const UP = 8;

/** For each corner of the grid, row by row: ways that edges leave it with a dark cell on their right hand. */
function boundaryEdges(cells: readonly (readonly boolean[])[], columns: number): Uint8Array {
  const edges = new Uint8Array(columns * (cells.length + 1));
  for (let y = 0; y < cells.length; y++) {
    const [above, row, below] = [cells[y - 1], cells[y]!, cells[y + 1]];
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const corner = y * columns + x;
      if (!above?.[x]) edges[corner]! |= RIGHT;
      if (!row[x + 1]) edges[corner + 1]! |= DOWN;
      if (!below?.[x]) edges[corner + columns + 1]! |= LEFT;
      if (!row[x - 1]) edges[corner + columns]! |= UP;
    }
  }
  return edges;
}

/** Follows the boundary from its first corner back to it and takes its edges away; straight runs become one segment. */
function loop(edges: Uint8Array, start: number, columns: number): string {
  let path = "";
  let last = 0;
  let corner = start;
  do {
    const ways = edges[corner]!;
    // Where four cells meet crosswise either way round is right for even-odd.
    const way = ways & -ways;
    edges[corner] = ways - way;
    if (way !== last) {
      path += `${path === "" ? "M" : "L"}${corner % columns} ${Math.floor(corner / columns)}`;
      last = way;
    }
    corner += way === RIGHT ? 1 : way === DOWN ? columns : way === LEFT ? -1 : -columns;
  } while (corner !== start);
  return `${path}Z`;
}
