import { expect, it } from "vitest";
import { escapeXml } from "../../../src/base/xml.ts";

it("escapes what XML reads as markup, and drops what it forbids", () => {
  expect(escapeXml('Tom & "Hoà" <b>')).toBe("Tom &amp; &quot;Hoà&quot; &lt;b&gt;");
  expect(escapeXml("a\u0000b\ud800c")).toBe("abc");
});
