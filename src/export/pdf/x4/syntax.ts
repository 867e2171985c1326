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

const UTF_16 = new TextDecoder("utf-16be");

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
    return UTF_16.decode(bytes.subarray(2));
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

/** @throws SyntaxError for anything but one object */
export function parseObject(source: string): PdfValue {
  return new Reader(source).value();
}

const NAME_END = /[\s()<>[\]{}/%]|$/g;
const STRING_END = /\\[\s\S]|\)/g;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const REFERENCE = / 0 R(?![\w.])/y;
const WORD = /true|false|null/y;

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  value(): PdfValue {
    const source = this.#source;
    const first = this.#skipSpace();
    switch (first) {
      case "/":
        return new PdfName(this.#name());
      case "[":
        this.#at++;
        return this.#array();
      case "(":
        return this.#string(endOfLiteral(source, this.#at + 1));
      case "<":
        if (source[this.#at + 1] === "<") {
          this.#at += 2;
          return this.#dictionary();
        }
        return this.#string(source.indexOf(">", this.#at) + 1);
    }
    const number = this.#match(NUMBER);
    if (number !== null) return this.#match(REFERENCE) === null ? Number(number) : new PdfRef(Number(number));
    const word = this.#match(WORD);
    if (word === null) this.#fail();
    return word === "null" ? null : word === "true";
  }

  /** Begins behind its bracket. */
  #array(): readonly PdfValue[] {
    const members: PdfValue[] = [];
    while (this.#skipSpace() !== "]") members.push(this.value());
    this.#at++;
    return members;
  }

  /** Begins behind its brackets. */
  #dictionary(): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    for (let first = this.#skipSpace(); first !== ">"; first = this.#skipSpace()) {
      if (first !== "/") this.#fail();
      entries.set(this.#name(), this.value());
    }
    if (this.#source[this.#at + 1] !== ">") this.#fail();
    this.#at += 2;
    return entries;
  }

  /** Begins at its slash. */
  #name(): string {
    NAME_END.lastIndex = this.#at + 1;
    const end = NAME_END.exec(this.#source)!.index;
    const written = this.#source.slice(this.#at + 1, end);
    this.#at = end;
    return decodeName(written);
  }

  #string(end: number): PdfString {
    if (end <= this.#at) this.#fail();
    const string = new PdfString(this.#source.slice(this.#at, end));
    this.#at = end;
    return string;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source)?.[0];
    if (found === undefined) return null;
    this.#at += found.length;
    return found;
  }

  /** @returns the first character that is no space */
  #skipSpace(): string | undefined {
    let first = this.#source[this.#at];
    while (first === " " || first === "\n" || first === "\r" || first === "\t")
      first = this.#source[++this.#at];
    return first;
  }

  #fail(): never {
    throw new SyntaxError(`not a PDF object: ${this.#source.slice(this.#at, this.#at + 80)}`);
  }
}

/** Behind the bracket that closes a literal string; 0 for none. */
function endOfLiteral(source: string, from: number): number {
  STRING_END.lastIndex = from;
  for (let found = STRING_END.exec(source); found; found = STRING_END.exec(source)) {
    if (found[0] === ")") return found.index + 1;
  }
  return 0;
}

/** `#20` → the byte it stands for (§7.3.5); bytes are UTF-8. */
function decodeName(written: string): string {
  if (!written.includes("#")) return written;
  const bytes = written.replace(/#([0-9A-Fa-f]{2})/g, (_, pair: string) =>
    String.fromCharCode(Number.parseInt(pair, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
