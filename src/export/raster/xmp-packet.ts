/** What picture files say of themselves. */

import { escapeXml } from "../../base/xml.ts";

/** The title as Dublin Core in XMP (ISO 16684-1 §8.3), the one form that PNG, JPEG and WebP all hold. */
export const xmpPacket = (title: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
  `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>` +
  `<rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li>` +
  `</rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>`;
