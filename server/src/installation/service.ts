import type { Installation } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'

export function describeInstallation({ config, mail, sms, livekit }: Context): Installation {
  const calls = livekit.state()
  return {
    isDemo: config.isDemo,
    codeWays: [...(sms.isOn ? (['sms'] as const) : []), ...(mail.isOn ? (['email'] as const) : [])],
    calls: { isAvailable: calls.isAvailable, trouble: calls.isAvailable ? null : calls.reason },
  }
}
