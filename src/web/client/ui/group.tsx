/** A part of the form that folds away. It opens when something in it needs attention, and closes only by hand. */

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Icon, type IconName } from "./icon.tsx";

interface GroupProps {
  readonly name: string;
  readonly icon: IconName;
  readonly isOpen: boolean;
  /** Things in it that want a look. */
  readonly count: number;
  readonly children: ComponentChildren;
}

export function Group({ name, icon, isOpen, count, children }: GroupProps) {
  const [open, setOpen] = useState(isOpen || count > 0);
  useEffect(() => {
    if (count > 0) setOpen(true);
  }, [count > 0]);
  return (
    <details class="group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name={icon} />
        <h2>{name}</h2>
        {count > 0 && (
          <span class="badge">
            {count}
            <span class="unseen"> điều cần xem</span>
          </span>
        )}
        <Icon name="chevron-down" />
      </summary>
      <div class="group-body">{children}</div>
    </details>
  );
}
