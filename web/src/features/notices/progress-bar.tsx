import type { Notice, NoticeProgress } from '@kolosok/contract'
import classes from './notices.module.css'
import { t } from './texts.ts'
import { waysToAnswer } from './words.ts'

type Props = { readonly notice: Pick<Notice, 'asks' | 'options'>; readonly progress: NoticeProgress }

/** «Прочитали 41 из 56», as words and as a bar; with the ways they chose, where there are several. */
export function ProgressBar({ notice, progress: { asked, answered, choices } }: Props) {
  const kind = notice.asks === 'read' || notice.asks === 'acknowledge' ? notice.asks : 'answered'
  const words = asked === 0 ? t('progress.sending') : t(`progress.${kind}`, { answered, asked })
  const ways = waysToAnswer(notice)
  return (
    <div className={classes.progress}>
      <div className={classes.progressWords}>{words}</div>
      <Bar part={answered} of={asked} label={words} />
      {ways.length > 1 && (
        <ul className={classes.choices}>
          {ways.map((way, index) => (
            <li key={way}>
              {way}: <b>{choices[index] ?? 0}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export function Bar({ part, of, label }: { part: number; of: number; label: string }) {
  const percent = of === 0 ? 0 : Math.round((part / of) * 100)
  return (
    <div
      className={classes.bar}
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <div style={{ width: `${String(percent)}%` }} />
    </div>
  )
}
