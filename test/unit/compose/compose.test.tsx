import { describe, expect, it } from "vitest";
import { AnphamError, type Diagnostic } from "../../../src/base/diagnostic.ts";
import { compose } from "../../../src/compose/compose.ts";
import { Frame } from "../../../src/kit/frame.tsx";
import { Icon } from "../../../src/kit/icon.tsx";
import { jsx, jsxDEV, type Node } from "../../../src/kit/jsx-runtime.ts";
import { Page } from "../../../src/kit/page.tsx";
import { COLOR_TOKENS } from "../../../src/model/color-token.ts";
import type { Asset } from "../../../src/model/job.ts";
import { type OutputProfile, WEB_PROFILE } from "../../../src/model/output-profile.ts";
import type { PageContext } from "../../../src/model/template.ts";
import { type SampleOptions, sampleJob, templateOf } from "../kit/sample-job.ts";

const pagesOf = (pages: (page: PageContext) => unknown, options: SampleOptions = {}) =>
  compose(sampleJob({ ...options, template: templateOf(pages) })).value;
const framesOf = (content: Node) => pagesOf(() => <Page>{content}</Page>)[0]!.frames;

const fault = (pages: (page: PageContext) => unknown): string => faultOf(pages).message.en;

function faultOf(pages: (page: PageContext) => unknown): Diagnostic {
  try {
    pagesOf(pages);
  } catch (error) {
    if (!(error instanceof AnphamError)) throw error;
    expect(error.diagnostics.map(({ code }) => code)).toEqual(["template.broken"]);
    return error.diagnostics[0]!;
  }
  throw new Error("the template was accepted");
}

const area = { x: 0, y: 0, width: 10, height: 10 };

describe("expansion", () => {
  it("calls components with the page, flattens fragments and arrays, drops what draws nothing", () => {
    const Words = ({ children }: { children?: Node }, page: PageContext) => (
      <>
        {[<div />, null, false, undefined, true]}
        {children}
        {page.brief.institution.monogram}
      </>
    );
    const [frame] = framesOf(
      <div style={{ color: "red", width: undefined }}>
        <Words>
          {3}
          {" nghề "}
        </Words>
      </div>,
    );
    expect(frame!.variants).toEqual([
      {
        type: "div",
        props: { style: { color: "red" }, children: [{ type: "div", props: {} }, "3 nghề NM"] },
      },
    ]);
  });

  it("names the colours that there are when one is asked for that is none", () => {
    for (const ask of [
      (page: PageContext) => page.color("pinkish" as never),
      (page: PageContext) => page.tint("pinkish" as never, 20),
    ]) {
      expect(fault((page) => <div style={{ color: ask(page) }} />)).toMatch(/“pinkish”; there are .*primary/);
    }
  });

  it("takes no class, since there are no style sheets", () => {
    // @ts-expect-error: everything is said in `style`.
    expect(framesOf(<div className="card" />)).toHaveLength(1);
  });

  it("refuses what cannot be drawn, and components without end", () => {
    const Endless = (): Node => <Endless />;
    expect(fault(() => <Page>{new Date(0) as unknown as Node}</Page>)).toContain(
      "not something that can be drawn",
    );
    expect(fault(() => <Page>{(() => null) as unknown as Node}</Page>)).toContain("a function");
    expect(fault(() => <Endless />)).toContain("without end");
  });
});

describe("what is wrong is said in Vietnamese too", () => {
  const area = { x: 0, y: 0, width: 10, height: 10 };
  const Throwing = (): Node => {
    throw "hết chỗ";
  };
  it.each<[vi: string, pages: (page: PageContext) => unknown]>([
    ["không có màu “pinkish”", (page) => page.color("pinkish" as never)],
    ["không phải thứ vẽ được", () => <Page>{new Date(0) as unknown as Node}</Page>],
    ["không vẽ trang nào", () => null],
    ["có thứ nằm ngoài <Page>", () => [<Page />, <div />]],
    [
      "hai khung của một trang cùng tên “a”",
      () =>
        ["a", "a"].map((name) => (
          <Frame name={name} {...area}>
            <div />
          </Frame>
        )),
    ],
    ["hết chỗ", () => <Throwing />],
  ])("%s", (vi, pages) => {
    expect(faultOf(pages).message.vi).toContain(vi);
  });

  it("and a text that a component throws is told where the component stands", () => {
    const place = { fileName: "template.tsx", lineNumber: 7, columnNumber: 3 };
    const { where, message } = faultOf(() => jsxDEV(Throwing as never, {}, undefined, false, place));
    expect(where).toEqual({ file: "template.tsx", line: 7, column: 3 });
    expect(message.en).toContain("hết chỗ");
  });
});

