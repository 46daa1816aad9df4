import type { ConsentPurpose, ConsentPurposeId, ConsentTemplate } from '@kolosok/contract'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { newId } from '#lib/new-id.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { useSavePurpose } from './queries.ts'
import { t } from './texts.ts'

/** What is being asked for; a retry asks for the same. */
export function usePurposeEditor(purpose: ConsentPurpose | null, first: ConsentTemplate, onClose: () => void) {
  const { id: organizationId } = useOrganization()
  const [id] = useState(() => purpose?.id ?? (newId() as ConsentPurposeId))
  const [template, setTemplate] = useState<ConsentTemplate>(purpose?.template ?? first)
  const [title, setTitle] = useState(purpose?.title ?? t(`template.${template}`))
  const [text, setText] = useState(purpose?.text ?? t(`text.${template}`))
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const save = useSavePurpose()

  const choose = (chosen: ConsentTemplate) => {
    setTemplate(chosen)
    setTitle(chosen.endsWith('-other') ? '' : t(`template.${chosen}`))
    setText(t(`text.${chosen}`))
    setFaults({})
  }
  const submit = () => {
    const missing = {
      ...(title.trim() === '' && { title: t('missing.title') }),
      ...(text.trim() === '' && { text: t('missing.text') }),
    }
    setFaults(missing)
    if (Object.keys(missing).length > 0) return
    save.mutate(
      {
        params: { organizationId, consentPurposeId: id },
        body: { template, title, text, version: purpose?.version ?? null },
      },
      {
        onSuccess: () => {
          notifications.show({ message: t(purpose ? 'saved' : 'asked') })
          onClose()
        },
        onError: (error) => {
          setFaults(badFieldsOf(error) ?? {})
        },
      },
    )
  }
  return {
    template,
    title,
    setTitle,
    text,
    setText,
    faults,
    choose,
    submit,
    isPending: save.isPending,
    problem: save.isError && badFieldsOf(save.error) === null ? sentenceOf(save.error) : null,
  }
}
