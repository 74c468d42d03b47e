import { type Preview, type PreviewTab, previewTabs, tabNames } from '../protocol/preview';
import type { Translate } from './translate';
import type { ZoomStep } from './zoom';

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The frame of the page: header, tabs, panes, and the strip that says why the picture is old. */
export function createLayout(t: Translate) {
  const title = make('h1', { class: 'up-title' });
  const status = make('span', { class: 'up-status' });
  const counts = make('button', { type: 'button', class: 'up-counts', title: t('Show the problems') });
  const strip = { text: make('span'), button: make('button', { type: 'button' }, t('Go to the line')) };
  const stripBox = make('div', { class: 'up-strip', role: 'status', hidden: '' }, strip.text, strip.button);
  const live = make('p', { class: 'up-live', 'aria-live': 'polite' });
  const { element: zoomBar, onZoom, showZoom } = createZoomBar(t);
  const toast = make('p', { class: 'up-toast', 'aria-hidden': 'true', hidden: '' });
  const copy = make('button', { type: 'button', title: t('Copy the drawing as PNG, SVG or Mermaid') }, t('Copy…'));
  zoomBar.append(copy);

  const names = tabNames(t);
  const dots = {} as Record<PreviewTab, HTMLElement>;
  const tabs = {} as Record<PreviewTab, HTMLButtonElement>;
  const panes = {} as Record<PreviewTab, HTMLElement>;
  for (const tab of previewTabs) {
    // Where the caret's thing is, when it is not on the tab on show.
    dots[tab] = make('span', { class: 'up-tab-dot', hidden: '' });
    tabs[tab] = make(
      'button',
      { type: 'button', role: 'tab', id: `tab-${tab}`, 'aria-controls': `pane-${tab}` },
      names[tab],
      dots[tab],
    );
    panes[tab] = make('div', {
      role: 'tabpanel',
      id: `pane-${tab}`,
      'aria-labelledby': `tab-${tab}`,
      class: `up-pane up-pane-${tab}`,
      tabindex: '0',
    });
  }
  const tabList = make(
    'div',
    { role: 'tablist', class: 'up-tabs', 'aria-label': t('Preview') },
    ...previewTabs.map((tab) => tabs[tab]),
  );
  const header = make(
    'header',
    { class: 'up-header', hidden: '' },
    make('div', { class: 'up-heading' }, title, status, counts),
    make('div', { class: 'up-bar-row' }, tabList, zoomBar),
  );
  const main = make('main', { class: 'up-main', hidden: '' }, ...previewTabs.map((tab) => panes[tab]));
  const reading = make('p', { class: 'up-reading' }, t('Reading the playbook…'));
  document.getElementById('page')?.append(reading, header, stripBox, main, toast, live);
  const show = () => {
    reading.remove();
    header.hidden = false;
    main.hidden = false;
  };

  const withCaret = new Set<PreviewTab>();
  let selected: PreviewTab = 'flow';
  let bar: HTMLElement | undefined;
  let map: HTMLElement | undefined;
  let toastTimer: ReturnType<typeof setTimeout> | undefined;
  const selectTab = (tab: PreviewTab) => {
    selected = tab;
    for (const other of previewTabs) {
      const isIt = other === tab;
      tabs[other].setAttribute('aria-selected', String(isIt));
      tabs[other].tabIndex = isIt ? 0 : -1;
      panes[other].hidden = !isIt;
    }
    showZoomBar();
    showDots();
  };
  /** Only where there is something to make larger. */
  const showZoomBar = () => {
    zoomBar.hidden = selected !== 'flow' || panes.flow.querySelector('svg.up-flow') === null;
    map?.classList.toggle('up-away', zoomBar.hidden);
    // What is played can be read in the list, too.
    const isList = selected === 'list' && panes.list.querySelector('.up-steps') !== null;
    bar?.classList.toggle('up-away', zoomBar.hidden && !isList);
    bar?.classList.toggle('up-on-list', isList);
  };
  const showDots = () => {
    for (const tab of previewTabs) {
      const isShown = withCaret.has(tab) && !withCaret.has(selected);
      dots[tab].hidden = !isShown;
      dots[tab].replaceChildren(...(isShown ? [make('span', { class: 'up-unseen' }, t('(the caret is here)'))] : []));
    }
  };

  return {
    panes,
    strip,
    counts,
    copy,
    tab: () => selected,
    addTools(toolBar: HTMLElement, minimap: HTMLElement) {
      [bar, map] = [toolBar, minimap];
      header.append(bar);
      main.append(map);
    },
    selectTab,
    showZoomBar,
    markTabs(marked: readonly PreviewTab[]) {
      withCaret.clear();
      for (const tab of marked) withCaret.add(tab);
      showDots();
    },
    onTab(choose: (tab: PreviewTab) => void) {
      for (const tab of previewTabs) tabs[tab].addEventListener('click', () => choose(tab));
      tabList.addEventListener('keydown', ({ key }) => {
        const at = previewTabs.indexOf(selected);
        const last = previewTabs.length - 1;
        const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
          key
        ];
        const tab = next === undefined ? undefined : previewTabs[next];
        if (tab === undefined) return;
        choose(tab);
        tabs[tab].focus();
      });
    },
    onZoom,
    showZoom,
    showHeader({ title: name, locale, status: state, statusTitle, counts: { errors, warnings }, broken }: Preview) {
      show();
      title.textContent = name;
      title.classList.toggle('up-phrase', name.length <= 100);
      // A long one is cut off.
      title.title = name.length > 60 ? name.slice(0, 1000) : '';
      title.lang = locale;
      status.textContent = statusTitle;
      status.className = `up-status up-status-${/^[a-z-]+$/.test(state) ? state : 'draft'}`;
      const parts = [
        ...(errors > 0 ? [errors === 1 ? t('1 error') : t('{0} errors', errors)] : []),
        ...(warnings > 0 ? [warnings === 1 ? t('1 warning') : t('{0} warnings', warnings)] : []),
      ];
      counts.disabled = parts.length === 0;
      counts.textContent = parts.length > 0 ? parts.join(t(', ')) : broken === undefined ? t('no problems') : '';
      counts.className = `up-counts ${errors > 0 ? 'up-has-errors' : warnings > 0 ? 'up-has-warnings' : ''}`;
    },
    showStrip(text: string, withButton: boolean) {
      show();
      strip.text.textContent = text;
      strip.button.hidden = !withButton;
      stripBox.hidden = false;
    },
    hideStrip() {
      stripBox.hidden = true;
    },
    setStale(isStale: boolean) {
      // What is old must not be handed on as the plan.
      copy.disabled = isStale;
      document.body.classList.toggle('up-stale', isStale);
    },
    /** What came of a press, for a moment. */
    tell(text: string) {
      toast.textContent = text;
      toast.hidden = false;
      clearTimeout(toastTimer);
      toastTimer = setTimeout(() => {
        toast.hidden = true;
      }, 4000);
      this.say(text);
    },
    say: sayer(live),
  };
}