describe("frames", () => {
  it("come in paint order, from components and fragments too", () => {
    const Header = () => (
      <>
        <Frame name="logo" {...area} role="art">
          <span />
        </Frame>
        <Frame name="name" {...area} fit={{ minimum: 0.5, maximum: 2 }} clipped>
          <span />
          <span />
        </Frame>
      </>
    );
    const frames = framesOf([<Header />, <Frame name="foot" {...area} variants={[<div />, <span />]} />]);
    expect(frames.map(({ name, role, clipped, fit }) => ({ name, role, clipped, ...fit }))).toEqual([
      { name: "logo", role: "art", clipped: true, minimum: 1, maximum: 1 },
      { name: "name", role: "content", clipped: true, minimum: 0.5, maximum: 2 },
      { name: "foot", role: "content", clipped: false, minimum: 0.75, maximum: 1 },
    ]);
    expect(frames[1]!.variants[0]!.props.children).toHaveLength(2);
    expect(frames[2]!.variants.map(({ type }) => type)).toEqual(["div", "span"]);
  });

  it("gather what is not a frame, run by run, into the trim", () => {
    const frames = framesOf([<div />, "text", <Frame name="mid" {...area} children={<span />} />, <div />]);
    expect(frames.map(({ name, width, height }) => [name, width, height])).toEqual([
      ["page", 148, 210],
      ["mid", 10, 10],
      ["page-2", 148, 210],
    ]);
  });

  it("are left out when they hold nothing", () => {
    expect(framesOf(<Frame name="empty" {...area} children={null} />)).toEqual([]);
  });

  it("are told about when the content around them leaves no room, and art is not", () => {
    const pages = () => (
      <Page>
        <Frame name="headline" {...area} height={-1} children={<span />} />
        <Frame name="motif" role="art" {...area} width={0} children={<span />} />
        <Frame name="rest" {...area} children={<span />} />
      </Page>
    );
    const { value, diagnostics } = compose(sampleJob({ template: templateOf(pages) }));
    expect(value[0]!.frames.map(({ name }) => name)).toEqual(["rest"]);
    expect(diagnostics.map(({ code, where }) => [code, where])).toEqual([
      ["layout.no-room", { page: 1, frame: "headline" }],
    ]);
  });

  it("must be sound: named, sized, alike only once, not nested", () => {
    const mark = <span />;
    expect(fault(() => <Frame name="" {...area} children={mark} />)).toContain("no name");
    expect(fault(() => <Frame name="a" {...area} x={Number.NaN} children={mark} />)).toContain("valid x");
    expect(
      fault(() => (
        <Page>
          {[1, 2].map(() => (
            <Frame name="a" {...area} children={mark} />
          ))}
        </Page>
      )),
    ).toContain("two frames");
    expect(
      fault(() => (
        <div>
          <Frame name="in" {...area} children={mark} />
        </div>
      )),
    ).toContain("“in” stands inside <div>");
    expect(
      fault(() => <Frame name="a" {...area} fit={{ minimum: 2, maximum: 1 }} children={mark} />),
    ).toContain("no range");
  });
});

