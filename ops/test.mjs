// `npm test`: everything, from a bare clone, and at the very end what failed and one line of true counts.
// `npm run check`: the same without what takes whole processes: starting and killing an installation, sizes, browsers.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { countPlaywright, countVitest } from './count.mjs'
import { install, ownEnv, ownNode, root } from './install.mjs'
import { finish } from './run.mjs'

const reports = join(root, 'test-results')
const sliceReport = join(reports, 'slices.json')
const callReport = join(reports, 'calls.json')
const processReport = join(reports, 'processes.json')
const playwrightReport = join(reports, 'playwright.json')
const tool = (path) => join(root, 'node_modules', path)
const node = (...args) => finish(ownNode(), args, args[0], { cwd: root, env })
// What the tools start finds our Node first, too.
const env = { ...ownEnv(), PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`, CI: '1' }

const isCheck = process.argv.includes('--check')
const checks = [
  ['format', () => node(tool('oxfmt/bin/oxfmt'), '--check')],
  ['types and lint', () => both(node(tool('typescript-native/bin/tsc'), '--build', '--singleThreaded'), node(tool('oxlint/bin/oxlint')))],
  ['architecture', () => node(tool('dependency-cruiser/bin/dependency-cruiser.mjs'), 'contract', 'server', 'web', '--config', '.dependency-cruiser.mjs')],
  ['dead code', () => node(tool('knip/bin/knip.js'))],
  ['unit and slice tests', () => vitest(sliceReport, '--exclude', '**/*.{livekit,process}.test.ts')],
  ['tests of calls', async () => { await livekit; await vitest(callReport, '.livekit.test') }],
]
const wholes = [
  ['pages', build],
  ['process tests', () => vitest(processReport, '.process.test')],
  ['sizes', () => node('ops/sizes.mjs')],
  ['browser tests', async () => { await livekit; await node(tool('@playwright/test/cli.js'), 'test') }],
]

const failed = []
const startedAt = Date.now()
await install()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
// Beside everything else: a build of it takes minutes. Without it the tests of calls fail by themselves.
const livekit = node('ops/livekit.mjs').catch(() => failed.push('LiveKit'))

for (const [name, work] of isCheck ? checks : [...checks, ...wholes]) {
  console.log(`\n── ${name} (${minutes()})`)
  await work().catch((error) => {
    console.error(`   ${name} failed: ${error.message}`)
    failed.push(name)
  })
}

const counted = [
  ['unit and slice tests', countVitest(sliceReport)],
  ['tests of calls', countVitest(callReport)],
  ...(isCheck ? [] : [['process tests', countVitest(processReport)], ['browser tests', countPlaywright(playwrightReport)]]),
]
const counts = counted.map(([, count]) => count)
const sum = (what) => counts.reduce((total, count) => total + count[what], 0)
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
for (const { failures } of counts) for (const failure of failures) console.log(`  ✗ ${failure}`)
console.log(`\nIn ${minutes()}`)
// A step that fails without a failing test counts as one: the line must not look better than the result.
const others = failed.filter((name) => !counted.some(([step]) => step === name)).length
const broken = counted.filter(([step, count]) => failed.includes(step) && count.failed === 0).length
console.log(`${sum('passed')} passed, ${sum('failed') + others + broken} failed, ${sum('skipped')} skipped`)
process.exitCode = failed.length > 0 || sum('failed') > 0 ? 1 : 0

// One core each; both say nothing but what is wrong, and both are heard to their end.
async function both(...works) {
  const ended = await Promise.allSettled(works)
  const reasons = ended.filter(({ status }) => status === 'rejected').map(({ reason }) => reason.message)
  if (reasons.length > 0) throw new Error(reasons.join(', '))
}

function vitest(report, ...which) {
  return node(tool('vitest/vitest.mjs'), 'run', ...which, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`)
}

function minutes() {
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
