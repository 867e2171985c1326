/** A render request as the query of an address, and back. */

import { fail } from "../../base/diagnostic.ts";
import { MM_PER_INCH } from "../../base/units.ts";
import { FORMATS } from "../../model/formats/index.ts";
import { EXTENSIONS } from "../../model/output-files.ts";
import { OUTPUT_TYPES, type OutputType, renderRequest } from "../../model/request.ts";
import { deepMerge, isJsonObject, type JsonObject } from "../../resolve/deep-merge.ts";
import { parseJson } from "../../resolve/read-json.ts";
import { deepObject } from "../../run/rows/deep-object.ts";
import { refuseDeep } from "../limits/json-body.ts";

/** Parameters that are no part of the request. */
const BESIDES: readonly string[] = ["page", "width", "key", "expires", "signature", "download"];
const NUMBERS: readonly string[] = ["ppi", "bleed", "scale"];
const GIVEN_OTHERWISE: readonly string[] = ["template", "as"];
const DATA = "data.";
/** What stands for bytes that are no UTF-8. */
const NOT_READ = "\ufffd";
/** Parts of one path, which is deeper than any field. */
const DEEPEST = 12;

/** `recruitment-flyer.png` → template and file type; `null` for another ending. */
export function readFileName(name: string): { readonly template: string; readonly as: OutputType } | null {
  const [, template, ending] = /^(.+)\.([a-z]{3,4})$/i.exec(name) ?? [];
  const lower = ending?.toLowerCase();
  const as = OUTPUT_TYPES.find((type) => type === lower || EXTENSIONS[type] === lower);
  return template !== undefined && as ? { template, as } : null;
}

/**
 * The request behind an address. `data` takes a JSON object, `data.event.name` a text; `width` asks for so many pixels.
 * @throws AnphamError `request.invalid-field`, `request.broken-json`, `service.too-deep`
 */
export function readQuery(name: string, query: URLSearchParams): JsonObject | null {
  const file = readFileName(name);
  if (!file) return null;
  const data = deepObject();
  let whole: unknown = {};
  const fields = new Map<string, unknown>();
  for (const [key, value] of query) {
    if (BESIDES.includes(key)) continue;
    if (value.includes(NOT_READ)) wrong(key, "không phải UTF-8", "it is not UTF-8", "%E1%BA%A4 = Ấ");
    if (fields.has(key)) wrong(key, "được ghi hai lần", "it is there twice");
    if (key.startsWith(DATA)) {
      const path = key.slice(DATA.length);
      if (path.split(".").length > DEEPEST) wrong(key, "quá sâu", "it is too deep");
      for (const part of path.split(".")) refuseName(part);
      data.set(path, value);
    } else if (key === "data") {
      whole = readJsonValue(value, key);
      if (!isJsonObject(whole)) {
        wrong(key, "không phải đối tượng JSON", "it is no JSON object", 'data={"lead":"…"}');
      }
    } else if (key === "institution" && value.startsWith("{")) {
      fields.set(key, readJsonValue(value, key));
    } else if (!Object.hasOwn(renderRequest.shape, key) || GIVEN_OTHERWISE.includes(key)) {
      wrong(key, "không có tham số này", "there is no such parameter");
    } else {
      fields.set(key, readField(key, value));
    }
  }
  const ppi = widthPpi(query, fields);
  return {
    ...Object.fromEntries(fields),
    ...(ppi === null ? {} : { ppi }),
    template: file.template,
    as: file.as,
    data: deepMerge(whole, data.toObject()),
  };
}

/** Writes what {@link readQuery} reads. */
export function writeQuery(request: JsonObject): URLSearchParams {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(request)) {
    if (GIVEN_OTHERWISE.includes(key) || value === null || value === undefined) continue;
    const isEmpty = key === "data" && JSON.stringify(value) === "{}";
    if (isEmpty) continue;
    query.set(key, typeof value === "object" && key !== "marks" ? JSON.stringify(value) : String(value));
  }
  return query;
}

function readJsonValue(text: string, name: string): unknown {
  refuseDeep(text);
  const value = parseJson(text, name);
  refuseNames(value);
  return value;
}

/** Names that are no field of anything and mean harm wherever they stand; bodies are refused for them too. */
function refuseName(name: string): void {
  if (name === "__proto__" || name === "constructor" || name === "prototype") {
    wrong(name, "không có trường này", "there is no such field");
  }
}

function refuseNames(value: unknown): void {
  if (Array.isArray(value)) for (const item of value) refuseNames(item);
  else if (isJsonObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      refuseName(name);
      refuseNames(inner);
    }
  }
}

function readField(key: string, value: string): unknown {
  if (NUMBERS.includes(key)) return Number(value);
  const isSwitch = value === "true" || value === "false";
  if (key === "marks") return isSwitch ? value === "true" : value.split(",");
  if ((key === "outline" || key === "mirror") && isSwitch) return value === "true";
  return value;
}

/** Pixels across, as web pages want them. */
function widthPpi(query: URLSearchParams, fields: ReadonlyMap<string, unknown>): number | null {
  const asked = query.get("width");
  if (asked === null) return null;
  const width = Number(asked);
  const format = FORMATS.find(({ id }) => id === fields.get("format"));
  if (!/^\d{1,5}$/.test(asked) || width < 1)
    wrong("width", "không phải số điểm ảnh", "it is no number of pixels");
  if (fields.has("ppi")) wrong("width", "đã có ppi", "ppi is there already");
  return format ? Math.round((width * MM_PER_INCH * 1000) / format.width) / 1000 : null;
}

const PARAMETERS = [...Object.keys(renderRequest.shape), "data.…", "page", "width"].join(", ");

function wrong(path: string, reasonVi: string, reason: string, expected = PARAMETERS): never {
  const shown = path.slice(0, 80);
  fail(
    "request.invalid-field",
    { path: shown, reasonVi, reason, expectedVi: expected, expected },
    { path: shown },
  );
}