describe("pages", () => {
  it("are the <Page> elements, or the whole when there is none", () => {
    expect(
      pagesOf(() => [
        <Page>
          <div />
        </Page>,
        <Page>
          <span />
        </Page>,
      ]),
    ).toHaveLength(2);
    expect(pagesOf(() => <div />)[0]!.frames.map(({ name }) => name)).toEqual(["page"]);
    expect(
      fault(() => [
        <Page>
          <div />
        </Page>,
        <span />,
      ]),
    ).toContain("beside a <Page>");
    expect(fault(() => null)).toContain("no page");
  });

  it("carry the palette and every tint that was asked for, with its inks", () => {
    let hex = "";
    const [page] = pagesOf((context) => {
      hex = context.tint("primary", 30);
      expect(context.tint("primary", 30)).toBe(hex);
      expect(context.tint("primary", 100)).toBe(context.color("primary"));
      expect(context.tint("accent", 0)).toBe(context.color("paper"));
      return <div />;
    });
    const primary = page!.colors.find(({ token }) => token === "primary")!;
    const tint = page!.colors.find(({ token }) => token === "primary@30")!;
    expect(page!.colors).toHaveLength(COLOR_TOKENS.length + 1);
    expect(tint.hex).toBe(hex);
    expect(tint.cmyk!.c).toBeCloseTo(primary.cmyk!.c * 0.3, 1);
  });

  it("see pictures by role and measure with the shipped faces", () => {
    const photo: Asset = {
      role: "photo",
      name: "a.jpg",
      id: "abc",
      mediaType: "image/jpeg",
      pixelWidth: 30,
      pixelHeight: 20,
      data: new Uint8Array(),
      focus: { x: 0.5, y: 0.4 },
      tones: null,
      look: null,
    };
    pagesOf(
      (page) => {
        expect(page.pictures.photo).toEqual({
          src: "asset:abc",
          pixelWidth: 30,
          pixelHeight: 20,
          focus: photo.focus,
          look: null,
        });
        expect(page.pictures.logo).toBeUndefined();
        const face = { family: page.faces.text, weight: 400 };
        expect(page.measure("mm", face)).toBeCloseTo(2 * page.measure("m", face), 1);
        expect(() => page.measure("m", { family: "None", weight: 400 })).toThrow("None");
        return <div />;
      },
      { assets: [photo] },
    );
  });

  it("are the same for the same job", () => {
    const template = (page: PageContext) => (
      <div style={{ color: page.tint("accent", 50) }}>{page.brief.callToAction.text}</div>
    );
    expect(pagesOf(template)).toEqual(pagesOf(template));
  });
});

describe("an icon", () => {
  const drawn = (color: string) => {
    // As compiled for production: without places in the source.
    const children = jsx(Icon, { name: "car", size: 8, color });
    const [frame] = framesOf(jsx(Frame, { name: "icon", role: "content", ...area, children }));
    return frame!.variants[0]!;
  };

  it("is the same object on piece after piece, and another one where it looks different", () => {
    const red = drawn("#ff0000");
    expect(drawn("#ff0000")).toBe(red);
    expect(drawn("#00ff00")).toMatchObject({ type: "svg", props: { stroke: "#00ff00", width: 8 } });
  });
});

describe("the page's bleed", () => {
  const bleedOf = (profile: Partial<OutputProfile>) =>
    compose({
      ...sampleJob({ template: templateOf(() => <Page>{null}</Page>) }),
      profile: { ...WEB_PROFILE, ...profile },
    }).value[0]!.geometry.bleed;

  it("is the format's at least, so that one layout serves most profiles", () => {
    expect(bleedOf({ bleed: "none" })).toBe(3);
    expect(bleedOf({ bleed: 2 })).toBe(3);
  });

  it("reaches as far as the profile's bleed, hem and pockets", () => {
    expect(bleedOf({ bleed: 8 })).toBe(8);
    const finishing = { ...WEB_PROFILE.finishing, hem: 30, polePocket: { top: 80, bottom: 60 } };
    expect(bleedOf({ bleed: "none", finishing })).toBe(80);
    expect(bleedOf({ bleed: 5, finishing: { ...finishing, polePocket: null } })).toBe(35);
  });
});

describe("a template that cannot be meant", () => {
  it("is stopped at its thousandth page", () => {
    const many = (count: number) => () => Array.from({ length: count }, () => <Page />);
    expect(pagesOf(many(1000))).toHaveLength(1000);
    expect(faultOf(many(5000)).message.vi).toContain("hơn 1000 trang");
  });

  it("is told that pages come at once, and what it would have come to later troubles nobody", async () => {
    const Late = (async () => <p>muộn</p>) as unknown as () => Node;
    expect(faultOf(async () => <Page />).message.vi).toContain("bỏ async và await");
    expect(fault(() => <Page>{<Late />}</Page>)).toContain("take async and await away");
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", note);
    fault(async () => {
      throw new Error("later");
    });
    await new Promise((later) => setImmediate(later));
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });
});
