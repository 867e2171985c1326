import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { isMarkup, isOle, isZip, sniffBytes, sniffText } from "../../../../src/run/rows/sniff.ts";

const text = "Họ và tên,Lớp\nNguyễn Thị Ánh,12A1\n";

test.each<[string, Uint8Array, string]>([
  ["UTF-8", Buffer.from(text), "utf-8"],
  ["UTF-8 cut inside a letter", Buffer.from(text).subarray(0, 3), "utf-8"],
  ["ASCII", Buffer.from("a,b"), "utf-8"],
  ["UTF-16 LE with a mark", iconv.encode("ế", "utf-16le", { addBOM: true }), "utf-16le"],
  ["UTF-16 BE with a mark", iconv.encode("ế", "utf-16be", { addBOM: true }), "utf-16be"],
  ["UTF-16 LE", iconv.encode(text, "utf-16le", { addBOM: false }), "utf-16le"],
  ["UTF-16 BE", iconv.encode(text, "utf-16be", { addBOM: false }), "utf-16be"],
  ["UTF-8 with some NUL bytes", Buffer.from("a\0\0b,c\0d,eeeeeeeeeeee"), "utf-8"],
  ["Windows-1252", iconv.encode("Müller", "latin1"), "bytes"],
])("%s", (_, bytes, form) => expect(sniffBytes(Buffer.from(bytes))).toBe(form));

test.each([
  ['  [{"a":1}]', "rows.json", "json"],
  ['["cd-y-te"]', "rows.txt", "json"],
  ['[\n{"a":1}]', "rows.jsonl", "json"],
  ['{"a":1}\n{"a":2}', "rows.json", "ndjson"],
  ['"cd-y-te"\n"x"', "rows.ndjson", "ndjson"],
  ['"cd-y-te"\n"x"', "rows.JSONL", "ndjson"],
  ['"Họ, tên",Lớp\n', "rows.csv", "csv"],
  ["Họ và tên\tLớp\n", "rows.txt", "csv"],
])("%s in %s is %s", (start, file, kind) => expect(sniffText(start, file)).toBe(kind));

test("containers by their first bytes", () => {
  expect([isZip(Buffer.from("PK\x03\x04…")), isZip(Buffer.from("PK"))]).toEqual([true, false]);
  expect(isOle(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toBe(true);
});

test.each([
  ["<html><body><table><tr><td>Tên trường</td>", true],
  ["\r\n<table border=1>", true],
  ['<?xml version="1.0"?>\n<Workbook', true],
  ["<!DOCTYPE html>", true],
  ["<Name>,<Table>,Lớp\n", false],
  ["Họ và tên,Lớp\n", false],
])("%s is markup: %s", (start, is) => expect(isMarkup(start)).toBe(is));
