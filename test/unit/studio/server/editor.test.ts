import { describe, expect, test } from "vitest";
import { editorCall } from "../../../../src/studio/server/editor.ts";

const place = { file: "/mau/tờ rơi/template.tsx", line: 12, column: 3 };

describe("how an editor opens a line", () => {
  test("by its own address, escaped", () => {
    expect(editorCall("vscode", place)).toEqual({
      kind: "address",
      address: "vscode://file/mau/t%E1%BB%9D%20r%C6%A1i/template.tsx:12:3",
    });
    expect(editorCall("idea://open?file={file}&line={line}", place)).toMatchObject({ kind: "address" });
  });

  test("by a command, whose words the file cannot break", () => {
    expect(editorCall("code -g {file}:{line}:{column}", place)).toEqual({
      kind: "command",
      program: "code",
      values: ["-g", "/mau/tờ rơi/template.tsx:12:3"],
    });
  });

  test("by a bare program, as most understand it", () => {
    expect(editorCall("nano", place)).toEqual({
      kind: "command",
      program: "nano",
      values: ["+12", place.file],
    });
  });
});
