// The JavaScript a browser loads before the chat list stands, packed: what main.tsx needs at once, and what its
// first screen loads after it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from './build.mjs'
import { root } from './install.mjs'

const LIMIT = 250_000
const dist = join(root, 'web/dist')

await build()
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
const firstScreens = Object.keys(manifest).filter(
  (key) => manifest[key].isEntry || /features\/chats\/[^/]*(page|list)\.tsx$/.test(key),
)
const files = new Set()
const seen = new Set()
const follow = (key) => {
  if (seen.has(key)) return
  seen.add(key)
  files.add(manifest[key].file)
  for (const next of manifest[key].imports ?? []) follow(next)
}
firstScreens.forEach(follow)

const scripts = [...files].filter((file) => file.endsWith('.js'))
const sizes = scripts.map((file) => [file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length])
const total = sizes.reduce((sum, [, size]) => sum + size, 0)
for (const [file, size] of sizes.sort((a, b) => b[1] - a[1])) console.log(`  ${String(size).padStart(7)}  ${file}`)
console.log(`  ${String(total).padStart(7)}  bytes of JavaScript to the chat list, ${LIMIT} allowed`)
if (total > LIMIT) process.exit(1)
