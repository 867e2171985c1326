/** Reads PDF objects back from their text (ISO 32000-1 §7.3), so that a file is judged by what it says. */

export class PdfName {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export class PdfRef {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

/** A string object; `source` is as written, with its delimiters. */
export class PdfString {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** Text (§7.9.2): UTF-16BE with its mark, or ASCII. */
  get text(): string {
    if (this.source.startsWith("(")) return this.source.slice(1, -1).replace(/\\(.)/g, "$1");
    const bytes = Buffer.from(this.source.slice(1, -1), "hex");
    if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString("latin1");
    return new TextDecoder("utf-16be").decode(bytes.subarray(2));
  }
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>;
export type PdfValue =
  | number
  | boolean
  | null
  | PdfName
  | PdfRef
  | PdfString
  | readonly PdfValue[]
  | PdfDictionary;

const TOKEN =
  /\s*(?:(?<ref>\d+) 0 R(?![\w.])|(?<number>[+-]?(?:\d+\.?\d*|\.\d+))|\/(?<name>[^\s()<>[\]{}/%]*)|(?<mark><<|>>|\[|\])|(?<string>\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f\s]*>)|(?<word>true|false|null))/y;

/** @throws SyntaxError for anything but one object */
export function parseObject(source: string): PdfValue {
  const reader = new RegExp(TOKEN);
  const next = (): Record<string, string | undefined> => {
    const groups = reader.exec(source)?.groups;
    if (!groups) throw new SyntaxError(`not a PDF object: ${source.slice(0, 80)}`);
    return groups;
  };
  const value = (token: Record<string, string | undefined>): PdfValue => {
    if (token.ref !== undefined) return new PdfRef(Number(token.ref));
    if (token.number !== undefined) return Number(token.number);
    if (token.name !== undefined) return new PdfName(decodeName(token.name));
    if (token.string !== undefined) return new PdfString(token.string);
    if (token.word !== undefined) return token.word === "null" ? null : token.word === "true";
    if (token.mark === "[") return array();
    if (token.mark === "<<") return dictionary();
    throw new SyntaxError(`${token.mark} where an object should be`);
  };
  const array = (): PdfValue[] => {
    const members: PdfValue[] = [];
    for (let token = next(); token.mark !== "]"; token = next()) members.push(value(token));
    return members;
  };
  const dictionary = (): Map<string, PdfValue> => {
    const entries = new Map<string, PdfValue>();
    for (let key = next(); key.mark !== ">>"; key = next()) {
      if (key.name === undefined) throw new SyntaxError("a dictionary key that is no name");
      entries.set(decodeName(key.name), value(next()));
    }
    return entries;
  };
  return value(next());
}

/** `#20` → the byte it stands for (§7.3.5); bytes are UTF-8. */
function decodeName(written: string): string {
  if (!written.includes("#")) return written;
  const bytes = written.replace(/#([0-9A-Fa-f]{2})/g, (_, pair: string) =>
    String.fromCharCode(Number.parseInt(pair, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
