import { randomUUID } from 'node:crypto'
import { insiders, office } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

/** In force, for all. */
const order = ({ editionId }: Things) => ({ params: { editionId } })
const ofOffice = { allowed: office, forbidden: ['teacher', 'unconfirmed', 'parent'] } as const

export const localActRows = {
  list: { call: ({ organizationId }) => ({ params: { organizationId } }), allowed: insiders },
  get: { call: order, allowed: insiders },
  begin: {
    call: ({ organizationId }) => ({
      params: { organizationId, localActId: randomUUID() },
      body: { editionId: randomUUID(), template: 'empty-order' },
    }),
    ...ofOffice,
  },
  beginNext: {
    call: ({ localActId, unknownId }) => ({ params: { localActId, editionId: unknownId } }),
    allowed: office,
    forbidden: ['teacher', 'unconfirmed', 'parent'],
  },
  // A draft is hidden from everybody who does not work on it.
  write: {
    call: ({ draftId }) => ({
      params: { editionId: draftId },
      body: {
        title: 'Положение',
        audience: 'all',
        hearsParents: true,
        sections: [{ heading: '', text: '1.' }],
        rev: 1,
      },
    }),
    allowed: office,
  },
  remove: { call: order, ...ofOffice },
  enterStep: {
    call: ({ editionId }) => ({
      params: { editionId, step: 'adopted' },
      body: { number: '3', date: '2026-01-10', rev: 1 },
    }),
    ...ofOffice,
  },
  returnToDraft: { call: (things) => ({ ...order(things), body: { word: 'Уточнить сроки', rev: 1 } }), ...ofOffice },
  // The head's alone: nobody of the walk is one.
  repeal: {
    call: (things) => ({
      ...order(things),
      body: { number: '70-о', date: '2026-01-20', from: '2026-01-21', word: 'Больше не нужен', rev: 1 },
    }),
    allowed: [],
    forbidden: [...office, 'teacher', 'unconfirmed', 'parent'],
  },
  paper: { call: ({ editionId }) => ({ params: { editionId, format: 'docx' } }), allowed: insiders },
  acknowledge: {
    call: ({ editionId }) => ({
      params: { editionId, noticeId: randomUUID() },
      body: { audience: 'all', deadlineAt: new Date(Date.now() + 86_400_000).toISOString() },
    }),
    ...ofOffice,
  },
} as const satisfies Record<string, Row>
