import { Fragment } from 'react'
import classes from './linked-text.module.css'
import { findLinks } from './links-in.ts'

/** Addresses become links; nothing else of a text is ever read as markup. */
export function LinkedText({ text }: { text: string }) {
  const found = findLinks(text)
  if (found.length === 0) return text
  return (
    <>
      {found.map(({ index, lastIndex, url, text: shown }, n) => (
        <Fragment key={index}>
          {text.slice(found[n - 1]?.lastIndex ?? 0, index)}
          <a className={classes.link} href={url} target="_blank" rel="noopener noreferrer nofollow">
            {shown}
          </a>
          {n === found.length - 1 && text.slice(lastIndex)}
        </Fragment>
      ))}
    </>
  )
}
