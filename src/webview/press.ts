/** A click, a double click, or a key on a step. `focus`: the reader means to go there, not to look. */
export function onPress(pane: HTMLElement, press: (event: Event, focus: boolean) => void): void {
  // A button that is pressed by a key is clicked, too, with no clicks to count.
  pane.addEventListener('click', (event) => press(event, event.detail === 0));
  pane.addEventListener('dblclick', (event) => press(event, true));
  pane.addEventListener('keydown', (event) => {
    if ((event.key !== 'Enter' && event.key !== ' ') || (event.target as Element).closest('.up-step') === null) return;
    event.preventDefault();
    press(event, event.key === 'Enter');
  });
}
