import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Pages other than the chats, and what only an open connection has a use for. */
const ASKED_FOR = /features\/(?!chats\/|messages\/).*pages?\.tsx?$|call-screen|livekit|node_modules/

type Part = {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
}

/**
 * Of all files of a build those that a browser fetches beforehand for a start without network. All of them were 400
 * requests and more than a megabyte at everybody's first visit, most of it the pages of the administration.
 */
export function keepChats<Entry extends { readonly url: string }>(entries: Entry[]) {
  const parts = JSON.parse(readFileSync(join(import.meta.dirname, 'dist/.vite/manifest.json'), 'utf8')) as Record<
    string,
    Part
  >
  const kept = new Set<string>()
  const seen = new Set<string>()
  const follow = (name: string): void => {
    const part = parts[name]
    if (!part || seen.has(name)) return
    seen.add(name)
    for (const file of [part.file, ...(part.css ?? []), ...(part.assets ?? [])]) kept.add(file)
    part.imports?.forEach(follow)
    part.dynamicImports?.filter((one) => !ASKED_FOR.test(one)).forEach(follow)
  }
  Object.keys(parts)
    // Styles that come after the page are named by nobody in Vite's list.
    .filter((name) => parts[name]?.isEntry || /^src.*\.css$/.test(name))
    .forEach(follow)
  const isPage = ({ url }: Entry) => !url.startsWith('assets/')
  return { manifest: entries.filter((entry) => isPage(entry) || kept.has(entry.url)), warnings: [] }
}
