export interface PreviewHtmlInput {
  readonly scriptUri: string;
  readonly styleUri: string;
  readonly cspSource: string;
  /** New for each page, from a source of randomness. */
  readonly nonce: string;
  readonly uiLocale: 'en' | 'ja';
  readonly title: string;
}

/** The page of the preview: one script, one style sheet, nothing from anywhere else. What it shows comes in messages. */
export function previewHtml({ scriptUri, styleUri, cspSource, nonce, uiLocale, title }: PreviewHtmlInput): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `img-src ${cspSource} data:`,
    `font-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${uiLocale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeAttribute(title)}</title>
<link rel="stylesheet" href="${escapeAttribute(styleUri)}">
</head>
<body data-vscode-context='{"preventDefaultContextMenuItems": true}'>
<div id="page"></div>
<script nonce="${nonce}" src="${escapeAttribute(scriptUri)}"></script>
</body>
</html>
`;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
