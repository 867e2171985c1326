import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { rect } from "../../../../src/base/geometry.ts";
import { sha256 } from "../../../../src/base/hash.ts";
import { type SvgOptions, sheetToSvg } from "../../../../src/export/svg/sheet-to-svg.ts";
import type { ImageAsset, SceneNode } from "../../../../src/model/scene.ts";
import {
  circleOutline,
  clipOf,
  glyphRun,
  group,
  imageNode,
  linear,
  path,
  rectOutline,
  type SceneOptions,
  sheetOf,
  solid,
  solidRect,
  stopsOf,
  testFace,
} from "../../../support/scene.ts";

const face = testFace(700);

function svgOf(nodes: readonly SceneNode[], more: Partial<SceneOptions & SvgOptions> = {}): string {
  const sheet = sheetOf(nodes, { width: 60, height: 40, fonts: [face], ...more });
  return sheetToSvg(sheet, { title: "Tờ rơi", language: "vi", text: "outlines", ...more });
}

const count = (text: string, part: string): number => text.split(part).length - 1;

/** Everything after the definitions. */
const bodyOf = (svg: string): string =>
  svg.slice(svg.lastIndexOf("</title>") + 8).replace(/<defs>.*<\/defs>/s, "");

describe("the document", () => {
  it("is measured in millimetres and says what it is", () => {
    expect(svgOf([])).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="40mm" viewBox="0 0 60 40" role="img" ' +
        'lang="vi" xml:lang="vi"><title>Tờ rơi</title></svg>\n',
    );
  });

  it("is well-formed with every kind of text in it", () => {
    const text = 'A & B < C > "D" \u0001 \ud800';
    const svg = svgOf([glyphRun(text, face, 5, 5, 20)], { title: text });
    const parser = new SaxesParser({ xmlns: true });
    parser.on("error", (error) => {
      throw error;
    });
    expect(() => parser.write(svg).close()).not.toThrow();
    expect(svg).toContain("<title>A &amp; B &lt; C &gt; &quot;D&quot;");
  });

  it("names the text that outlines stand for", () => {
    expect(svgOf([glyphRun("Vững tương lai", face, 5, 5, 20)])).toContain('aria-label="Vững tương lai"');
  });

  it("can keep text as text", () => {
    const svg = svgOf([glyphRun("Kỹ", face, 5, 5, 20)], { text: "live" });
    expect(svg).toMatch(
      /<text x="5 [\d.]+" y="20" font-family="Be Vietnam Pro" font-weight="700" font-size="5"/,
    );
    expect(svg).toContain(">Kỹ</text>");
  });

  it("is the same text each time", () => {
    const nodes = [solidRect(0, 0, 60, 40, linear([0, 0, 60, 0], stopsOf("#ff0000", "#0000ff")))];
    expect(sha256(svgOf(nodes))).toBe(sha256(svgOf(nodes)));
  });
});

describe("size", () => {
  it("writes equal definitions once", () => {
    const gradient = linear([0, 0, 60, 0], stopsOf("#ff0000", "#0000ff"));
    const clip = clipOf([circleOutline(20, 20, 10)]);
    const svg = svgOf([
      solidRect(0, 0, 60, 20, gradient),
      solidRect(0, 20, 60, 20, { ...gradient }),
      group([solidRect(0, 0, 60, 40, "#ffffff")], { clip }),
      group([solidRect(0, 0, 60, 30, "#000000")], { clip: { ...clip } }),
    ]);
    expect(count(svg, "<linearGradient")).toBe(1);
    expect(count(svg, "<clipPath")).toBe(1);
  });

  it("writes a picture's data once, however often it is shown", () => {
    const image: ImageAsset = {
      id: "x",
      mediaType: "image/png",
      pixelWidth: 4,
      pixelHeight: 2,
      data: new Uint8Array([1, 2, 3]),
    };
    const shown = [imageNode(image, rect(0, 0, 20, 10)), imageNode(image, rect(30, 0, 20, 20))];
    const svg = svgOf(shown, { images: [image] });
    expect(count(svg, "data:image/png;base64,AQID")).toBe(1);
    expect(svg).toContain('<use href="#d1" transform="matrix(5 0 0 10 30 0)"/>');
  });

  it("writes numbers to a tenth of a micrometre, without trailing zeros", () => {
    const svg = svgOf([solidRect(1 / 3, -0.00001, 10.5, 2, "#aabbcc")]);
    expect(bodyOf(svg)).toBe('<path d="M0.3333 0H10.8333V2H0.3333Z" fill="#abc"/></svg>\n');
  });

  it("keeps that precision under a scale", () => {
    const small = group([solidRect(0.12345678, 0, 0.5, 0.5, "#000000")], {
      transform: [100, 0, 0, 100, 0, 0],
    });
    const large = group([solidRect(123.456, 0, 500, 500, "#000000")], {
      transform: [0.01, 0, 0, 0.01, 0, 0],
    });
    expect(svgOf([small])).toContain("M0.123457 0");
    expect(svgOf([large])).toContain("M123.46 0");
  });
});

describe("what does nothing", () => {
  const inside = solidRect(10, 10, 20, 20, "#ff0000");
  const plain = svgOf([inside]);

  it.each([
    ["a group without effect", group([group([inside], { isolated: true })])],
    ["a clip around everything", group([inside], { clip: clipOf([rectOutline(rect(0, 0, 60, 40))]) })],
    [
      "a white mask around everything",
      group([inside], {
        mask: {
          kind: "luminance",
          region: rect(0, 0, 60, 40),
          nodes: [solidRect(0, 0, 60, 40, "#ffffff")],
          mask: null,
        },
      }),
    ],
  ])("goes: %s", (_name, node) => {
    expect(svgOf([node])).toBe(plain);
  });

  it.each([
    ["outside the page", solidRect(70, 0, 10, 10, "#000000")],
    ["without paint", path(circleOutline(5, 5, 2), null)],
    ["faded away", group([inside], { opacity: 0 })],
    ["clipped away", group([inside], { clip: clipOf([]) })],
    ["empty", group([])],
  ])("goes: %s", (_name, node) => {
    expect(svgOf([inside, node])).toBe(plain);
  });

  it("turns a hard mask into a clip", () => {
    const nodes = [path(circleOutline(20, 20, 8), "#ffffff")];
    const svg = svgOf([
      group([inside], { mask: { kind: "luminance", region: rect(0, 0, 60, 40), nodes, mask: null } }),
    ]);
    expect(svg).toContain("<clipPath");
    expect(svg).not.toContain("<mask");
  });

  it("turns the opacity of one shape into its alpha", () => {
    const svg = svgOf([group([solidRect(10, 10, 20, 20, solid("#ff0000", 0.5))], { opacity: 0.5 })]);
    expect(svg).toContain('fill="#f00" fill-opacity="0.25"/>');
    expect(svg).not.toContain("<g");
  });

  it("keeps an isolation that keeps a blend inside", () => {
    const blended = group([inside], { blend: "multiply" });
    expect(svgOf([group([blended], { isolated: true })])).toContain("isolation:isolate");
    expect(svgOf([group([blended])])).not.toContain("isolation:isolate");
  });
});
