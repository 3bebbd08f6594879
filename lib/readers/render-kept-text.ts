/** A page that gives back what was written where it could not be kept; it loads nothing. */
export function renderKeptText(message: string, body: string | undefined, language: string): string {
  return (
    `<!DOCTYPE html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8"/>` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'"/>` +
    `<meta name="viewport" content="width=device-width"/><title>${escapeHtml(message)}</title></head>` +
    `<body><p>${escapeHtml(message)}</p>` +
    (body === undefined ? '' : `<textarea rows="12" cols="60" readonly>\n${escapeHtml(body)}</textarea>`) +
    '</body></html>\n'
  );
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
