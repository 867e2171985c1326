/** The built code as it lies in `dist/code`: scripts, each a function of what it imports. */

/** How one script is linked. */
export interface CodeNode {
  /** What its function is called with, in this order: other scripts by name, or packages and `node:` modules. */
  readonly imports: readonly string[];
}

export interface CodeGraph {
  /** SHA-256 of all scripts, hex. */
  readonly build: string;
  /** By name: the file's path in the folder, without its ending. */
  readonly scripts: Readonly<Record<string, CodeNode>>;
}

export const SCRIPT_ENDING = ".cjs";
export const GRAPH_FILE = "graph.json";
