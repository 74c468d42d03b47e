import { fileOfEdit, safeFixOf } from '../lint/fixAll';
import { rules } from '../lint/rules';
import { LineIndex } from '../text/lineIndex';
import type { Translate } from '../text/translate';
import { fingerprintsOf } from './fingerprints';
import { levels } from './levels';
import { onOneLine, placeOf, reportable, wellFormed } from './place';
import { helpOf, home, type ReportedFile, type ReportedFinding } from './reported';

export interface SarifOptions {
  readonly t: Translate;
  readonly version: string;
}

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; files are named relative to the repository. */
export function toSarif(files: readonly ReportedFile[], { t, version }: SarifOptions): string {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Unhappy Path',
            version,
            semanticVersion: version,
            informationUri: home,
            rules: rules.map(({ id, severity, summary, why }) => ({
              id,
              shortDescription: { text: t(summary) },
              fullDescription: { text: t(why) },
              help: { text: `${t(summary)}\n\n${t(why)}`, markdown: `**${t(summary)}**\n\n${t(why)}` },
              helpUri: helpOf(id),
              defaultConfiguration: { level: levels[severity].sarif },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) => {
          const fingerprints = fingerprintsOf(file);
          const lines = new LineIndex(file.text);
          return file.findings.map((finding) =>
            toResult(finding, file, lines, fingerprints.get(finding) ?? '', indexes.get(finding.rule)),
          );
        }),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toResult(
  finding: ReportedFinding,
  file: ReportedFile,
  lines: LineIndex,
  fingerprint: string,
  ruleIndex: number | undefined,
) {
  const fix = safeFixOf(finding);
  const inOneFile = fix?.edits.every((edit) => fileOfEdit(edit, finding, '') === (finding.span.file ?? ''));
  return {
    ruleId: finding.rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[finding.severity].sarif,
    message: { text: withoutLinks(reportable(finding.message)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: toArtifact(file.file),
          region: placeOf(onOneLine(finding.span, lines), lines),
        },
      },
    ],
    ...(finding.places?.length && {
      relatedLocations: finding.places.map((place, id) => {
        const own = place.text === file.text ? lines : new LineIndex(place.text);
        return {
          id,
          physicalLocation: {
            artifactLocation: toArtifact(place.file),
            region: placeOf(onOneLine(place.span, own), own),
          },
          message: { text: withoutLinks(reportable(place.message)) },
        };
      }),
    }),
    partialFingerprints: { 'unhappyPath/v1': fingerprint },
    ...(fix !== undefined &&
      inOneFile && {
        fixes: [
          {
            description: { text: withoutLinks(reportable(fix.title)) },
            artifactChanges: [
              {
                artifactLocation: toArtifact(file.file),
                replacements: fix.edits.map((edit) => ({
                  deletedRegion: placeOf(edit.span, lines),
                  ...(edit.text !== '' && { insertedContent: { text: wellFormed(edit.text) } }),
                })),
              },
            ],
          },
        ],
      }),
  };
}

function toArtifact(file: string) {
  const uri = wellFormed(file).split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}

/** Brackets before a parenthesis would be a link, in the file's own words. SARIF 2.1.0, 3.11.6. */
function withoutLinks(text: string): string {
  return /\]\(/.test(text) ? text.replace(/[\\[\]]/g, '\\$&') : text;
}
