// `npm start`: what a bare machine needs before the server can run. Node 20 must understand this file, and it
// uses nothing but Node: nothing is installed yet.
import { build, watchWeb } from './build.mjs'
import { install, ownEnv, ownNode, root } from './install.mjs'
import { passSignals, run } from './run.mjs'

const isDevelopment = process.argv.includes('--dev')
const given = process.argv.slice(2)

try {
  await install()
  if (!isDevelopment) await build()
} catch (error) {
  console.error(`\n${error.message}\n`)
  process.exit(1)
}
const web = isDevelopment ? watchWeb() : undefined
const watch = isDevelopment ? ['--watch', '--watch-preserve-output'] : []
const server = run(ownNode(), [...watch, 'server/src/main.ts', ...given], { cwd: root, env: ownEnv() })
passSignals(server)
server.once('exit', (code, signal) => {
  web?.kill()
  process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1))
})
