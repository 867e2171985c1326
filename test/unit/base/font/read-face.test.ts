import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AnphamError } from "../../../../src/base/diagnostic.ts";
import { readFace } from "../../../../src/base/font/read-face.ts";
import { readTables } from "../../../../src/base/font/sfnt.ts";
import { sha256 } from "../../../../src/base/hash.ts";
import fc from "../../../support/property.ts";

const fonts = join(import.meta.dirname, "../../../../fonts/be-vietnam-pro");
const read = (file: string) => new Uint8Array(readFileSync(join(fonts, file)));

test.each([
  ["BeVietnamPro-Regular.ttf", 400, "normal"],
  ["BeVietnamPro-Italic.ttf", 400, "italic"],
  ["BeVietnamPro-Medium.ttf", 500, "normal"],
  ["BeVietnamPro-SemiBold.ttf", 600, "normal"],
  ["BeVietnamPro-Bold.ttf", 700, "normal"],
  ["BeVietnamPro-ExtraBold.ttf", 800, "normal"],
])("%s", (file, weight, style) => {
  const data = read(file);
  const { data: kept, ...face } = readFace(data, file);
  expect(Buffer.compare(kept, data)).toBe(0);
  expect(face).toEqual({
    id: sha256(data),
    // Not “Be Vietnam Pro Medium”, which name id 1 says.
    family: "Be Vietnam Pro",
    weight,
    style,
    postScriptName: file.replace(".ttf", ""),
  });
});

test("a Buffer becomes a plain view, whose slices are copies", () => {
  const face = readFace(readFileSync(join(fonts, "BeVietnamPro-Bold.ttf")), "bold");
  expect(Object.getPrototypeOf(face.data)).toBe(Uint8Array.prototype);
});

describe("refuses with font.unreadable and the file's name", () => {
  const sound = read("BeVietnamPro-Regular.ttf");
  const refusal = (data: Uint8Array): string => {
    try {
      readFace(data, "x.ttf");
    } catch (thrown) {
      if (!(thrown instanceof AnphamError)) throw thrown;
      expect(thrown.diagnostics.map((d) => d.code)).toEqual(["font.unreadable"]);
      expect(thrown.diagnostics[0]!.where.file).toBe("x.ttf");
      return thrown.diagnostics[0]!.message.en;
    }
    throw new Error("it was accepted");
  };
  /** The font with the bytes of one table changed. */
  const damaged = (tag: string, change: (view: DataView) => void) => {
    const data = sound.slice();
    const { offset, length } = readTables(data).get(tag)!;
    change(new DataView(data.buffer, offset, length));
    return data;
  };

  test.each([
    ["nothing", new Uint8Array(), "too short"],
    ["text", new TextEncoder().encode("not a font at all"), "not a TrueType"],
    ["WOFF2", new TextEncoder().encode("wOF2 and then some"), "not a TrueType"],
    ["a font cut off", sound.subarray(0, 60_000), "cut off"],
    ["a head table that is none", damaged("head", (view) => view.setUint32(12, 0)), "“head” is broken"],
    ["no glyphs", damaged("maxp", (view) => view.setUint16(4, 0)), "no glyphs"],
    ["names outside their table", damaged("name", (view) => view.setUint16(4, 0xffff)), "“name” is cut off"],
    ["no names", damaged("name", (view) => view.setUint16(2, 0)), "no family name"],
    ["more names than there are", damaged("name", (view) => view.setUint16(2, 0xffff)), "cut off"],
  ])("%s", (_, data, reason) => {
    expect(refusal(data)).toContain(reason);
  });

  test("any bytes: a face or a diagnostic, never another failure", () => {
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.uint8Array({ maxLength: 64 }), (at, bytes) => {
        const data = sound.slice();
        data.set(bytes.subarray(0, data.length - at), at);
        try {
          readFace(data, "x.ttf");
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(AnphamError);
        }
      }),
      { numRuns: 60 },
    );
  });
});
