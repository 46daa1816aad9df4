import { readMarks, type Words } from '@kolosok/contract'
import { Fragment } from 'react'
import { areAddress, hostOf } from './host-of.ts'
import { LinkedText } from './linked-text.tsx'
import linked from './linked-text.module.css'
import classes from './marks.module.css'

/** A text with light formatting as elements, sign by sign: nothing of it is ever read as HTML. */
export function MarkedText({ text }: { text: string }) {
  return (
    <div className={classes.text} dir="auto">
      {readMarks(text).map((passage, key) => {
        if (passage.kind === 'lines') return <Lines key={key} lines={passage.lines} />
        const items = passage.items.map((words, n) => (
          <li key={n}>
            <Said words={words} />
          </li>
        ))
        return passage.first === null ? (
          <ul key={key}>{items}</ul>
        ) : (
          <ol key={key} start={passage.first}>
            {items}
          </ol>
        )
      })}
    </div>
  )
}

function Lines({ lines }: { lines: readonly (readonly Words[])[] }) {
  if (lines.length === 0) return null
  return (
    <p>
      {lines.map((words, n) => (
        <Fragment key={n}>
          {n > 0 && '\n'}
          <Said words={words} />
        </Fragment>
      ))}
    </p>
  )
}

function Said({ words }: { words: readonly Words[] }) {
  return words.map((word, n) => {
    if (word.kind === 'plain') return <LinkedText key={n} text={word.text} />
    if (word.kind === 'bold') {
      return (
        <strong key={n}>
          <Said words={word.words} />
        </strong>
      )
    }
    if (word.kind === 'italic') {
      return (
        <em key={n}>
          <Said words={word.words} />
        </em>
      )
    }
    return (
      <a key={n} className={linked.link} href={word.url} target="_blank" rel="noopener noreferrer nofollow">
        {word.text}
        {!areAddress(word.text, word.url) && <span className={classes.host}>{` (${hostOf(word.url)})`}</span>}
      </a>
    )
  })
}
