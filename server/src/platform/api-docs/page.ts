import type { OpenApi, Operation } from './openapi.ts'

const STYLE = `
  :root { color-scheme: light dark }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
  h2 { margin-top: 2.5rem } summary { cursor: pointer; padding: .4rem 0 }
  details { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent) }
  b { display: inline-block; min-width: 4.5rem } code, pre { font: 14px/1.5 ui-monospace, monospace }
  pre { overflow-x: auto; padding: .75rem; background: color-mix(in srgb, currentColor 6%, transparent) }`

/** The same document for people, without a script: nothing to fetch, nothing to trust. */
export function docsPage(document: OpenApi): string {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, found]) => ({
      path,
      method: method.toUpperCase(),
      ...found,
    })),
  )
  const groups = Map.groupBy(operations, ({ tags }) => tags[0] ?? '')
  const body = [...groups].map(([tag, group]) => `<h2>${escape(tag)}</h2>${group.map(section).join('')}`).join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Kolosok API</title><style>${STYLE}</style></head><body><main><h1>Kolosok API</h1>
<p>Made from the contract. The same for programs: <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>${body}</main></body></html>`
}

function section({
  path,
  method,
  summary,
  parameters,
  requestBody,
  responses,
}: Operation & { path: string; method: string }): string {
  const parts: [string, unknown][] = [
    ['Parameters', parameters.length ? parameters : undefined],
    ['Body', requestBody],
    ...Object.entries(responses).map(([status, answer]): [string, unknown] => [`Answer ${status}`, answer]),
  ]
  const shown = parts.filter(([, value]) => value !== undefined)
  return `<details><summary><b>${method}</b> <code>${escape(path)}</code> — ${escape(summary)}</summary>${shown
    .map(([title, value]) => `<h3>${title}</h3><pre>${escape(JSON.stringify(value, null, 2))}</pre>`)
    .join('')}</details>`
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)
