import { createLocalBus } from '#platform/bus.ts'

export const chance = (probability: number) => Math.random() < probability

/** Loses, repeats and delays, as a bus between nodes may. */
export function createBadBus() {
  const bus = createLocalBus()
  return {
    ...bus,
    publish(event: Parameters<typeof bus.publish>[0]) {
      if (event.type === 'chat' && chance(0.2)) return
      const send = () => {
        bus.publish(event)
      }
      if (chance(0.2)) setTimeout(send, Math.random() * 50)
      else send()
      if (chance(0.2)) send()
    },
  }
}
