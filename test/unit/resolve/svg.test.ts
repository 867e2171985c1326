import { describe, expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { cleanSvg } from "../../../src/resolve/svg.ts";

const svg = (content: string, attributes = 'width="10" height="10"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`;

const clean = (source: string) => cleanSvg(source, "logo.svg");
const textOf = (source: string) => clean(source).value.text;
/** What the warning says was left out; `null` without one. */
const leftOut = (source: string) => {
  const [warning, ...rest] = clean(source).diagnostics;
  expect(rest).toEqual([]);
  return warning ? (/\((.*)\)/.exec(warning.message.en)?.[1] ?? "") : null;
};
const refusal = (source: string) => {
  try {
    clean(source);
  } catch (thrown) {
    if (!(thrown instanceof AnphamError)) throw thrown;
    return thrown.diagnostics[0]!;
  }
  throw new Error("it was accepted");
};

const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";

test("plain drawings stay as they are", () => {
  const source = svg(
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#123456"></stop></linearGradient></defs>' +
      '<g transform="translate(1 2)"><path d="M0 0L5 5" fill="url(#g)"></path><use xlink:href="#g"></use></g>' +
      '<text x="1">Trường &#38; nghề</text>',
  );
  expect(leftOut(source)).toBeNull();
  expect(textOf(source)).toBe(source.replace('height="10"', 'height="10" viewBox="0 0 10 10"'));
});

describe("leaves out and reports", () => {
  test.each([
    ["scripts", "<script>alert(1)</script>", "script"],
    [
      "HTML",
      "<foreignObject><div xmlns='http://www.w3.org/1999/xhtml'>x</div></foreignObject>",
      "foreignObject",
    ],
    ["event handlers", '<rect onclick="alert(1)" width="1"/>', "onclick"],
    ["event handlers in capitals", '<rect ONLOAD="alert(1)" width="1"/>', "ONLOAD"],
    ["animation", '<rect><set attributeName="href" to="javascript:alert(1)"/></rect>', "set"],
    ["network pictures", '<image href="https://evil.example/x.png"/>', "href"],
    ["local files", '<image xlink:href="/etc/passwd"/>', "href"],
    ["file addresses", '<use href="file:///etc/passwd#x"/>', "href"],
    ["other documents", '<use href="other.svg#x"/>', "href"],
    ["script addresses", '<use href="javascript:alert(1)"/>', "href"],
    ["SVG in a picture", '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>', "href"],
    ["external paints", '<rect fill="url(https://evil.example/#x)"/>', "fill"],
    ["external paints in a style", "<rect style=\"fill:url('https://evil.example/x#y')\"/>", "style"],
    ["imports", "<style>@import 'https://evil.example/x.css'; .a{fill:red}</style>", "style"],
    ["fonts", "<style>@font-face{font-family:x;src:url(//evil.example/x)}</style>", "style"],
    ["escaped words", "<style>.a{fill:u\\72l(https://evil.example/x)}</style>", "style"],
    ["image sets", "<rect style=\"fill:image-set('https://evil.example/x' 1x)\"/>", "style"],
    ["an unclosed address", '<rect style="fill:url(\'https://evil.example/x"/>', "style"],
  ])("%s", (_, content, found) => {
    const source = svg(`${content}<circle r="4"/>`);
    expect(leftOut(source)).toContain(found);
    const text = textOf(source);
    expect(text).toContain('<circle r="4">');
    expect(text.replace(/xmlns(:xlink)?="[^"]*"/g, "")).not.toMatch(
      /alert|evil|passwd|javascript|svg\+xml|other\.svg/,
    );
  });
});

test("editors' own data goes without a word", () => {
  const source = svg(
    '<metadata><x/></metadata><sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/x" id="a"/>' +
      '<g xmlns:inkscape="http://www.inkscape.org/x" inkscape:label="Lớp 1"><rect width="1"/></g>',
  );
  expect(leftOut(source)).toBeNull();
  expect(textOf(source)).not.toMatch(/inkscape|sodipodi|metadata/);
});

test("a link becomes a group, a local style stays", () => {
  const text = textOf(svg('<a href="https://x.vn"><rect class="a"/></a><style>.a{fill:url(#g)}</style>'));
  expect(text).toContain('<g><rect class="a"></rect></g><style>.a{fill:url(#g)}</style>');
});

test("pictures inside are handed out to be checked", () => {
  const { value } = clean(svg(`<image href="${PIXEL}" width="1"/>`));
  expect(value.pictures.map((picture) => picture.length)).toEqual([68]);
  expect(value.text).toContain(`xlink:href="${PIXEL}"`);
});

describe("size", () => {
  test.each([
    ['width="40" height="20"', 40, 20],
    ['width="1in" height="25.4mm"', 96, 96],
    ['width="100%" height="100%" viewBox="0 0 300 200"', 300, 200],
    ['viewBox="0,0,300,200" width="150"', 150, 100],
    ['viewBox="0 0 30 20"', 30, 20],
    ["", 300, 150],
    ['width="-5" height="0" viewBox="0 0 0 0"', 300, 150],
  ])("%s", (attributes, width, height) => {
    const { value } = clean(svg("<rect/>", attributes));
    expect({ width: value.width, height: value.height }).toEqual({ width, height });
    expect(value.text).toContain(`width="${width}" height="${height}" viewBox="`);
  });
});

describe("refuses", () => {
  test.each([
    ["entities", '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', "DOCTYPE"],
    ["entities nobody declared", svg("<text>&x;</text>"), "broken SVG"],
    ["XML cut off", '<svg xmlns="http://www.w3.org/2000/svg"><g>', "broken SVG"],
    ["other XML", "<html/>", "<html>"],
    ["no XML", "", "broken SVG"],
  ])("%s", (_, source, found) => {
    const { code, message } = refusal(source);
    expect(code).toBe("asset.unsupported-type");
    expect(message.en).toContain(found);
  });

  test("in Vietnamese by the line alone, without the parser's English", () => {
    expect(refusal(svg("<text>\n&x;</text>")).message.vi).toMatch(/: SVG hỏng ở dòng 2\.$/);
  });

  test("what grows without bound when references are followed", () => {
    const uses = (id: string) => Array.from({ length: 10 }, () => `<use href="#${id}"/>`).join("");
    const levels = [..."bcdefgh"].map((id, i) => `<g id="${id}">${uses("abcdefg"[i]!)}</g>`).join("");
    expect(refusal(svg(`<g id="a"><rect/></g>${levels}`)).code).toBe("asset.too-large");
  });

  test("the same through paints that a style sheet names", () => {
    const level = (id: string, inner: string) =>
      `<pattern id="${id}">${`<rect class="${inner}"/>`.repeat(30)}</pattern>`;
    const style = `<style>${[..."abcde"].map((id) => `.${id}{fill:url(#${id})}`).join("")}</style>`;
    const levels = level("b", "a") + level("c", "b") + level("d", "c") + level("e", "d");
    expect(refusal(svg(`${style}<pattern id="a"><rect/></pattern>${levels}<rect class="e"/>`)).code).toBe(
      "asset.too-large",
    );
  });

  test("circles", () => {
    expect(refusal(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')).code).toBe(
      "asset.too-large",
    );
  });

  test("nesting that would exhaust the stack", () => {
    expect(refusal(svg("<g>".repeat(5000) + "</g>".repeat(5000))).code).toBe("asset.too-large");
  });
});

describe("numbers a million times as long as the drawing", () => {
  test.each([
    ["lengths", '<rect width="1e9"/>', "width … 1e9"],
    ["written out", '<rect x="-12000000.5" width="1"/>', "x … 12000000.5"],
    ["in path data", '<path d="M0 0L5 5e8.5z"/>', "d … 5e8"],
    ["in transforms", '<g transform="translate(1,20000000)"/>', "transform … 20000000"],
    ["in styles", '<rect style="width:1E+12px"/>', "style … 1E+12"],
    ["in style sheets", "<style>rect{width:99999999px}</style>", "style … 99999999"],
    ["without end", '<rect width="1e400"/>', "width … 1e400"],
  ])("%s are refused", (_, content, found) => {
    const { code, message } = refusal(svg(content));
    expect(code).toBe("asset.too-large");
    expect(message.en).toContain(`${found}; the limit is 10000000`);
  });

  test.each([
    [
      "within a view box in thousandths of a mm",
      "<path d='M0 0L2999999 1'/>",
      'viewBox="0 0 3000000 2000000"',
    ],
    ["colours", '<rect fill="#1e9999" style="fill:#123456;stroke:#1e99ff"/>', 'width="10" height="10"'],
    ["names", '<g id="a12345678" class="x1e99"><use href="#a1e99"/></g>', 'width="10" height="10"'],
    ["fractions", '<path d="M.123456789 1.123456789e-12L9.87654321e-9 5"/>', 'width="10" height="10"'],
  ])("%s are not meant", (_, content, attributes) => {
    expect(leftOut(svg(content, attributes))).toBeNull();
  });
});

test("a document type of the W3C is not fetched and not worth a word", () => {
  const doctype =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  expect(leftOut(`<?xml version="1.0"?>${doctype}${svg("<rect/>")}`)).toBeNull();
  expect(leftOut(`<!DOCTYPE svg SYSTEM "file:///etc/passwd">${svg("<rect/>")}`)).toBe("DOCTYPE");
});

test("crafted style sheets take no longer than their length asks for", () => {
  const start = performance.now();
  for (const piece of ["@font-face ", "url(", "/*", "@import ", "url('", "image("]) {
    clean(svg(`<style>${piece.repeat(100_000)}</style>`));
  }
  expect(performance.now() - start).toBeLessThan(5000);
});
