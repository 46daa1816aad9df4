import type { FileId } from '@kolosok/contract'
import type { ChatPerson } from './chat-world.ts'
import { readTestData, upload } from './upload.ts'

/** A finished upload of this person, and the address of its bytes. */
export async function uploadPhoto(person: ChatPerson): Promise<{ fileId: FileId; url: string }> {
  const { fileId } = await upload(person, 'Прогулка.jpg', await readTestData('order-photo.jpg'))
  return { fileId: fileId, url: `/api/files/${fileId}/content` }
}
