import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import type * as Livekit from 'livekit-client'
import { AccessToken } from 'livekit-server-sdk'
import { timeToFirstFrame } from '../e2e/actors/frames.ts'
import { findBrowser } from '../e2e/browser.ts'
import { seedGroupChat, signIn, type Somebody } from '../e2e/fixtures/group-chat.ts'
import { install, type Installation } from '../e2e/fixtures/installation.ts'
import { readSecrets } from '../server/src/platform/secrets.ts'
import { round } from './timed.ts'

// npm run bench:calls -- [times each is measured]
const TIMES = Number(process.argv[2] ?? 12)
const CLIENT = join(import.meta.dirname, '../node_modules/livekit-client/dist/livekit-client.umd.js')

const installation = await install()
const { executablePath, env } = await findBrowser()
const devices = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
const args = ['--no-sandbox', '--disable-gpu', ...devices]
const browser = await chromium.launch({ executablePath, ...(env && { env: { ...process.env, ...env } }), args })
try {
  await installation.callsWork()
  const bare = await measureBare()
  const ours = await measureOurs()
  const rows = [rowOf('bare: LiveKit and its client alone', bare), rowOf('click → first remote frame', ours)]
  console.table(rows)
  console.table([{ 'to reach': 'click → first remote frame, p50 ms ≤ 600', 'is': rows[1]?.p50 }])
} finally {
  // In this order: an open browser keeps us waiting for the installation's end.
  await installation.close()
  await browser.close()
}

/** The limit: from `connect` to a frame of somebody who is there already, on a page with nothing else on it. */
async function measureBare(): Promise<number[]> {
  const context = await openContext()
  const signal = await signalOf(installation)
  const first = await openBare(context, signal)
  await first.evaluate(publish, { signal, token: await tokenOf('teacher') })
  const taken: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    const page = await openBare(context, signal)
    taken.push(await page.evaluate(lookOn, { signal, token: await tokenOf(`mother-${String(turn)}`) }))
    await page.close()
  }
  await context.close()
  return taken
}

/** The teacher is in the call; the mother has seen herself and presses «Войти в звонок». */
async function measureOurs(): Promise<number[]> {
  const { id, teacher, parents } = await seedGroupChat(installation)
  const into = async (context: BrowserContext, who: Somebody) => {
    const page = await context.newPage()
    await signIn(page, installation.url, who)
    await page.goto(`${installation.url}/chats/${id}`)
    return page
  }
  const hers = await into(await openContext(), teacher)
  await hers.getByRole('button', { name: 'Начать звонок' }).click()
  await hers
    .getByRole('region', { name: /^Звонок: / })
    .getByRole('button', { name: 'Начать звонок' })
    .click()
  await hers.getByText('Пока здесь только вы.').waitFor()
  const context = await openContext()
  const taken: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    const page = await into(context, parents[0] as Somebody)
    // It rings in the first seconds of the call only; after that the chat itself offers the way in.
    await page.getByRole('button', { name: 'Присоединиться' }).last().click()
    await page.locator('video').first().waitFor()
    // A second of her own picture, as people look at themselves first.
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) >= 1)
    const first = timeToFirstFrame(page, teacher.name)
    await page.getByRole('button', { name: 'Войти в звонок' }).click()
    taken.push(await first)
    await page.close()
  }
  return taken
}

async function openContext(): Promise<BrowserContext> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'ru-RU',
    permissions: ['camera', 'microphone'],
  })
  context.setDefaultTimeout(30_000)
  return context
}

/** LiveKit's own page: it says «OK» and nothing else. */
async function openBare(context: BrowserContext, signal: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(signal)
  await page.addScriptTag({ path: CLIENT })
  return page
}

type Way = { readonly signal: string; readonly token: string }
type Window = { readonly LivekitClient: typeof Livekit }

async function publish({ signal, token }: Way): Promise<void> {
  const room = new (window as unknown as Window).LivekitClient.Room()
  await room.connect(signal, token)
  await room.localParticipant.setCameraEnabled(true)
}

function lookOn({ signal, token }: Way): Promise<number> {
  return new Promise((resolve, reject) => {
    const room = new (window as unknown as Window).LivekitClient.Room()
    const from = performance.now()
    room.on('trackSubscribed', (track) => {
      const video = track.attach()
      if (!(video instanceof HTMLVideoElement)) return
      document.body.append(video)
      video.requestVideoFrameCallback((now) => {
        resolve(now - from)
      })
    })
    room.connect(signal, token).catch(reject)
  })
}

async function tokenOf(identity: string): Promise<string> {
  const { livekitApiKey, livekitApiSecret } = await readSecrets(join(installation.dataFolder, 'data'))
  const token = new AccessToken(livekitApiKey, livekitApiSecret, { identity })
  token.addGrant({ room: 'bare', roomJoin: true })
  return token.toJwt()
}

async function signalOf({ dataFolder }: Installation): Promise<string> {
  const settings = await readFile(join(dataFolder, 'data/livekit/livekit.yaml'), 'utf8')
  return `http://127.0.0.1:${String((JSON.parse(settings) as { port: number }).port)}`
}

function rowOf(what: string, taken: number[]) {
  const sorted = taken.map(round).sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
  return { what, fastest: sorted[0], p50: at(0.5), p95: at(0.95), times: sorted.length }
}
