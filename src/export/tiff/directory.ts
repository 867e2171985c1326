/** A TIFF 6.0 image file directory: what a reader must know about the pixels, as bytes. Little endian. */

/** Field types (TIFF 6.0 §2, "Types"). */
const ASCII = 2;
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;
const UNDEFINED = 7;

const BYTES_OF: Readonly<Record<number, number>> = {
  [ASCII]: 1,
  [SHORT]: 2,
  [LONG]: 4,
  [RATIONAL]: 8,
  [UNDEFINED]: 1,
};

interface Field {
  readonly tag: number;
  readonly type: number;
  /** How many values, not bytes. */
  readonly count: number;
  readonly data: Uint8Array;
}

/** Where one compressed strip lies in the file. */
export interface Strip {
  readonly offset: number;
  readonly bytes: number;
}

export interface TiffDescription {
  readonly width: number;
  readonly height: number;
  readonly rowsPerStrip: number;
  readonly strips: readonly Strip[];
  /** Pixels per inch of the file as it stands. */
  readonly ppi: number;
  readonly title: string;
  readonly icc: Uint8Array;
}

/**
 * A directory for 8-bit CMYK in Deflate strips with horizontal differencing, and the values too long to lie
 * within it.
 * @param offset where in the file it will begin; must be even
 */
export function tiffDirectory(description: TiffDescription, offset: number): Uint8Array {
  const { width, height, rowsPerStrip, strips, ppi, title, icc } = description;
  const resolution = rational(ppi);
  // Ascending by tag, as readers may expect (TIFF 6.0 §2).
  const fields: readonly Field[] = [
    longs(256, [width]), // ImageWidth
    longs(257, [height]), // ImageLength
    shorts(258, [8, 8, 8, 8]), // BitsPerSample
    shorts(259, [8]), // Compression: Adobe Deflate (Photoshop TIFF technical notes, 2002)
    shorts(262, [5]), // PhotometricInterpretation: separated (§16)
    ascii(270, title), // ImageDescription
    longs(
      273,
      strips.map((strip) => strip.offset),
    ), // StripOffsets
    shorts(274, [1]), // Orientation: top left
    shorts(277, [4]), // SamplesPerPixel
    longs(278, [rowsPerStrip]), // RowsPerStrip
    longs(
      279,
      strips.map((strip) => strip.bytes),
    ), // StripByteCounts
    { tag: 282, type: RATIONAL, count: 1, data: resolution }, // XResolution
    { tag: 283, type: RATIONAL, count: 1, data: resolution }, // YResolution
    shorts(284, [1]), // PlanarConfiguration: chunky
    shorts(296, [2]), // ResolutionUnit: inch
    ascii(305, "anpham"), // Software
    shorts(317, [2]), // Predictor: horizontal differencing (§14)
    shorts(332, [1]), // InkSet: CMYK (§16)
    shorts(334, [4]), // NumberOfInks
    { tag: 34675, type: UNDEFINED, count: icc.byteLength, data: icc }, // InterColorProfile (ICC.1 annex B.4)
  ];
  return assemble(fields, offset);
}

function assemble(fields: readonly Field[], offset: number): Uint8Array {
  const tableBytes = 2 + fields.length * 12 + 4;
  const values = fields.filter(({ data }) => data.byteLength > 4);
  const bytes = new Uint8Array(
    values.reduce((sum, { data }) => sum + even(data.byteLength), even(tableBytes)),
  );
  const view = new DataView(bytes.buffer);
  view.setUint16(0, fields.length, true);
  let at = 2;
  let free = even(tableBytes);
  for (const { tag, type, count, data } of fields) {
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, count, true);
    if (data.byteLength > 4) {
      view.setUint32(at + 8, offset + free, true);
      bytes.set(data, free);
      free += even(data.byteLength);
    } else {
      bytes.set(data, at + 8);
    }
    at += 12;
  }
  // No further directory: the last four bytes of the table stay 0.
  return bytes;
}

/** Values begin on word boundaries (TIFF 6.0 §2). */
const even = (length: number): number => length + (length % 2);

function numbers(tag: number, type: typeof SHORT | typeof LONG, values: readonly number[]): Field {
  const size = BYTES_OF[type]!;
  const data = new Uint8Array(values.length * size);
  const view = new DataView(data.buffer);
  values.forEach((value, i) => {
    if (type === SHORT) view.setUint16(i * size, value, true);
    else view.setUint32(i * size, value, true);
  });
  return { tag, type, count: values.length, data };
}

const shorts = (tag: number, values: readonly number[]): Field => numbers(tag, SHORT, values);
const longs = (tag: number, values: readonly number[]): Field => numbers(tag, LONG, values);

/** Text with the NUL that ends it. UTF-8, which readers of this century show rightly. */
function ascii(tag: number, text: string): Field {
  const data = new TextEncoder().encode(`${text}\0`);
  return { tag, type: ASCII, count: data.byteLength, data };
}

/** Exact to a thousandth. */
function rational(value: number): Uint8Array {
  const data = new Uint8Array(8);
  const view = new DataView(data.buffer);
  view.setUint32(0, Math.round(value * 1000), true);
  view.setUint32(4, 1000, true);
  return data;
}
