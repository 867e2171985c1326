/** What the file says about itself: Info dictionary and XMP packet, in step (ISO 32000-1 §14.3). */

import { type PdfFile, type Ref, rawStream } from "./file.ts";
import { dateString, textString } from "./string.ts";

export interface DocumentInfo {
  readonly title: string;
  readonly author: string | null;
  /** BCP 47. */
  readonly language: string;
  /** When the file was made, or `null` to say nothing: files made from the same content are then the same. */
  readonly date: Date | null;
}

const PRODUCER = "anpham";

export function addInfo(file: PdfFile, { title, author, date }: DocumentInfo): Ref {
  const dates = date ? `/CreationDate${dateString(date)}/ModDate${dateString(date)}` : "";
  return file.add(
    `<</Title${textString(title)}${author === null ? "" : `/Author${textString(author)}`}` +
      `/Producer${textString(PRODUCER)}${dates}>>`,
  );
}

/** The packet is left uncompressed, so that tools that do not know PDF can read it (§14.3.2). */
export function addXmp(file: PdfFile, { title, author, language, date }: DocumentInfo): Ref {
  const time = date?.toISOString().replace(/\.\d+Z$/, "Z");
  const dates = time
    ? `<xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate>`
    : "";
  const creator =
    author === null
      ? ""
      : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>`;
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>${creator}
<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${PRODUCER}</pdf:Producer>${dates}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
  return file.add(rawStream("/Type/Metadata/Subtype/XML", Buffer.from(packet, "utf8")));
}

/** Characters that XML 1.0 cannot hold are dropped, the markup ones escaped. */
const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
