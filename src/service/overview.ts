import type { Entry } from '../core/model/playbook';
import type { Overview, OverviewEntry, OverviewSection, OverviewSectionName } from '../protocol/authoring';
import type { CheckedDocument } from './checkedDocument';
import { statusTitle } from './statusTitle';

/** What the list of playbooks shows of one. A file that only holds shared parts has fewer sections. */
export function provideOverview(document: CheckedDocument): Overview | undefined {
  const { playbook, findings, t } = document;
  if (!playbook.isPlaybook) return undefined;
  const titles: Readonly<Record<OverviewSectionName, string>> = {
    scenarios: t('Scenarios'),
    flows: t('Flow'),
    messages: t('Messages'),
    channels: t('Channels'),
    severities: t('Severities'),
  };
  const sections = Object.entries(titles).flatMap(([name, title]): OverviewSection[] => {
    const entries = [...playbook[name as OverviewSectionName].values()];
    return entries.length === 0
      ? []
      : [{ name: name as OverviewSectionName, title, entries: entries.map((entry) => toEntry(entry, document)) }];
  });
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return {
    title: firstLine(playbook.title?.value ?? playbook.id),
    status: playbook.partial ? t('shared parts') : statusTitle(playbook, t),
    errors: count('error'),
    warnings: count('warning'),
    sections,
  };
}

function toEntry(entry: Entry, document: CheckedDocument): OverviewEntry {
  const { id, idSpan, title } = entry;
  const steps = 'steps' in entry ? [...(entry.steps as ReadonlyMap<string, Entry>).values()] : [];
  return {
    id,
    title: firstLine(title?.value ?? id),
    ...(idSpan.file === undefined && { at: document.lines.position(idSpan.start) }),
    entries: steps.map((step) => toEntry(step, document)),
  };
}

function firstLine(text: string): string {
  return text.split(/[\r\n]/)[0] ?? '';
}
