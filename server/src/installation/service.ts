import type { Installation, InstallationStatus } from '@kolosok/contract'
import { showLastBackup } from '#backups/index.ts'
import type { Context } from '#platform/context.ts'

export function describeInstallation({ config, mail, sms, livekit }: Context): Installation {
  const calls = livekit.state()
  return {
    isDemo: config.isDemo,
    codeWays: [...(sms.isOn ? (['sms'] as const) : []), ...(mail.isOn ? (['email'] as const) : [])],
    calls: { isAvailable: calls.isAvailable, trouble: calls.isAvailable ? null : calls.reason },
  }
}

export async function showStatus(context: Context, upSince: Date): Promise<InstallationStatus> {
  const backups = await showLastBackup(context, upSince)
  return { upSince: upSince.toISOString(), areCallsAvailable: context.livekit.state().isAvailable, ...backups }
}
