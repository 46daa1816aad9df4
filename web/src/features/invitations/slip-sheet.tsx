import type { ChildInvitation } from '@kolosok/contract'
import { useOrganization } from '#features/organization-frame/index.ts'
import { formatMoment } from '#lib/dates.ts'
import { logoUrl } from '#lib/logo.ts'
import { QrCode } from './qr-code.tsx'
import type { Codes } from './queries.ts'
import classes from './sheet.module.css'
import { t } from './texts.ts'

type Group = {
  readonly organizationName: string
  readonly groupName: string
  readonly isReachable: boolean
  readonly children: readonly ChildInvitation[]
}

/** The same eight slips a page as in the PDF, by the browser's own printing. */
export function SlipSheet({ groups, codes = [] }: { groups: readonly Group[]; codes?: Codes }) {
  return (
    <div className={classes.sheet}>
      {groups.map((group, index) => (
        <Slips key={index} group={group} codes={codes} isLast={index === groups.length - 1} />
      ))}
    </div>
  )
}

export const PER_PAGE = 8

function Slips({ group, codes, isLast }: { group: Group; codes: Codes; isLast: boolean }) {
  const logo = logoUrl(useOrganization().logoId)
  const codesOf = new Map(codes.map((entry) => [entry.invitationId, entry.codes]))
  const count = group.children.filter(({ invitation }) => invitation?.state === 'open').length
  // The next group begins on a page of its own: its teacher is handed it.
  const rest = isLast ? 0 : (PER_PAGE - (count % PER_PAGE)) % PER_PAGE
  return (
    <>
      {group.children.map(({ child, slipName, invitation }) =>
        invitation?.state === 'open' ? (
          <article key={child.id} className={classes.slip}>
            <div>
              <p className={classes.owner}>
                {logo !== null && <img src={logo} alt="" width={24} height={24} />}
                <span className={classes.small}>{group.organizationName}</span>
              </p>
              <p className={classes.small}>{t('slip.for')}</p>
              <p className={classes.name}>{slipName}</p>
              <p>{t('slip.what', { group: group.groupName })}</p>
              <p>{t('slip.how')}</p>
            </div>
            <QrCode text={invitation.url} label={t('link.qr')} />
            <SlipCodes codes={codesOf.get(invitation.id) ?? []} />
            <div className={classes.foot}>
              <p className={classes.small}>
                {t('slip.until', {
                  date: formatMoment(invitation.expiresAt),
                  uses: invitation.useLimit - invitation.uses,
                })}
              </p>
              <p className={classes.small}>{invitation.url}</p>
              {!group.isReachable && <p className={classes.small}>{t('slip.local')}</p>}
            </div>
          </article>
        ) : null,
      )}
      {Array.from({ length: rest }, (_, index) => (
        <div key={index} className={classes.blank} aria-hidden="true" />
      ))}
    </>
  )
}

function SlipCodes({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return null
  return (
    <div className={classes.codes}>
      <p className={classes.small}>{t('slip.codes')}</p>
      {codes.map((code) => (
        // The space keeps two codes apart for whoever copies them or has them read aloud.
        <strong key={code}>{code} </strong>
      ))}
    </div>
  )
}
