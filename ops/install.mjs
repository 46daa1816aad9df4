import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { finish } from './run.mjs'

export const root = resolve(fileURLToPath(import.meta.url), '../..')
const at = (...path) => join(root, ...path)

/** npm writes this file last: without it an installation was interrupted. */
const complete = at('node_modules/.package-lock.json')
const stamp = at('node_modules/.kolosok-lock')
const lock = at('package-lock.json')

/** The Node that npm installed for us, whatever the machine has. */
export const ownNode = () => at('node_modules/node/bin/node')

/** With what that Node has compiled before: the server, all of it TypeScript, is read in half of the time. */
export const ownEnv = () => ({ NODE_COMPILE_CACHE: at('.kolosok/compiled'), ...process.env })

/** Installs when something is missing or the lock file has changed. */
export async function install() {
  const [major] = process.versions.node.split('.').map(Number)
  if (major < 20) throw new Error(`Нужен Node.js 20 или новее, а здесь ${process.versions.node}: https://nodejs.org`)
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex')
  if (isInstalled(wanted)) return
  console.log('  Установка: npm ci. В первый раз это минута-две.')
  const [program, ...args] = npm()
  const sentence = 'Установка не удалась, причина выше. Проверьте сеть и место на диске и запустите ещё раз.'
  await finish(program, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], sentence, { cwd: root, env: withoutOwnNode() })
  if (!existsSync(ownNode())) {
    throw new Error('npm не выполнил установочные скрипты. Разрешите их: npm config delete ignore-scripts, и запустите ещё раз.')
  }
  mkdirSync(at('node_modules'), { recursive: true })
  writeFileSync(stamp, wanted)
}

function isInstalled(wanted) {
  if (!existsSync(complete) || !existsSync(ownNode())) return false
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === wanted || isNewer()
  return isNewer()
}

/** Whoever installed by hand has no stamp of ours; the time tells. */
const isNewer = () => statSync(complete).mtimeMs >= statSync(lock).mtimeMs

/** The npm that called us, run by the machine's own Node: ours lies in the folder that is about to be replaced. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (!script?.endsWith('.js')) return ['npm']
  return [node && !node.startsWith(at('node_modules')) ? node : 'node', script]
}

function withoutOwnNode() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(at('node_modules')))
  return { ...process.env, PATH: path.join(delimiter) }
}
