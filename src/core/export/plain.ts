import { printable } from '../text/printable';

/** U+200B, a space of no width: nothing is seen of it, and what it parts is no reference to anything. */
const part = '\u200b';

/** Words of the author as Markdown that shows them as they are; a mention, a reference or a link stays words. */
export function plain(text: string): string {
  return parted(text)
    .replace(/[\\`*_{}[\]()#+!|<>~&^]/g, (sign) => (sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`))
    .replace(/^[-=]/, '\\$&')
    .replace(/^(\d+)\./, '$1\\.')
    .replaceAll('$', dollar);
}

/** The same inside of a tag, where Markdown reads nothing. */
export function plainHtml(text: string): string {
  return parted(text)
    .replace(/[&<>"'`*_~[\]\\{}]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll('$', dollar);
}

/** Two of them are a formula, before Markdown is read or after it: https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions */
const dollar = '<span>&#36;</span>';

/**
 * Words on one line in which GitHub and GitLab find no person, issue, commit, label, address or emoji. They look for
 * them in what Markdown has made, so that no escape of Markdown keeps them off:
 * https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 * https://docs.gitlab.com/user/markdown/#gitlab-specific-references
 */
function parted(text: string): string {
  return (
    printable(text.replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ').trim())
      .replace(/[@#!$~%&^](?=\S)|\/(?=\/)/g, `$&${part}`)
      .replace(/(?<=\S)@/g, `${part}$&`)
      // Emoji, addresses, [issue:1]; the time of a day stays whole.
      .replace(/:(?=[\w"+/-])(?!(?<=\d:)\d\d(?!\d))/g, `:${part}`)
      .replace(/\bwww(?=\.)/gi, `$&${part}`)
      // GH-1, and the issues of other trackers.
      .replace(/\b(?:gh|GH|[A-Z][A-Z\d_]+)-(?=\d)/g, `$&${part}`)
      // The beginning of a commit's hash is one from seven signs on.
      .replace(/(?<!\w)[\da-f]{7,}(?!\w)/gi, (hash) => hash.replace(/.{6}(?=.)/g, `$&${part}`))
      .replace(/[[{](?=[[+_^-]|TOC\])/g, `$&${part}`)
  );
}
