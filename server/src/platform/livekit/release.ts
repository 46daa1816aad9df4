/** The release we test with, and what its files must hash to. */
export const LIVEKIT_VERSION = '1.13.5'

export type Release = { readonly file: string; readonly sha256: string }

const releases: Record<string, Release> = {
  'linux-x64': {
    file: `livekit_${LIVEKIT_VERSION}_linux_amd64.tar.gz`,
    sha256: 'c020fac437b7cc9b776eef1ad5ea8af77be9acfa07602eca20a3a44930dfbc70',
  },
  'linux-arm64': {
    file: `livekit_${LIVEKIT_VERSION}_linux_arm64.tar.gz`,
    sha256: '332015305518765fe05bad74fc3a9d9583e635e7dd130de3c4fc563d69c550f3',
  },
}

/** Nothing is released for macOS; Homebrew has it there (`brew install livekit`). */
export const releaseForHere = (): Release | undefined => releases[`${process.platform}-${process.arch}`]
