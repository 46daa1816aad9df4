import { ActionIcon, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Explained } from '#ui/help-mark.tsx'
import classes from './organization-frame.module.css'
import { t } from './texts.ts'
import { useOrganization } from './use-organization.ts'

type Props = {
  readonly title: string
  readonly lead?: string
  /** Beside the title; below it on a phone. */
  readonly actions?: ReactNode
  /** Where «Назад» of a phone leads; the overview unless said. */
  readonly backTo?:
    | '/o/$code'
    | '/o/$code/groups'
    | '/o/$code/groups/$groupId'
    | '/o/$code/invitations'
    | '/o/$code/people'
    | '/o/$code/reported'
    | '/o/$code/statistics'
    | '/o/$code/statistics/reports'
  readonly isOverview?: boolean
  readonly children: ReactNode
}

/** One page of «Организация»: title, what it is for, what can be done. */
export function OrganizationPage({ title, lead, actions, backTo = '/o/$code', isOverview, children }: Props) {
  const { code } = useOrganization()
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        {!isOverview && (
          <ActionIcon
            renderRoot={(props) => (
              <Link to={backTo} params={(known) => ({ groupId: '', ...known, code })} {...props} />
            )}
            variant="subtle"
            color="gray"
            size={44}
            className={classes.back}
            data-always={backTo !== '/o/$code' || undefined}
            aria-label={t('back')}
          >
            <IconArrowLeft size={22} />
          </ActionIcon>
        )}
        <div className={classes.heading}>
          <Explained>
            <Title order={1} fz={26}>
              {title}
            </Title>
          </Explained>
          {lead !== undefined && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
