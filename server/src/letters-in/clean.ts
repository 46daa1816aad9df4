const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g

/** Made of characters that can be shown and kept; on one line unless it may have several. */
export function clean(text: string, max: number, isLong = false): string {
  const plain = text.toWellFormed().replace(/\r\n?/g, '\n').replace(controls, '')
  return (isLong ? plain : plain.replace(/\s+/g, ' ')).trim().slice(0, max).toWellFormed().trim()
}
