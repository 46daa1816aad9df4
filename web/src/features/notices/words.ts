import type { Notice } from '@kolosok/contract'
import { formatDay, formatTime } from '#lib/dates.ts'
import { t } from './texts.ts'

/** The ways to answer, in the order of their numbers. */
export function waysToAnswer({ asks, options }: Pick<Notice, 'asks' | 'options'>): readonly string[] {
  switch (asks) {
    case 'read':
      return [t('way.read')]
    case 'acknowledge':
      return [t('way.acknowledge')]
    case 'agree':
      return [t('way.agree'), t('way.refuse')]
    case 'choice':
      return options
  }
}

/** сегодня в 18:00; 5 декабря, 18:00 */
export const formatWhen = (iso: string): string => `${formatDay(iso)}, ${formatTime(iso)}`

export const isUnanswered = ({ state, units }: Notice): boolean =>
  state === 'open' && units.some(({ answer }) => answer === null)
