/** The rising steps of the campaign's first theme. */
export const Steps = () => (
  <svg class="steps" viewBox="0 0 520 360" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">
    <path d="M120 360V300L220 200V360z" fill="#103a8a" />
    <path d="M220 360V200L320 100V360z" fill="#1651b8" opacity=".75" />
    <path d="M320 360V120L420 20V360z" fill="#103a8a" />
    <path d="M420 360V40L520-60V360z" fill="#1651b8" />
    <path d="M420 40L520-60v46L420 86z" fill="#ffc933" />
    <path d="M220 200L320 100v34L220 234z" fill="#2f86e8" />
  </svg>
);
