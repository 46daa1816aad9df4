import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { installationQuery } from '#lib/installation.ts'
import { useMe } from '#lib/me.ts'
import classes from './shell.module.css'
import { t } from './texts.ts'

/**
 * For an account without a number: somebody else has proven the one it had, or it never had any. And for whoever
 * came by the console's link or by a printed code: without the proof, nobody gets in by that number on another device.
 */
export function PhoneBanner() {
  const { phone, isPhoneVerified } = useMe()
  const { data: installation } = useQuery(installationQuery())
  if (phone === null) return <Banner text={t('phone.missing')} link={t('phone.give')} />
  const isOpen = !isPhoneVerified && (installation?.codeWays.includes('sms') ?? false)
  return isOpen && <Banner text={t('phone.unproved')} link={t('phone.prove')} />
}

function Banner({ text, link }: { text: string; link: string }) {
  return (
    <div className={classes.banner} role="status">
      <span>{text}</span>
      <Link to="/phone">{link}</Link>
    </div>
  )
}
