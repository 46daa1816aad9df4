import { type ApplicationDraft, applicationEndpoints, type ApplicationForm } from '@kolosok/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { download } from '#lib/download.ts'

export const statusQuery = (token: string) =>
  queryOptions({
    queryKey: ['application', token],
    queryFn: ({ signal }) => call(applicationEndpoints.status, { params: { token } }, signal),
    refetchInterval: 60_000,
  })

/** Asked once: what is being typed must not be replaced under the hands. */
export const mailedQuery = (token: string) =>
  queryOptions({
    queryKey: ['mailed-application', token],
    queryFn: ({ signal }) => call(applicationEndpoints.mailed, { params: { token } }, signal),
    staleTime: Infinity,
    gcTime: 0,
  })

export const submitApplication = (token: string, form: ApplicationForm) =>
  call(applicationEndpoints.submit, { params: { token }, body: form })

export const withdrawApplication = (token: string) => call(applicationEndpoints.withdraw, { params: { token } })

export const downloadDraft = (draft: ApplicationDraft, name: string) =>
  download(applicationEndpoints.draft, { body: draft }, `${name}.${draft.format}`)
