/** What went wrong, in a sentence. */

import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

interface ErrorNoteProps {
  /** `alert` where it appears out of nothing; `undefined` in a live region. */
  readonly role?: "alert";
  readonly children: ComponentChildren;
}

export const ErrorNote = ({ role, children }: ErrorNoteProps) => (
  <p class="note error" {...(role ? { role } : {})}>
    <Icon name="circle-alert" />
    <span>{children}</span>
  </p>
);