/** The buttons by which a drawing is made larger and smaller. */
export function createZoomBar(t: Translate) {
  const percent = make('button', { type: 'button', class: 'up-percent', title: t('Actual size (0)') });
  const zoomOut = make('button', { type: 'button', title: t('Smaller (-)'), 'aria-label': t('Smaller (-)') }, '−');
  const zoomIn = make('button', { type: 'button', title: t('Larger (+)'), 'aria-label': t('Larger (+)') }, '+');
  const fit = make('button', { type: 'button', title: t('Fit the width (f)') }, t('Fit'));
  const group = { class: 'up-zoom', role: 'group', 'aria-label': t('The drawing') };
  return {
    element: make('div', group, zoomOut, percent, zoomIn, fit),
    onZoom(change: (how: ZoomStep) => void) {
      zoomIn.addEventListener('click', () => change('in'));
      zoomOut.addEventListener('click', () => change('out'));
      fit.addEventListener('click', () => change('fit'));
      percent.addEventListener('click', () => change('reset'));
    },
    showZoom(value: number) {
      percent.textContent = `${value}%`;
      percent.setAttribute('aria-label', t('{0}%, back to actual size (0)', value));
    },
  };
}

/** For those who hear the page: the last word of a burst, at most every two seconds. */
export function sayer(live: HTMLElement): (text: string) => void {
  return atMostEvery(2000, (text: string) => {
    live.textContent = text;
  });
}

function atMostEvery(milliseconds: number, run: (text: string) => void): (text: string) => void {
  let last: string | undefined;
  let waiting = false;
  const flush = () => {
    waiting = last !== undefined;
    if (last === undefined) return;
    run(last);
    last = undefined;
    setTimeout(flush, milliseconds);
  };
  return (text) => {
    last = text;
    if (!waiting) flush();
  };
}
