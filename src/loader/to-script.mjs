/**
 * Turns a module that esbuild bundled into a script: a function of what it imports that returns what it exports, and
 * may wait as a module may.
 */

import { posix } from "node:path";
import { init, parse } from "es-module-lexer";

await init;

const META = "import_meta";
const DYNAMIC = "import_dynamically";

/**
 * Lines stay where they were, for stack traces.
 * @param name the module's path in the output folder, without its ending
 * @param code as esbuild writes it: one `export { … }` at the end
 * @returns {{ code: string, imports: string[], exports: string[] }} imports by name in the graph, or as written
 * @throws when an exported variable changes after the module was evaluated, which the importers would not see
 */
export function toScript(name, code) {
  const [found, exported] = parse(code);
  const imports = [];
  const bindings = [];
  const edits = [];
  for (const { n: specifier, ss, se, s, d } of found) {
    if (d >= 0) edits.push([ss, d, DYNAMIC]);
    else if (d === -2) edits.push([ss, se, META]);
    else {
      const value = `import_${imports.length}`;
      imports.push(
        specifier.startsWith(".") ? nameOf(posix.join(posix.dirname(name), specifier)) : specifier,
      );
      const clause = code
        .slice(ss + "import".length, s - 1)
        .replace(/\bfrom\s*$/, "")
        .trim();
      if (clause !== "") bindings.push(...bindingsOf(clause, value));
      edits.push([ss, se, linesOf(code.slice(ss, se))]);
    }
  }
  const end = exported[0]?.ss ?? code.length;
  if (exported.some(({ ss }) => ss !== end)) throw new Error(`${name} exports in more than one statement`);
  for (const { ln } of exported) refuseChanges(name, code.slice(0, end), ln);
  const returned = exported.map(({ n, ln }) => `${n}: ${ln}`).join(", ");
  const parameters = [META, DYNAMIC, "require", ...imports.map((_, i) => `import_${i}`)].join(", ");
  const head = ['"use strict";', ...bindings].join(" ");
  return {
    code: `(async function (${parameters}) { ${head} ${edited(code.slice(0, end), edits)}return { ${returned} };\n})\n`,
    imports,
    exports: exported.map(({ n }) => n),
  };
}

/**
 * A script is evaluated after all that it imports: those that import each other would wait for ever.
 * @param scripts by name
 * @throws naming the scripts of a circle
 */
export function refuseCircles(scripts) {
  const sound = new Set();
  const visit = (name, importers) => {
    if (!(name in scripts) || sound.has(name)) return;
    const path = [...importers, name];
    if (importers.includes(name)) throw new Error(`scripts import each other: ${path.join(" → ")}`);
    for (const each of scripts[name].imports) visit(each, path);
    sound.add(name);
  };
  for (const name of Object.keys(scripts)) visit(name, []);
}

export const nameOf = (path) => path.replace(/\.js$/, "");

const linesOf = (text) => text.replace(/[^\n]/g, "");

/** `a, { b as c }` or `a, * as d` as declarations. */
function bindingsOf(clause, value) {
  const [, first, namespace, named] =
    /^([\w$]+)?\s*,?\s*(?:\*\s+as\s+([\w$]+)|\{([^}]*)\})?$/.exec(clause) ?? [];
  const declared = [];
  if (first) declared.push(`const ${first} = ${value}.default;`);
  if (namespace) declared.push(`const ${namespace} = ${value};`);
  if (named !== undefined)
    declared.push(`const {${named.replace(/\s+as\s+/g, ": ").replace(/\s*\n\s*/g, " ")}} = ${value};`);
  if (declared.length === 0) throw new Error(`not an import clause: ${clause}`);
  return declared;
}

function edited(code, edits) {
  let result = "";
  let at = 0;
  for (const [start, end, text] of edits.sort(([a], [b]) => a - b)) {
    result += code.slice(at, start) + text;
    at = end;
  }
  return result + code.slice(at);
}

/**
 * Importers take the value that a variable has once the module is evaluated. A package that was minified has the same
 * one or two letters for something else in every function.
 */
function refuseChanges(name, code, variable) {
  if (variable.length <= 2) return;
  const escaped = variable.replaceAll("$", "\\$");
  const assigned = new RegExp(
    `(?<![\\w$.])${escaped}\\s*(?:[-+*/%&|^]|\\*\\*|\\?\\?|&&|\\|\\||<<|>>>?)?=(?![=>])|(?:\\+\\+|--)${escaped}(?![\\w$])|(?<![\\w$.])${escaped}(?:\\+\\+|--)`,
    "g",
  );
  if ((code.match(assigned)?.length ?? 0) > 1)
    throw new Error(`${name} changes what it exports: ${variable}`);
}
