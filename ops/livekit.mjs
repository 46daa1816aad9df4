// Brings the media server that the tests use: installed, kept in `.kolosok/bin`, fetched or built.
import { delimiter, join } from 'node:path'
import { obtainLivekit } from '../server/src/platform/livekit/obtain.ts'
import { root } from './install.mjs'

const folder = join(root, '.kolosok/bin')
const program = await obtainLivekit({
  folder,
  path: [folder, process.env.PATH].join(delimiter),
  releaseUrl: process.env.LIVEKIT_RELEASE_URL ?? 'https://github.com/livekit/livekit/releases/download/v1.13.5',
  say: (line) => console.log(`  LiveKit: ${line}`),
})
console.log(`  LiveKit: ${program ?? 'none of the ways worked, so the calls can not be tested'}`)
process.exitCode = program ? 0 : 1
