/** Before the first person comes: templates are compiled, every thread has drawn something, fields are found out. */

import type { Library } from "../../resolve/library.ts";
import { EMPTY_DRAFT, OWN_INSTITUTION } from "../model/draft.ts";
import type { Answers } from "./answers.ts";
import { catalogueOf } from "./catalogue.ts";
import type { TemplateFacts } from "./template-facts.ts";

interface WarmUpParts {
  readonly library: Library;
  readonly facts: TemplateFacts;
  readonly answers: Answers;
  readonly workers: number;
}

/** Never fails: what cannot be had now is told to whoever asks for it. */
export async function warmUp({ library, facts, answers, workers }: WarmUpParts): Promise<void> {
  const tried = <T>(run: Promise<T>) => run.catch(() => null);
  const catalogue = await tried(catalogueOf(library, EMPTY_DRAFT.campaign));
  const [template] = catalogue?.templates.filter(({ id }) => id === "recruitment-flyer") ?? [];
  if (template) {
    const piece = { template: template.id, format: template.formats[0] ?? "", theme: null, data: {} };
    const draft = { ...EMPTY_DRAFT, institution: OWN_INSTITUTION, pieces: [piece] };
    await Promise.all(Array.from({ length: workers }, () => tried(answers.preview(draft, piece, [0]))));
  }
  // One after the other: whoever comes meanwhile waits for one of them at most.
  for (const { id } of catalogue?.templates ?? []) await tried(facts.fieldsOf(id));
}
