import type { WebinarPerson, WebinarPlan } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCertificate } from '@tabler/icons-react'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { useIssue, useRevoke } from './plan-queries.ts'
import { p } from './plan-texts.ts'
import { sentenceOf } from './problems.ts'
import { t } from './texts.ts'

/** To everybody who was there; asked first, since what stands in one stays. */
export function IssueButton({ webinar }: { webinar: WebinarPlan }) {
  const [isOpen, setOpen] = useState(false)
  const issue = useIssue(webinar.id)
  const close = () => setOpen(false)
  return (
    <>
      <Button leftSection={<IconCertificate size={20} />} onClick={() => setOpen(true)}>
        {p('issue')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        isHarmless
        title={p('issue.title')}
        text={p('issue.text')}
        confirm={p('issue')}
        cancel={p('not-yet')}
        isPending={issue.isPending}
        problem={issue.error && sentenceOf(issue.error)}
        onConfirm={() =>
          issue.mutate(undefined, {
            onSuccess: ({ issued }) => {
              notifications.show({ message: p('done.issued', { issued }) })
              close()
            },
          })
        }
        onClose={close}
      />
    </>
  )
}

type Props = { readonly webinar: WebinarPlan; readonly person: WebinarPerson; readonly onClose: () => void }

export function Revoking({ webinar, person: { accountId, name, certificate }, onClose }: Props) {
  const revoke = useRevoke(webinar.id)
  return (
    <ConfirmDialog
      isOpen
      title={p('revoke.title')}
      text={p('revoke.text', { name, number: certificate ?? '' })}
      confirm={p('revoke')}
      cancel={t('keep')}
      isPending={revoke.isPending}
      problem={revoke.error && sentenceOf(revoke.error)}
      onConfirm={() =>
        revoke.mutate(accountId, {
          onSuccess: () => {
            notifications.show({ message: p('done.revoked') })
            onClose()
          },
        })
      }
      onClose={onClose}
    />
  )
}
