/** What must not stay when the process ends in the midst of its work: half-written files, locks. */

const leftovers = new Set<() => void>();
let heard: (areThere: boolean) => void = () => undefined;

process.on("exit", () => {
  for (const remove of leftovers) remove();
});

/**
 * Has something removed at the exit of the process, unless it is done by then. A signal that nobody listens to ends the
 * process without an exit: see {@link hearOfLeftovers}.
 * @param remove does not wait for anything
 * @returns says that it is done
 */
export function removeAtExit(remove: () => void): () => void {
  if (leftovers.size === 0) heard(true);
  leftovers.add(remove);
  return () => {
    if (leftovers.delete(remove) && leftovers.size === 0) heard(false);
  };
}

/** For the one who listens to signals: hears each time that there are some, and that there are none any more. */
export function hearOfLeftovers(hear: (areThere: boolean) => void): void {
  heard = hear;
  if (leftovers.size > 0) hear(true);
}
