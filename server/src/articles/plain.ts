import { type Token, Lexer } from 'marked'

/** What Markdown says, without its signs: what is searched, and what a list shows. */
export function plainOf(markdown: string): string {
  return new Lexer({ gfm: true }).lex(markdown).map(wordsOf).filter(Boolean).join(' ').replace(/\s+/g, ' ').trim()
}

function wordsOf(token: Token): string {
  if (token.type === 'list') return (token.items as Token[]).map(wordsOf).join(' ')
  if (token.type === 'image' || token.type === 'space') return ''
  const within = 'tokens' in token ? (token.tokens as Token[] | undefined) : undefined
  if (within) return within.map(wordsOf).join('')
  return 'text' in token && typeof token.text === 'string' ? unescape(token.text) : ''
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
}
const unescape = (text: string) => text.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => entities[entity] ?? entity)
