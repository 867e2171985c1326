import { renderRequest } from "../model/request.ts";
import { checked } from "../resolve/check.ts";
import { readJson } from "../resolve/read-json.ts";

/**
 * What `--data` says: the content of a JSON file, an object.
 * @throws AnphamError `request.unreadable-file`, `request.broken-json`, `request.invalid-field`
 */
export const readData = async (file: string): Promise<Record<string, unknown>> =>
  checked(renderRequest.shape.data, await readJson(file), { prefix: "data", file });
