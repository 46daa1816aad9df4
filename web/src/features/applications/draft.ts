import {
  applicationForm,
  type ApplicationForm,
  type ApplicationOrder,
  applicationOrder,
  applicationToken,
} from '@kolosok/contract'
import { z } from 'zod'

/** One that a letter has begun lies beside, so that neither takes the other's place. */
const keyOf = (token?: string) => (token === undefined ? 'application-draft' : `application-draft:${token}`)
const draft = z.object({ token: applicationToken, form: applicationForm, order: applicationOrder.nullable() })
export type Draft = { token: string; form: ApplicationForm; order: ApplicationOrder | null }

const emptyForm: ApplicationForm = applicationForm.parse({})

/** What was being written in this browser; the order's file itself stays with the server for a day. */
export const readDraft = (): Draft => read(keyOf()) ?? { token: newToken(), form: emptyForm, order: null }

/** What its sender has already mended in this browser. */
export const readMailedDraft = (token: string): Draft | undefined => read(keyOf(token))

function read(key: string): Draft | undefined {
  try {
    return draft.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data
  } catch {
    // A broken draft is no draft.
    return undefined
  }
}

type Where = { readonly isMailed?: boolean }

export function keepDraft(kept: Draft, { isMailed = false }: Where = {}): void {
  localStorage.setItem(keyOf(isMailed ? kept.token : undefined), JSON.stringify(kept))
}

export function forgetDraft(token?: string): void {
  localStorage.removeItem(keyOf(token))
}

/** 160 random bits: the private link. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20))
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
