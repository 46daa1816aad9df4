const styles = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 960px; padding: 24px; color: #1c2430; }
  h1 { font-size: 28px } h2 { font-size: 20px; margin-top: 40px } .why { color: #55606e }
  .wide { overflow-x: auto } table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #dde2e8; padding: 6px 12px 6px 0; overflow-wrap: anywhere }
  th { font-weight: 600 } td { white-space: pre-wrap; min-width: 80px } a { color: #2b5fb4 }
  @media (prefers-color-scheme: dark) { body { background: #12161d; color: #e6eaf0 } .why { color: #a5afbd } th, td { border-color: #2b3340 } a { color: #8fb4ee } }`

/** A page of an archive for people: no script, nothing fetched, readable on paper. `body` is HTML already. */
export const drawDocument = (title: string, body: string): string => `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>${styles}</style>
</head>
<body>
${body}
</body>
</html>
`

export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
