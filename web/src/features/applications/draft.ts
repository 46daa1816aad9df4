import {
  applicationForm,
  type ApplicationForm,
  type ApplicationOrder,
  applicationOrder,
  applicationToken,
} from '@kolosok/contract'
import { z } from 'zod'

const KEY = 'application-draft'
const draft = z.object({ token: applicationToken, form: applicationForm, order: applicationOrder.nullable() })
export type Draft = { token: string; form: ApplicationForm; order: ApplicationOrder | null }

const emptyForm: ApplicationForm = applicationForm.parse({})

/** What was being written in this browser; the order's file itself stays with the server for a day. */
export function readDraft(): Draft {
  try {
    const found = draft.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null'))
    if (found.success) return found.data
  } catch {
    // A broken draft is no draft.
  }
  return { token: newToken(), form: emptyForm, order: null }
}

export function keepDraft(kept: Draft): void {
  localStorage.setItem(KEY, JSON.stringify(kept))
}

export function forgetDraft(): void {
  localStorage.removeItem(KEY)
}

/** 160 random bits: the private link. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20))
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
