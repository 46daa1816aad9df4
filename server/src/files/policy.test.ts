import { expect, test } from 'vitest'
import { type FileFacts, filePolicy } from './policy.ts'

type Who = 'uploader' | 'reader of what refers to it' | 'stranger'
type When = 'uploading' | 'not attached' | 'attached'

const expected = {
  'uploading': { 'uploader': 'not-found', 'reader of what refers to it': 'not-found', 'stranger': 'not-found' },
  'not attached': { 'uploader': 'allow', 'reader of what refers to it': 'not-found', 'stranger': 'not-found' },
  // Somebody removed from a chat no longer sees there what they once sent.
  'attached': { 'uploader': 'not-found', 'reader of what refers to it': 'allow', 'stranger': 'not-found' },
} satisfies Record<When, Record<Who, string>>

const cases = Object.entries(expected).flatMap(([when, row]) =>
  Object.entries(row).map(([who, verdict]) => ({ when, who, verdict })),
)

test.each(cases)('a file $when: its $who gets $verdict', ({ when, who, verdict }) => {
  const facts: FileFacts = {
    state: when === 'uploading' ? 'uploading' : 'ready',
    isAttached: when === 'attached',
    isUploader: who === 'uploader',
    isShown: who === 'reader of what refers to it',
  }
  expect(filePolicy.read(facts)).toBe(verdict)
})
