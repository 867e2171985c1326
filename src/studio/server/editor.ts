/** Opens a line of a file in the designer's editor: by the editor's own address, or by a command. */

import { spawn } from "node:child_process";
import type { FilePlace } from "../shared/wire.ts";

/** Addresses by which editors open files. */
const ADDRESSES: Readonly<Record<string, string>> = {
  vscode: "vscode://file{file}:{line}:{column}",
  "vscode-insiders": "vscode-insiders://file{file}:{line}:{column}",
  vscodium: "vscodium://file{file}:{line}:{column}",
  cursor: "cursor://file{file}:{line}:{column}",
  zed: "zed://file{file}:{line}:{column}",
  webstorm: "webstorm://open?file={file}&line={line}&column={column}",
};

export type EditorCall =
  /** For the browser to open. */
  | { readonly kind: "address"; readonly address: string }
  /** For this machine to run, without a shell. */
  | { readonly kind: "command"; readonly program: string; readonly values: readonly string[] };

/**
 * @param editor a name of {@link ADDRESSES}; an address or a command with `{file}`, `{line}` and `{column}`; or a bare
 * program, which then gets `+line file` as most editors understand it
 */
export function editorCall(editor: string, place: FilePlace): EditorCall {
  const known = ADDRESSES[editor] ?? editor;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(known)) {
    const path = place.file.split(/[/\\]/).map(encodeURIComponent).join("/");
    return {
      kind: "address",
      address: filled(known, { ...place, file: path.startsWith("/") ? path : `/${path}` }),
    };
  }
  const words = known.split(/\s+/).filter((word) => word !== "");
  const [program = "", ...values] = words.map((word) => filled(word, place));
  const named = words.some((word) => word.includes("{file}"));
  return { kind: "command", program, values: named ? values : [...values, `+${place.line}`, place.file] };
}

const filled = (text: string, { file, line, column }: FilePlace): string =>
  text.replaceAll("{file}", file).replaceAll("{line}", String(line)).replaceAll("{column}", String(column));

/** Runs the command and lets it live on its own. @throws Error when there is no such program */
export function runEditor({ program, values }: Extract<EditorCall, { kind: "command" }>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, values, { detached: true, stdio: "ignore" });
    child.once("error", reject);
    child.once("spawn", () => {
      child.unref();
      resolve();
    });
  });
}
