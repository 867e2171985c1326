/** One line of the doctor's report; texts are “Vietnamese | English”. */
export interface Finding {
  /** `missing` is for what nobody needs to make pieces. */
  readonly state: "ok" | "missing" | "broken";
  readonly subject: string;
  readonly detail: string;
}

/** Runs a check; what it throws makes the finding broken. */
export async function findingOf(subject: string, check: () => Promise<string>): Promise<Finding> {
  try {
    return { state: "ok", subject, detail: await check() };
  } catch (thrown) {
    const [detail = ""] = (thrown instanceof Error ? thrown.message : String(thrown)).split("\n");
    return { state: "broken", subject, detail };
  }
}
