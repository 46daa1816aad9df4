import type { GroupId } from '@kolosok/contract'
import { Alert, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileTypePdf, IconKey, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { NotYet } from '#ui/not-yet.tsx'
import { EmptyState } from '#ui/states.tsx'
import { groupInvitationsQuery, useDownloadSheet, useMakeCodes } from './queries.ts'
import classes from './sheet.module.css'
import { SlipSheet } from './slip-sheet.tsx'
import { t } from './texts.ts'

/** What is printed: one slip per child that has an open invitation. */
export function SheetPage() {
  const { code } = useOrganization()
  const groupId = (useParams({ strict: false }).groupId ?? '') as GroupId
  const query = useQuery(groupInvitationsQuery(groupId))
  const back = (
    <Button
      variant="default"
      renderRoot={(props) => <Link to="/o/$code/groups/$groupId" params={{ code, groupId }} {...props} />}
    >
      {t('sheet.back')}
    </Button>
  )
  const isPrintable = query.data?.children.some(({ invitation }) => invitation?.state === 'open') ?? false

  return (
    <OrganizationPage
      title={t('sheet.title')}
      backTo="/o/$code/groups"
      actions={back}
      {...(query.data && { lead: t('sheet.lead', { group: query.data.groupName }) })}
    >
      <NotYet query={query} hidden={t('error.hidden')} />
      {query.data && !isPrintable && <EmptyState title={t('sheet.empty.title')} text={t('sheet.empty.text')} />}
      {query.data && isPrintable && <Printable groupId={groupId} group={query.data} />}
    </OrganizationPage>
  )
}

function Printable({
  groupId,
  group,
}: {
  groupId: GroupId
  group: ComponentProps<typeof SlipSheet>['groups'][number]
}) {
  const codes = useMakeCodes(groupId)
  const download = useDownloadSheet(groupId, t('sheet.title'))
  const fail = () => notifications.show({ color: 'red', message: t('error.failed') })
  const made = codes.data?.codes ?? []
  return (
    <>
      <div className={classes.tools}>
        <Button leftSection={<IconPrinter size={20} />} onClick={() => window.print()}>
          {t('sheet.print')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={20} />}
          loading={download.isPending}
          onClick={() => download.mutate(made, { onError: fail })}
        >
          {t('sheet.pdf')}
        </Button>
        {!codes.data && (
          <Button
            variant="subtle"
            leftSection={<IconKey size={20} />}
            loading={codes.isPending}
            onClick={() => codes.mutate(undefined, { onError: fail })}
          >
            {t('sheet.codes')}
          </Button>
        )}
      </div>
      <Alert color={codes.data ? 'wheat' : 'gray'} mb="md">
        {t(codes.data ? 'sheet.codes.done' : 'sheet.codes.hint')}
      </Alert>
      <SlipSheet groups={[group]} codes={made} />
    </>
  )
}
