/** Says what is being done and, once done, how long it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now()
  const result = await work()
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',')
  console.log(`  ${what.padEnd(24)} ${seconds} с`)
  return result
}
