import type { BroadcastId, WebinarId, WebinarPlan } from '@kolosok/contract'
import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconBroadcast, IconPencil, IconSpeakerphone, IconTrash, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import { People } from './people.tsx'
import { PlanEditor } from './plan-editor.tsx'
import { PlanMaterials } from './plan-materials.tsx'
import { planQuery, usePublish, useRemove } from './plan-queries.ts'
import { p } from './plan-texts.ts'
import { sentenceOf } from './problems.ts'
import { t } from './texts.ts'
import { Watch } from './watch.tsx'
import { WebinarFacts } from './webinar-facts.tsx'
import classes from './webinars.module.css'

export function PlanPage() {
  const { webinarId }: Record<string, string | undefined> = useParams({ strict: false })
  return <OnePlan key={webinarId} webinarId={webinarId as WebinarId} />
}

function OnePlan({ webinarId }: { webinarId: WebinarId }) {
  const query = useQuery(planQuery(webinarId))
  const webinar = query.data
  return (
    <PageFrame
      title={webinar?.title ?? t('one')}
      backTo={(props) => <Link to="/operator/webinars" {...props} />}
      isWide
    >
      <NotYet query={query} hidden={t('error.hidden')} />
      {webinar && (
        <>
          <WebinarFacts webinar={webinar} />
          {webinar.state === 'published' && webinar.broadcastId && <Broadcast broadcastId={webinar.broadcastId} />}
          {webinar.state === 'over' && <Watch webinar={webinar} />}
          {(webinar.state === 'draft' || webinar.state === 'published') && <Tools webinar={webinar} />}
          <PlanMaterials webinarId={webinar.id} materials={webinar.materials} />
          {webinar.state !== 'draft' && <People webinar={webinar} />}
        </>
      )}
    </PageFrame>
  )
}

function Broadcast({ broadcastId }: { broadcastId: BroadcastId }) {
  return (
    <section className={classes.panel} aria-label={p('broadcast')}>
      <Text>{p('broadcast.text')}</Text>
      <Button
        className={classes.only ?? ''}
        leftSection={<IconBroadcast size={20} />}
        renderRoot={(props) => <Link to="/broadcasts/$broadcastId" params={{ broadcastId }} {...props} />}
      >
        {p('broadcast')}
      </Button>
    </section>
  )
}

/** What may be done with it while it is to come. */
function Tools({ webinar }: { webinar: WebinarPlan }) {
  const [open, setOpen] = useState<'change' | 'publish' | 'cancel' | 'remove' | null>(null)
  const close = () => setOpen(null)
  const isDraft = webinar.state === 'draft'
  return (
    <>
      {isDraft && <Text>{p('draft.text')}</Text>}
      <div className={classes.tools}>
        {isDraft && (
          <Button leftSection={<IconSpeakerphone size={20} />} onClick={() => setOpen('publish')}>
            {p('publish')}
          </Button>
        )}
        <Button variant="default" leftSection={<IconPencil size={20} />} onClick={() => setOpen('change')}>
          {p('change')}
        </Button>
        {isDraft ? (
          <Button variant="subtle" color="red" leftSection={<IconTrash size={20} />} onClick={() => setOpen('remove')}>
            {p('remove')}
          </Button>
        ) : (
          <Button variant="subtle" color="red" leftSection={<IconX size={20} />} onClick={() => setOpen('cancel')}>
            {p('cancel')}
          </Button>
        )}
      </div>
      {open === 'change' && <PlanEditor webinar={webinar} onClose={close} />}
      {open === 'cancel' && <CancelDialog webinar={webinar} onClose={close} />}
      <Publishing webinar={webinar} isOpen={open === 'publish'} onClose={close} />
      <Removing webinar={webinar} isOpen={open === 'remove'} onClose={close} />
    </>
  )
}

type Asking = { readonly webinar: WebinarPlan; readonly isOpen: boolean; readonly onClose: () => void }

function Publishing({ webinar, isOpen, onClose }: Asking) {
  const publish = usePublish(webinar.id)
  return (
    <ConfirmDialog
      isOpen={isOpen}
      isHarmless
      title={p('publish.title')}
      text={p('publish.text')}
      confirm={p('publish')}
      cancel={p('not-yet')}
      isPending={publish.isPending}
      problem={publish.error && sentenceOf(publish.error)}
      onConfirm={() =>
        publish.mutate(webinar.rev, {
          onSuccess: () => {
            notifications.show({ message: p('done.published') })
            onClose()
          },
        })
      }
      onClose={onClose}
    />
  )
}

function Removing({ webinar, isOpen, onClose }: Asking) {
  const remove = useRemove(webinar.id)
  const navigate = useNavigate()
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={p('remove.title')}
      text={p('remove.text')}
      confirm={p('remove')}
      cancel={p('not-yet')}
      isPending={remove.isPending}
      problem={remove.error && sentenceOf(remove.error)}
      onConfirm={() =>
        remove.mutate(undefined, { onSuccess: () => void navigate({ to: '/operator/webinars', replace: true }) })
      }
      onClose={onClose}
    />
  )
}
