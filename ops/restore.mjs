import { install, ownNode, root } from './install.mjs'
import { finish } from './run.mjs'

await install()
const args = ['server/src/restore.ts', ...process.argv.slice(2)]
await finish(ownNode(), args, '', { cwd: root }).catch(() => process.exit(1))
