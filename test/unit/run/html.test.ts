import { expect, test } from "vitest";
import { fileUrl, html } from "../../../src/run/html.ts";

test("text cannot become markup, in elements or attributes", () => {
  const name = `<script>alert("x")</script> & 'y'`;
  const { markup } = html`<p title="${name}">${name}${html`<b>${1}</b>`}${null}${["a", "<"]}</p>`;
  const safe = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;";
  expect(markup).toBe(`<p title="${safe}">${safe}<b>1</b>a&lt;</p>`);
});

test("a path is a link, folders and all", () => {
  expect(fileUrl("trường/a 5#1.pdf")).toBe("tr%C6%B0%E1%BB%9Dng/a%205%231.pdf");
});
