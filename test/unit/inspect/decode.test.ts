import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { unpack } from "../../../src/inspect/file/decode.ts";
import { undoPredictor } from "../../../src/inspect/file/predictor.ts";
import { Budget, LIMITS } from "../../../src/inspect/limits.ts";

const NONE = new Map();
const step = (name: string, parameters: ReadonlyMap<string, number> = NONE) => ({ name, parameters });
const text = (data: Uint8Array) => Buffer.from(data).toString("latin1");

describe("filters", () => {
  test.each([
    ["FlateDecode", deflateSync(Buffer.from("hello hello"))],
    ["ASCIIHexDecode", Buffer.from("68656c6c6f2068656c6c6f>")],
    ["ASCII85Decode", Buffer.from("BOu!rD]j7BEbo7~>")],
    ["RunLengthDecode", Buffer.from([10, ...Buffer.from("hello hello"), 128])],
    ["LZWDecode", Buffer.from("800b6050220c0c8501", "hex")],
  ])("%s", (name, data) => {
    const { data: found, cut } = unpack(data, [step(name)], new Budget());
    expect(cut).toBe(false);
    // ISO 32000-1 §7.4.4.2 gives this LZW example.
    expect(text(found)).toBe(
      name === "LZWDecode" ? "-----A---B" : name === "ASCII85Decode" ? "hello world" : "hello hello",
    );
  });

  test("a chain, and a codec at its end is left alone", () => {
    const packed = Buffer.from(`${deflateSync(Buffer.from("jpeg")).toString("hex")}>`);
    const filters = ["ASCIIHexDecode", "FlateDecode", "DCTDecode"].map((name) => step(name));
    const { data, codec } = unpack(packed, filters, new Budget());
    expect([text(data), codec?.name]).toEqual(["jpeg", "DCTDecode"]);
  });

  test("broken data are kept up to the break, and told", () => {
    const packed = deflateSync(Buffer.from("0123456789".repeat(5000)), { level: 0 });
    packed[packed.length - 1]! ^= 1;
    const { data, cut } = unpack(packed, [step("FlateDecode")], new Budget());
    expect([data.length, cut]).toEqual([50_000, true]);
  });

  test("a bomb goes off nowhere", () => {
    const budget = new Budget();
    const bomb = deflateSync(Buffer.alloc(LIMITS.streamBytes + 1));
    expect(unpack(bomb, [step("FlateDecode")], budget)).toMatchObject({ cut: true, data: { length: 0 } });
    expect(budget.reached).toHaveLength(1);
  });
});

describe("predictors", () => {
  const parameters = (predictor: number, columns: number, colors: number) =>
    new Map([
      ["Predictor", predictor],
      ["Columns", columns],
      ["Colors", colors],
    ]);

  test("PNG: none, sub, up, average, Paeth", () => {
    const rows = [
      [0, 1, 2, 3],
      [1, 1, 1, 1],
      [2, 1, 1, 1],
      [3, 1, 1, 1],
      [4, 1, 1, 1],
    ];
    expect([...undoPredictor(Uint8Array.from(rows.flat()), parameters(15, 3, 1))]).toEqual([
      1, 2, 3, 1, 2, 3, 2, 3, 4, 2, 3, 4, 3, 4, 5,
    ]);
  });

  test("TIFF: differences from the left pixel, row by row", () => {
    expect([...undoPredictor(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]), parameters(2, 2, 2))]).toEqual([
      1, 2, 4, 6, 5, 6, 12, 14,
    ]);
  });
});
