/** LiveKit and the call's screen: fetched when somebody is about to need them. */
export const loadCallScreen = () => import('./call-screen.tsx')

export function preloadCalls(): void {
  void loadCallScreen().catch(() => null) // Asked for again when it is really needed.
}
