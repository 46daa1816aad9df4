import { type FileHandle, open } from 'node:fs/promises'

type Part = { readonly type: string; readonly start: number; readonly end: number }

/** What stands in a file or in one of its boxes (ISO 14496-12); what is cut off counts as far as it goes. */
async function* boxesIn(file: FileHandle, from: number, to: number): AsyncGenerator<Part> {
  const head = Buffer.alloc(16)
  for (let at = from; at + 8 <= to;) {
    await file.read(head, 0, 16, at)
    const short = head.readUInt32BE(0)
    const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short
    if (size < 8) return
    yield { type: head.toString('latin1', 4, 8), start: at + (short === 1 ? 16 : 8), end: at + size }
    at += size
  }
}

async function reading<T>(path: string, read: (file: FileHandle, size: number) => Promise<T>): Promise<T> {
  const file = await open(path)
  try {
    return await read(file, (await file.stat()).size)
  } finally {
    await file.close()
  }
}

/** Whether a part holds anything to be seen: its recorder may have been killed before the first picture. */
export const isPlayable = (path: string): Promise<boolean> =>
  reading(path, async (file, size) => {
    let [hasHead, hasFragment] = [false, false]
    for await (const { type, start } of boxesIn(file, 0, size)) {
      hasHead ||= type === 'moov'
      // A fragment announces its pictures, and then come at least some of them.
      if (type === 'mdat' && hasFragment && size > start) return hasHead
      hasFragment ||= type === 'moof'
    }
    return false
  })

/** How long it plays. */
export const readSeconds = (path: string): Promise<number> =>
  reading(path, async (file, size) => {
    for await (const box of boxesIn(file, 0, size)) {
      if (box.type !== 'moov') continue
      for await (const { type, start } of boxesIn(file, box.start, box.end)) {
        if (type === 'mvhd') return secondsIn(file, start)
      }
    }
    return 0
  })

async function secondsIn(file: FileHandle, start: number): Promise<number> {
  const body = Buffer.alloc(32)
  await file.read(body, 0, 32, start)
  const isLong = body.readUInt8(0) === 1
  const scale = body.readUInt32BE(isLong ? 20 : 12)
  const length = isLong ? Number(body.readBigUInt64BE(24)) : body.readUInt32BE(16)
  return scale === 0 ? 0 : Math.round(length / scale)
}
