import { randomUUID } from 'node:crypto'
import { office } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

/** Of the group: its teacher and the office put in, its parents read, nobody else knows of it. */
const folder = ({ folderId }: Things) => ({ params: { folderId } })
const material = ({ materialId }: Things) => ({ params: { materialId } })
const keepers = [...office, 'teacher'] as const
const ofKeepers = { allowed: keepers, forbidden: ['parent'] } as const
const ofReaders = { allowed: [...keepers, 'parent'] } as const
const everybody = { allowed: [...keepers, 'unconfirmed', 'parent'] } as const

export const materialRows = {
  list: { call: ({ organizationId }) => ({ params: { organizationId } }), ...everybody },
  find: { call: ({ organizationId }) => ({ params: { organizationId }, query: { words: 'считать' } }), ...everybody },
  folder: { call: folder, ...ofReaders },
  saveFolder: {
    call: ({ organizationId, groupId }) => ({
      params: { organizationId, folderId: randomUUID() },
      body: { title: 'Музыка', groupId },
    }),
    ...ofKeepers,
  },
  removeFolder: { call: folder, ...ofKeepers },
  restoreFolder: { call: folder, ...ofKeepers },
  order: { call: (things) => ({ ...folder(things), body: { materialIds: [] } }), ...ofKeepers },
  orderFolders: { call: (things) => ({ ...folder(things), body: { folderIds: [] } }), ...ofKeepers },
  save: {
    call: ({ folderId }) => ({
      params: { folderId, materialId: randomUUID() },
      body: { title: 'Песенка', link: 'https://example.org/song' },
    }),
    ...ofKeepers,
  },
  take: {
    call: ({ folderId, chatId, messageId }) => ({
      params: { folderId, messageId },
      body: { chatId, items: [{ materialId: randomUUID(), link: 'https://example.org/said' }] },
    }),
    // Who is in the chat and may put in; the office is not in the chat.
    allowed: ['teacher'],
    forbidden: ['parent'],
  },
  versions: { call: material, ...ofKeepers },
  addVersion: {
    call: ({ materialId, unknownId }) => ({ params: { materialId, fileId: unknownId } }),
    ...ofKeepers,
  },
  remove: { call: material, ...ofKeepers },
  restore: { call: material, ...ofKeepers },
} as const satisfies Record<string, Row>
