import type { Installation } from '@kolosok/contract'
import type { Config } from '#platform/config.ts'
import type { LivekitState } from '#platform/livekit/access.ts'

export function describeInstallation(config: Config, livekit: LivekitState): Installation {
  const { isDemo, SMS_URL, SMTP_URL } = config
  return {
    isDemo,
    // The demonstration shows what it would have sent on its own page.
    codeWays: [...(isDemo || SMS_URL ? (['sms'] as const) : []), ...(isDemo || SMTP_URL ? (['email'] as const) : [])],
    calls: { isAvailable: livekit.isAvailable, trouble: livekit.isAvailable ? null : livekit.reason },
  }
}
