/** A file that is dropped beside its place would take the page away and open itself. @returns what stops that */
export function holdStrayFiles(): () => void {
  const hold = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files") && !event.defaultPrevented) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    }
  };
  addEventListener("dragover", hold);
  addEventListener("drop", hold);
  return () => {
    removeEventListener("dragover", hold);
    removeEventListener("drop", hold);
  };
}
