import { access, constants, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'
import { chromium } from '@playwright/test'

const root = resolve(import.meta.dirname, '..')
/** Kept between runs; unpacking takes seconds. */
const kept = join(root, '.kolosok/chromium')
const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

export type Browser = { readonly executablePath: string; readonly env?: Record<string, string> }

/** The first browser there is: named by `KOLOSOK_BROWSER`, Playwright's own, the system's, the one from npm. */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.KOLOSOK_BROWSER
  if (named) return { executablePath: named }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [
    chromium.executablePath(),
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...MAC,
  ]
  for (const executablePath of candidates) {
    if (await isProgram(executablePath)) return { executablePath }
  }
  if (process.platform === 'linux' && process.arch === 'x64') return unpack()
  throw new Error('No browser for the tests: install Chrome or Chromium, or run `npx playwright install chromium`')
}

/** The package unpacks into the folder for temporary files; with the few libraries a bare machine lacks. */
async function unpack(): Promise<Browser> {
  if (!(await isProgram(join(kept, 'chromium')))) {
    await mkdir(join(root, '.kolosok'), { recursive: true })
    const half = await mkdtemp(join(root, '.kolosok/half-'))
    const { TMPDIR, AWS_EXECUTION_ENV } = process.env
    // As on the system it is built for: that is what makes it unpack its libraries too.
    Object.assign(process.env, { TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' })
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
    restore('TMPDIR', TMPDIR)
    restore('AWS_EXECUTION_ENV', AWS_EXECUTION_ENV)
    await rename(half, kept).catch(() => rm(half, { recursive: true, force: true }))
  }
  // Its own names folders of the system it is built for; a browser without any font draws no text at all.
  await writeFile(join(kept, 'fonts/fonts.conf'), fontsIn(join(kept, 'fonts')))
  return {
    executablePath: join(kept, 'chromium'),
    env: { LD_LIBRARY_PATH: join(kept, 'al2023/lib'), FONTCONFIG_PATH: join(kept, 'fonts') },
  }
}

const fontsIn = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`

function restore(name: string, value: string | undefined): void {
  if (value === undefined) Reflect.deleteProperty(process.env, name)
  else process.env[name] = value
}

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
