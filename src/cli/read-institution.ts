import { readJson } from "../resolve/read-json.ts";
import type { GivenInstitution } from "../run/kit/kit-row.ts";

/**
 * What `--institution` says: an id, or the content of a JSON file.
 * @throws AnphamError `request.unreadable-file`, `request.broken-json`
 */
export const readInstitution = async (given: string): Promise<GivenInstitution> =>
  /\.json$|[/\\]/i.test(given) ? ((await readJson(given)) as GivenInstitution) : given;
