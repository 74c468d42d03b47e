/**
 * The editor's own menu at a press of the right button or the menu key: it asks the element for what it stands for, and
 * so do the `when` clauses of the manifest.
 */
export function offerMenu(): void {
  document.addEventListener(
    'contextmenu',
    ({ target }) => {
      const place =
        target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-to], [data-src]') : null;
      const source = place?.dataset.to ?? place?.dataset.src;
      if (place === null || source === undefined) return;
      place.dataset.vscodeContext = JSON.stringify({ incidentPlaybookSource: source });
    },
    { capture: true },
  );
}
