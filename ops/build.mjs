import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip as gzipWith } from 'node:zlib'
import { ownNode, root } from './install.mjs'
import { finish, run } from './run.mjs'

const dist = join(root, 'web/dist')
/** Written last, in the folder that Vite empties first: without it a build was interrupted. */
const stamp = join(dist, '.vite/sources.sha256')
const vite = join(root, 'node_modules/vite/bin/vite.js')
const sources = ['web/src', 'web/public', 'web/index.html', 'web/vite.config.ts', 'web/kept-parts.ts', 'web/postcss.config.mjs', 'contract/src', 'package-lock.json']

/** Builds the pages when a source has changed since the last build. */
export async function build() {
  const wanted = hashOf(sources.map((path) => join(root, path)))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('  Сборка страниц: Vite. Около минуты.')
  rmSync(stamp, { force: true })
  await finish(ownNode(), [vite, 'build', 'web', '--logLevel', 'error'], 'Собрать страницы не удалось, причина выше.', { cwd: root })
  await pack()
  writeFileSync(stamp, wanted)
}

/** Packed once, here, and as small as it gets, not by the server for every visitor. */
async function pack() {
  const texts = filesIn(dist).filter((file) => /\.(html|m?js|css|svg|webmanifest)$/.test(file) && statSync(file).size > 1400)
  await Promise.all(
    texts.map(async (file) => {
      const text = readFileSync(file)
      const [brotli, gzip] = await Promise.all([promisify(brotliCompress)(text), promisify(gzipWith)(text, { level: 9 })])
      writeFileSync(`${file}.br`, brotli)
      writeFileSync(`${file}.gz`, gzip)
    }),
  )
}

/** Pages that follow every change, for developers; they ask the server by Vite's proxy. */
export const watchWeb = () => run(ownNode(), [vite, 'web'], { cwd: root })

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesIn).sort()) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

function filesIn(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build()
