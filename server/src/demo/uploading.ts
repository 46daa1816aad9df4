import { fileId, type FileId, UPLOADS_PATH } from '@kolosok/contract'
import type { Visitor } from './guide.ts'

const TUS = { 'tus-resumable': '1.0.0' }

/** In one piece, by the protocol of resumable uploads (tus 1.0). */
export async function upload(visitor: Visitor, file: { name: string; bytes: Buffer }): Promise<FileId> {
  const { location = '' } = await visitor.send({
    method: 'POST',
    url: UPLOADS_PATH,
    headers: {
      ...TUS,
      'upload-length': String(file.bytes.length),
      'upload-metadata': `filename ${Buffer.from(file.name).toString('base64')}`,
    },
  })
  const url = location.replace(/^https?:\/\/[^/]+/, '')
  await visitor.send({
    method: 'PATCH',
    url,
    headers: { ...TUS, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    payload: file.bytes,
  })
  return fileId.parse(url.split('/').at(-1))
}
