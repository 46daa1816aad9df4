import { readFile } from 'node:fs/promises'
import { type FileId, fileId, UPLOADS_PATH } from '@kolosok/contract'
import type { World } from './world.ts'

type Person = Awaited<ReturnType<World['person']>>

export const readTestData = (name: string): Promise<Buffer> => readFile(new URL(`data/${name}`, import.meta.url))

const tus = { 'tus-resumable': '1.0.0' }

/** Announces an upload; the answer's `location` is where its bytes go. */
export function beginUpload(person: Person, name: string, size: number) {
  const metadata = `filename ${Buffer.from(name).toString('base64')}`
  const headers = { ...tus, 'upload-length': String(size), 'upload-metadata': metadata }
  return person.request({ method: 'POST', url: UPLOADS_PATH, headers })
}

export function sendBytes(person: Person, location: string, bytes: Buffer, offset = 0) {
  const headers = { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }
  return person.request({ method: 'PATCH', url: location, headers, payload: bytes })
}

export const askOffset = (person: Person, location: string) =>
  person.request({ method: 'HEAD', url: location, headers: tus })

/** A whole upload; the last answer, and the id of the file. */
export async function upload(person: Person, name: string, bytes: Buffer) {
  const begun = await beginUpload(person, name, bytes.length)
  const location = String(begun.headers.location)
  const answer = begun.statusCode === 201 ? await sendBytes(person, location, bytes) : begun
  const id = fileId.safeParse(location.split('/').pop())
  return { answer, location, fileId: (id.data ?? '') as FileId }
}
