import { importEndpoints, type FileId, type ImportId, type ImportKind } from '@kolosok/contract'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { startUpload } from '#features/files/index.ts'
import { useOrganization } from '#features/organization-frame/index.ts'
import { call } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import { sentenceOf, sentenceOfField } from './faults.ts'

type Sending = { readonly name: string; readonly part: number; readonly stop: () => void }
type Source = { readonly fileId: FileId } | { readonly text: string }

/** From the chosen file or the pasted text to the page of what was understood. */
export function useBegin(kind: ImportKind) {
  const { id: organizationId, code } = useOrganization()
  const navigate = useNavigate()
  const [sending, setSending] = useState<Sending | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  // A retry after a lost answer is the same import.
  const importId = useRef(newId() as ImportId)
  const begin = useMutation({
    mutationFn: (body: Source) =>
      call(importEndpoints.begin, { params: { organizationId, importId: importId.current }, body: { ...body, kind } }),
    onSuccess: ({ id }) => navigate({ to: '/o/$code/imports/$importId', params: { code, importId: id } }),
    onSettled: () => {
      setSending(null)
    },
  })

  function sendFile(file: File | undefined): void {
    if (!file) return
    begin.reset()
    setRefused(null)
    const upload = startUpload(file, {
      onProgress: (part) => {
        setSending((current) => current && { ...current, part })
      },
      onDone: (fileId) => {
        begin.mutate({ fileId })
      },
      onRefused: (reason) => {
        setSending(null)
        setRefused(sentenceOfField(reason))
      },
    })
    const stop = () => {
      upload.cancel()
      setSending(null)
    }
    setSending({ name: file.name, part: 0, stop })
  }

  return {
    sending,
    sendFile,
    sendText: (text: string) => {
      begin.mutate({ text })
    },
    isReading: begin.isPending,
    fault: refused ?? (begin.isError ? sentenceOf(begin.error) : null),
    isTextRefused: begin.isError && 'text' in begin.variables,
  }
}
