/** An independent look at every colour in a PDF, through pdf-lib: operators, shadings, patterns, images, groups, masks. */

import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "pdf-lib";

export interface ColorUse {
  /** A device space, a family (`ICCBased`, `Separation PANTONE 1`), or `/DeviceCMYK` behind one: `Indexed DeviceCMYK`. */
  readonly space: string;
  /** What uses it, from the page inwards: `page 1 > X12 > image`. */
  readonly where: string;
}

const DEVICE_OPERATORS: Readonly<Record<string, string>> = {
  g: "DeviceGray",
  G: "DeviceGray",
  rg: "DeviceRGB",
  RG: "DeviceRGB",
  k: "DeviceCMYK",
  K: "DeviceCMYK",
};

/** Every use of colour that a viewer would meet while it paints the pages. */
export async function colorUses(bytes: Uint8Array): Promise<readonly ColorUse[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const walk = new Walk(document);
  document.getPages().forEach((page, i) => {
    const where = `page ${i + 1}`;
    walk.group(page.node, where);
    walk.content(document.context.lookup(page.node.get(PDFName.of("Contents"))), page.node, where);
  });
  return walk.uses;
}

class Walk {
  readonly uses: ColorUse[] = [];
  readonly #document: PDFDocument;
  readonly #seen = new Set<string>();

  constructor(document: PDFDocument) {
    this.#document = document;
  }

  content(stream: PDFObject | undefined, owner: PDFDict, where: string): void {
    if (!(stream instanceof PDFStream)) return;
    const resources = this.#dict(owner.get(PDFName.of("Resources")));
    const operators = this.#decoded(stream).replace(/\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f\s]*>/g, " ");
    const named = (category: string, name: string) =>
      this.#dict(resources?.get(PDFName.of(category)))?.get(PDFName.of(name));
    let name = "";
    for (const token of operators.split(/\s+/)) {
      if (token.startsWith("/")) name = token.slice(1);
      const device = DEVICE_OPERATORS[token];
      if (device) this.#use(device, where);
      else if (token === "cs" || token === "CS") {
        if (name !== "Pattern") this.#space(named("ColorSpace", name) ?? PDFName.of(name), where);
      } else if (token === "scn" || token === "SCN") {
        const pattern = named("Pattern", name);
        if (pattern) this.#pattern(pattern, `${where} > ${name}`);
      } else if (token === "sh") this.#shading(named("Shading", name), `${where} > ${name}`);
      else if (token === "gs") this.#state(named("ExtGState", name), `${where} > ${name}`);
      else if (token === "Do") this.#object(named("XObject", name), `${where} > ${name}`);
      else if (token === "BI") this.#use("inline image", where);
    }
  }

  group(owner: PDFDict, where: string): void {
    const group = this.#dict(owner.get(PDFName.of("Group")));
    const space = group?.get(PDFName.of("CS"));
    if (space) this.#space(space, `${where} > group`);
  }

  #use(space: string, where: string): void {
    this.uses.push({ space, where });
  }

  /** Whether it is met for the first time. */
  #isNew(object: PDFObject | undefined): object is PDFObject {
    if (!object) return false;
    if (!(object instanceof PDFRef)) return true;
    if (this.#seen.has(object.tag)) return false;
    this.#seen.add(object.tag);
    return true;
  }

  #state(object: PDFObject | undefined, where: string): void {
    const mask = this.#dict(this.#dict(object)?.get(PDFName.of("SMask")));
    if (mask) this.#object(mask.get(PDFName.of("G")), `${where} > soft mask`);
  }

  #object(object: PDFObject | undefined, where: string): void {
    if (!this.#isNew(object)) return;
    const stream = this.#document.context.lookup(object);
    if (!(stream instanceof PDFStream)) return;
    if (stream.dict.get(PDFName.of("Subtype")) === PDFName.of("Form")) {
      this.group(stream.dict, where);
      this.content(stream, stream.dict, where);
      return;
    }
    this.#space(stream.dict.get(PDFName.of("ColorSpace")), `${where} > image`);
    this.#object(stream.dict.get(PDFName.of("SMask")), `${where} > alpha`);
  }

  #pattern(object: PDFObject, where: string): void {
    if (!this.#isNew(object)) return;
    const pattern = this.#document.context.lookup(object);
    if (pattern instanceof PDFStream) this.content(pattern, pattern.dict, where);
    else if (pattern instanceof PDFDict) this.#shading(pattern.get(PDFName.of("Shading")), where);
  }

  #shading(object: PDFObject | undefined, where: string): void {
    this.#space(this.#dict(object)?.get(PDFName.of("ColorSpace")), `${where} > shading`);
  }

  #space(object: PDFObject | undefined, where: string): void {
    this.#use(this.#spaceName(object), where);
  }

  #spaceName(object: PDFObject | undefined): string {
    const space = object && this.#document.context.lookup(object);
    if (space instanceof PDFName) return space.decodeText();
    if (!(space instanceof PDFArray)) return "nothing";
    const [family, second, third] = space.asArray();
    const name = this.#spaceName(family);
    if (name === "Separation") return `${name} ${this.#spaceName(second)} ${this.#spaceName(third)}`;
    return name === "Indexed" ? `${name} ${this.#spaceName(second)}` : name;
  }

  #dict(object: PDFObject | undefined): PDFDict | undefined {
    const found = object && this.#document.context.lookup(object);
    if (found instanceof PDFStream) return found.dict;
    return found instanceof PDFDict ? found : undefined;
  }

  #decoded(stream: PDFStream): string {
    const bytes = stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents();
    return Buffer.from(bytes).toString("latin1");
  }
}
