import * as vscode from 'vscode';
import type { Answers, ChannelChoice, Purpose } from '../../protocol/authoring';
import { uiLocale } from '../uiLocale';
import { freeName, isUsable, proposeFileName, withEnding } from './fileName';
import { askMany, askOne, askText, type Outcome, type Place } from './steps';

type Draft = { -readonly [Key in keyof Answers]: Answers[Key] } & { fileName: string };
export type Answered = Readonly<Draft>;

/** The questions one after the other; each can be skipped and come back to. Undefined where it was given up. */
export async function askAnswers(folder: vscode.Uri | undefined): Promise<Answered | undefined> {
  const locale = uiLocale();
  const draft: Draft = {
    purpose: 'launch',
    locale,
    timezone: timezone(locale),
    title: '',
    decides: '',
    posts: '',
    fixes: '',
    channels: [],
    fileName: '',
  };
  const steps = questions(draft, folder);
  for (let at = 0; at < steps.length; ) {
    const place = { title: vscode.l10n.t('New Incident Playbook'), step: at + 1, of: steps.length };
    const outcome = await steps[at]?.(place);
    if (outcome === undefined) return undefined;
    at += outcome === 'back' ? -1 : 1;
  }
  return draft;
}

function questions(
  draft: Draft,
  folder: vscode.Uri | undefined,
): readonly ((place: Place) => Promise<Outcome<unknown>>)[] {
  const { t } = vscode.l10n;
  const skip = t('Press Enter to leave it open');
  const name = (who: 'decides' | 'posts' | 'fixes', prompt: string) => async (place: Place) =>
    keep(await askText(place, { prompt, value: draft[who], placeholder: skip }), (answer) => {
      draft[who] = answer;
    });
  return [
    async (place) => {
      const items = purposeItems();
      const chosen = items.find(({ purpose }) => purpose === draft.purpose);
      return keep(await askOne(place, t('What is the playbook for?'), items, chosen), (answer) => {
        draft.purpose = answer?.purpose ?? draft.purpose;
      });
    },
    async (place) =>
      keep(
        await askText(place, {
          prompt: t('What is it called?'),
          value: draft.title,
          placeholder: t('Press Enter for a name that fits'),
        }),
        (answer) => {
          draft.title = answer;
        },
      ),
    async (place) => {
      const value = await freeName(proposeFileName(draft.title, draft.purpose), (file) => exists(folder, file));
      const validate = (text: string) => complaint(text, folder);
      const prompt = t('Name of the file. Plain letters work everywhere.');
      return keep(await askText(place, { prompt, value, placeholder: value, validate }), (answer) => {
        draft.fileName = answer.trim() === '' ? value : withEnding(answer);
      });
    },
    name('decides', t('Who decides what is said?')),
    name('posts', t('Who posts it?')),
    name('fixes', t('Who finds out what is wrong, and has it fixed?')),
    async (place) => {
      const items = channelItems();
      const chosen = items.filter(({ channel }) => draft.channels.includes(channel));
      return keep(await askMany(place, t('Where do you speak to customers?'), items, chosen), (answer) => {
        draft.channels = answer.map(({ channel }) => channel);
      });
    },
  ];
}

function keep<T>(outcome: Outcome<T>, take: (answer: T) => void): Outcome<T> {
  if (outcome !== undefined && outcome !== 'back') take(outcome.answer);
  return outcome;
}

async function complaint(text: string, folder: vscode.Uri | undefined): Promise<string | undefined> {
  if (text.trim() === '') return undefined;
  const name = withEnding(text);
  if (!isUsable(name)) return vscode.l10n.t('A file can’t be called that. Leave out / \\ : * ? " < > |');
  return (await exists(folder, name)) ? vscode.l10n.t('There is a file with this name already.') : undefined;
}

async function exists(folder: vscode.Uri | undefined, name: string): Promise<boolean> {
  if (folder === undefined) return false;
  try {
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name));
    return true;
  } catch {
    return false;
  }
}

/** Of this machine, which may be a server that only knows the universal one. */
function timezone(locale: 'en' | 'ja'): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return own === undefined || /^(?:Etc\/)?(?:UTC|GMT|Unknown)$/.test(own)
    ? locale === 'ja'
      ? 'Asia/Tokyo'
      : 'UTC'
    : own;
}

function purposeItems(): readonly (vscode.QuickPickItem & { readonly purpose: Purpose })[] {
  const { t } = vscode.l10n;
  const icon = (name: string) => new vscode.ThemeIcon(name);
  return [
    {
      purpose: 'launch',
      label: t('A campaign or a launch'),
      detail: t('So many come at once that nobody can buy'),
      iconPath: icon('rocket'),
    },
    { purpose: 'standing', label: t('Every day'), detail: t('Your own service stops'), iconPath: icon('home') },
    {
      purpose: 'backlash',
      label: t('Criticism of a post or an ad'),
      detail: t('More and more replies are critical'),
      iconPath: icon('flame'),
    },
    {
      purpose: 'data',
      label: t('Customers’ data'),
      detail: t('Others could see what they must not'),
      iconPath: icon('lock'),
    },
    {
      purpose: 'outage',
      label: t('A service that you rent'),
      detail: t('The shop platform, payment or mail stops'),
      iconPath: icon('plug'),
    },
  ];
}

function channelItems(): readonly (vscode.QuickPickItem & { readonly channel: ChannelChoice })[] {
  const { t } = vscode.l10n;
  return [
    { channel: 'status-page', label: t('Status page') },
    { channel: 'blog', label: t('News page or blog') },
    { channel: 'x', label: 'X' },
    { channel: 'line', label: 'LINE' },
    { channel: 'instagram', label: 'Instagram' },
    { channel: 'facebook', label: 'Facebook' },
    { channel: 'email', label: t('Email') },
  ];
}
