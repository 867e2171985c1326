/** The page: what to look at on the left, the piece in the middle, what is found on the right. */

import { Canvas } from "./canvas.tsx";
import { ChoicePanel } from "./choice-panel.tsx";
import { Compare } from "./compare.tsx";
import { ErrorCards, PieceErrors } from "./error-cards.tsx";
import { useKeys } from "./keys.ts";
import { SidePanel } from "./side-panel.tsx";
import { catalogue, mode } from "./state.ts";
import { TopBar } from "./top-bar.tsx";
import { VisionFilters } from "./vision-filters.tsx";
import { Wall } from "./wall.tsx";

export function App() {
  useKeys();
  return (
    <>
      <VisionFilters />
      <TopBar />
      <div class="desk">
        {catalogue.value && <ChoicePanel />}
        <main class="stage" id="stage">
          {catalogue.value && <Shown />}
          {mode.value === "one" && <PieceErrors />}
          <ErrorCards />
        </main>
        <SidePanel />
      </div>
    </>
  );
}

const Shown = () => (mode.value === "one" ? <Canvas /> : mode.value === "compare" ? <Compare /> : <Wall />);
