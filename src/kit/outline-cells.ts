/** The outline of the dark cells of a grid as one path, so that no hairline shows between neighbours. */

/**
 * @param margin added to every coordinate, cells
 * @returns SVG path of closed loops, to be filled even-odd; one unit is one cell
 */
export function outlineCells(cells: readonly (readonly boolean[])[], margin = 0): string {
  const edges = boundaryEdges(cells);
  let path = "";
  for (const [start, first] of edges) {
    for (const target of first.splice(0)) path += loop(edges, start, target, margin);
  }
  return path;
}

const key = (x: number, y: number) => y * STRIDE + x;
/** More columns than any code has. */
const STRIDE = 1024;

/** Directed edges between dark and light cells, dark on the right hand, by the corner they start from. */
function boundaryEdges(cells: readonly (readonly boolean[])[]): Map<number, number[]> {
  const edges = new Map<number, number[]>();
  const dark = (x: number, y: number) => cells[y]?.[x] === true;
  const add = (x: number, y: number, toX: number, toY: number) => {
    const from = key(x, y);
    const known = edges.get(from);
    if (known) known.push(key(toX, toY));
    else edges.set(from, [key(toX, toY)]);
  };
  cells.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (!isDark) return;
      if (!dark(x, y - 1)) add(x, y, x + 1, y);
      if (!dark(x + 1, y)) add(x + 1, y, x + 1, y + 1);
      if (!dark(x, y + 1)) add(x + 1, y + 1, x, y + 1);
      if (!dark(x - 1, y)) add(x, y + 1, x, y);
    });
  });
  return edges;
}

/** Follows the boundary from one corner back to it; straight runs become one segment. */
function loop(edges: Map<number, number[]>, start: number, second: number, margin: number): string {
  const point = (at: number) => `${(at % STRIDE) + margin} ${Math.floor(at / STRIDE) + margin}`;
  let path = `M${point(start)}`;
  let from = start;
  let to = second;
  while (to !== start) {
    const targets = edges.get(to)!;
    const step = to - from;
    // Where four cells meet crosswise either way round is right for even-odd.
    const next = targets.shift()!;
    if (next - to !== step) path += `L${point(to)}`;
    from = to;
    to = next;
  }
  return `${path}Z`;
}
